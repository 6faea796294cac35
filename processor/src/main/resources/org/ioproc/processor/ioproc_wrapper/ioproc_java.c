/*
 * The library's Java side: org.ioproc.glue.WrapperEntry, what it needs of C, and what it tells of failures.
 *
 * Attached threads have no Java frame that would end: every local reference is released here.
 */
#include "ioproc_private.h"

/* Counts the changes of what this source and org.ioproc.glue.WrapperEntry ask of each other. */
#define CONTRACT 2

static jobject loader;
static void *volatile host; /* a jclass; set last */
static jmethodID host_procedure;
static jmethodID host_welcome;
static jmethodID host_text;
static jmethodID host_failure;
jmethodID ioproc_callback;

/* What the Java side cannot do by itself: see org.ioproc.internal.transport.JniTransport. */

static jobject JNICALL native_view(JNIEnv *env, jclass type, jlong address, jint length)
{
    (void)type;
    return (*env)->NewDirectByteBuffer(env, (void *)(UINT_PTR)address, length);
}

static jlong JNICALL native_address(JNIEnv *env, jclass type, jobject buffer)
{
    (void)type;
    return (jlong)(UINT_PTR)(*env)->GetDirectBufferAddress(env, buffer);
}

/* The texts of failures. */

static void copy_string(JNIEnv *env, jstring string, WCHAR *text, int length)
{
    jint count = (*env)->GetStringLength(env, string);

    if (count > length - 1)
        count = length - 1;
    (*env)->GetStringRegion(env, string, 0, count, text);
    text[count] = L'\0';
}

/* Before there is a WrapperEntry, and when it is what failed, with Throwable.toString. */
static jstring java_text(JNIEnv *env, const jvalue *failure)
{
    jclass type = IOPROC_READ(host);

    if (type != NULL)
        return (*env)->CallStaticObjectMethodA(env, type, host_text, failure);
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
            copy_string(env, string, text, length);
        (*env)->ExceptionClear(env);
        (*env)->PopLocalFrame(env, NULL);
    }
    (*env)->ExceptionClear(env);
    if (text[0] == L'\0')
        ioproc_format(text, (size_t)length, L"a Java exception that cannot be described");
}

static jthrowable take_exception(JNIEnv *env)
{
    jthrowable failure = (*env)->ExceptionOccurred(env);

    (*env)->ExceptionClear(env);
    return failure;
}

static MMRESULT fail_with(JNIEnv *env, MMRESULT status, const WCHAR *what, jthrowable failure)
{
    WCHAR text[IOPROC_TEXT];

    if (failure == NULL)
        return ioproc_fail(status, L"%ls: no reason was given", what);
    describe(env, failure, text, IOPROC_TEXT);
    (*env)->DeleteLocalRef(env, failure);
    return ioproc_fail(status, L"%ls: %ls", what, text);
}

/* The pending exception becomes the failure's text. */
MMRESULT ioproc_java_fail(JNIEnv *env, MMRESULT status, const WCHAR *what)
{
    return fail_with(env, status, what, take_exception(env));
}

/* What a handler threw on this thread since this was asked last. */
BOOL ioproc_java_take_failure(WCHAR *text, int length)
{
    jclass type = IOPROC_READ(host);
    JNIEnv *env = type == NULL || ioproc_process_exiting() ? NULL : ioproc_vm_env();
    jstring string;

    if (env == NULL)
        return FALSE;
    string = (*env)->CallStaticObjectMethodA(env, type, host_failure, NULL);
    if ((*env)->ExceptionCheck(env)) {
        (*env)->ExceptionClear(env);
        return FALSE;
    }
    if (string == NULL)
        return FALSE;
    copy_string(env, string, text, length);
    (*env)->DeleteLocalRef(env, string);
    return TRUE;
}

/* Of the class, where callback is final: through the interface each message would look for it. */
static BOOL find_methods(JNIEnv *env, jclass type, jobject from)
{
    jclass procedure = ioproc_loader_load(env, from, L"org.ioproc.glue.IoProcGlue");

    if (procedure == NULL)
        return FALSE;
    ioproc_callback = (*env)->GetMethodID(env, procedure, "callback", "(JIJJ)J");
    if (ioproc_callback == NULL)
        return FALSE;
    host_procedure = (*env)->GetStaticMethodID(
        env, type, "procedure", "(Ljava/lang/Object;)Lorg/ioproc/glue/IoProcGlue;");
    if (host_procedure == NULL)
        return FALSE;
    host_welcome = (*env)->GetStaticMethodID(env, type, "welcome", "()V");
    if (host_welcome == NULL)
        return FALSE;
    host_text = (*env)->GetStaticMethodID(env, type, "text",
                                          "(Ljava/lang/Throwable;)Ljava/lang/String;");
    if (host_text == NULL)
        return FALSE;
    host_failure = (*env)->GetStaticMethodID(env, type, "failure", "()Ljava/lang/String;");
    return host_failure != NULL;
}

static BOOL register_natives(JNIEnv *env, jobject from)
{
    static char view[] = "view0";
    static char view_signature[] = "(JI)Ljava/nio/ByteBuffer;";
    static char address[] = "address0";
    static char address_signature[] = "(Ljava/nio/ByteBuffer;)J";
    const JNINativeMethod natives[] = {{view, view_signature, (void *)native_view},
                                       {address, address_signature, (void *)native_address}};
    jclass type = ioproc_loader_load(env, from, L"org.ioproc.internal.transport.JniTransport");

    return type != NULL && (*env)->RegisterNatives(env, type, natives, 2) == JNI_OK;
}

/* A VM of our own has nobody else to say where its output goes. */
static BOOL start_host(JNIEnv *env, jclass type)
{
    WCHAR log[IOPROC_PATH];
    jvalue arguments[3];
    jmethodID start = (*env)->GetStaticMethodID(env, type, "start", "(IILjava/lang/String;)V");

    if (start == NULL)
        return FALSE;
    arguments[0].i = CONTRACT;
    arguments[1].i = sizeof(void *);
    arguments[2].l = NULL;
    if (ioproc_vm_is_ours() && ioproc_log_path(log)) {
        arguments[2].l = ioproc_new_string(env, log);
        if (arguments[2].l == NULL)
            return FALSE;
    }
    (*env)->CallStaticVoidMethodA(env, type, start, arguments);
    return !(*env)->ExceptionCheck(env);
}

static BOOL keep_host(JNIEnv *env, jobject from, jclass type)
{
    jobject kept_loader = (*env)->NewGlobalRef(env, from);
    jobject kept_type = (*env)->NewGlobalRef(env, type);

    if (kept_loader == NULL || kept_type == NULL) {
        (*env)->DeleteGlobalRef(env, kept_loader);
        (*env)->DeleteGlobalRef(env, kept_type);
        return FALSE;
    }
    loader = kept_loader;
    InterlockedExchangePointer(&host, kept_type);
    return TRUE;
}

static BOOL make_host_from(JNIEnv *env, jobject from)
{
    jclass type = ioproc_loader_load(env, from, L"org.ioproc.glue.WrapperEntry");

    return type != NULL && find_methods(env, type, from) && register_natives(env, from) &&
           start_host(env, type) && keep_host(env, from, type);
}

static MMRESULT make_host(JNIEnv *env)
{
    jobject from;
    MMRESULT status = ioproc_loader_make(env, &from);

    if (status == MMSYSERR_NOERROR && !make_host_from(env, from))
        status = ioproc_java_fail(env, IOPROC_E_CLASS,
                                  L"The library's classes cannot be used; its jar, ioproc's jar "
                                  L"and the DLL belong together");
    return status;
}

/* Threads that were attached before there was a WrapperEntry are welcomed here. */
MMRESULT ioproc_java_use(JNIEnv *env)
{
    MMRESULT status = IOPROC_READ(host) == NULL ? make_host(env) : MMSYSERR_NOERROR;

    ioproc_java_welcome(env);
    return status;
}

/*
 * A handler finds its own library's classes through the thread's context class loader. A thread
 * that a Java application brought along keeps the one that it has.
 */
void ioproc_java_welcome(JNIEnv *env)
{
    struct ioproc_thread *thread = ioproc_thread_current();
    jclass type = IOPROC_READ(host);

    if (type == NULL || thread == NULL || !thread->attached)
        return;
    (*env)->CallStaticVoidMethodA(env, type, host_welcome, NULL);
    (*env)->ExceptionClear(env);
}

/*
 * The provider is made here and not by Java's reflection, which from Java 22 on begins with method
 * handles, at the price of many classes.
 */
static jobject new_provider(JNIEnv *env, const WCHAR *name)
{
    return ioproc_new(env, ioproc_loader_load(env, loader, name), "()V", NULL);
}

/* WrapperEntry throws ClassNotFoundException for whatever keeps classes from being used. */
static BOOL is_class_failure(JNIEnv *env, jthrowable failure)
{
    jclass type = (*env)->FindClass(env, "java/lang/ClassNotFoundException");

    if (type == NULL) {
        (*env)->ExceptionClear(env);
        return FALSE;
    }
    return (*env)->IsInstanceOf(env, failure, type);
}

/* A local reference to the procedure's object, or a failure that says what it was to be. */
MMRESULT ioproc_java_procedure(JNIEnv *env, const WCHAR *provider, const WCHAR *what,
                               jobject *made)
{
    jthrowable failure;
    jvalue argument;

    argument.l = new_provider(env, provider);
    if (argument.l == NULL)
        return ioproc_java_fail(env, IOPROC_E_CLASS, what);
    *made = (*env)->CallStaticObjectMethodA(env, IOPROC_READ(host), host_procedure, &argument);
    failure = take_exception(env);
    if (failure == NULL)
        return MMSYSERR_NOERROR;
    return fail_with(env, is_class_failure(env, failure) ? IOPROC_E_CLASS : IOPROC_E_PROCEDURE,
                     what, failure);
}
