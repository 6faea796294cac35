/* Turns Java's exceptions into failures: the pending exception becomes the failure's text. */
#include "ioproc_private.h"

static void *volatile describer; /* a jclass; set last */
static jmethodID describer_text;

/* The method is static and takes a Throwable. Until then, toString describes exceptions. */
void ioproc_exceptions_described_by(jclass type, jmethodID text)
{
    describer_text = text;
    InterlockedExchangePointer(&describer, type);
}

static jstring java_text(JNIEnv *env, const jvalue *failure)
{
    jclass type = IOPROC_READ(describer);

    if (type != NULL)
        return (*env)->CallStaticObjectMethodA(env, type, describer_text, failure);
    return ioproc_call(env, failure->l, "java/lang/Object", "toString", "()Ljava/lang/String;",
                       NULL);
}

static void describe(JNIEnv *env, jthrowable failure, WCHAR *text, int length)
{
    jstring string = NULL;
    jvalue argument;

    argument.l = failure;
    text[0] = L'\0';
    if ((*env)->PushLocalFrame(env, IOPROC_LOCAL_REFERENCES) == JNI_OK) {
        string = java_text(env, &argument);
        if (!(*env)->ExceptionCheck(env) && string != NULL)
            ioproc_copy_string(env, string, text, length);
        (*env)->ExceptionClear(env);
        (*env)->PopLocalFrame(env, NULL);
    }
    (*env)->ExceptionClear(env);
    if (text[0] == L'\0')
        ioproc_format(text, (size_t)length, L"a Java exception without a description");
}

jthrowable ioproc_exception_take(JNIEnv *env)
{
    jthrowable failure = (*env)->ExceptionOccurred(env);

    (*env)->ExceptionClear(env);
    return failure;
}

MMRESULT ioproc_exception_fail_with(JNIEnv *env, MMRESULT status, const WCHAR *what,
                                    jthrowable failure)
{
    WCHAR text[IOPROC_TEXT];

    if (failure == NULL)
        return ioproc_fail(status, L"%ls: no reason was given", what);
    describe(env, failure, text, IOPROC_TEXT);
    (*env)->DeleteLocalRef(env, failure);
    return ioproc_fail(status, L"%ls: %ls", what, text);
}

MMRESULT ioproc_exception_fail(JNIEnv *env, MMRESULT status, const WCHAR *what)
{
    return ioproc_exception_fail_with(env, status, what, ioproc_exception_take(env));
}
