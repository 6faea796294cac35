/*
 * The library's Java side: org.ioproc.glue.WrapperEntry, and the failures that it reports.
 *
 * An attached thread has no Java frame that would release local references, so each is released
 * here.
 */
#include "ioproc_private.h"

/* The version of the contract between this source and org.ioproc.glue.WrapperEntry. */
#define CONTRACT 3

static struct ioproc_turn preparation; /* of the variables below */
static jobject loader;
static void *volatile entry; /* the class WrapperEntry; set last */
static jmethodID entry_procedure;
static jmethodID entry_welcome;
static jmethodID entry_text;
static jmethodID entry_failure;
jmethodID ioproc_callback;

/* Finds callback in the class, where it is final. An interface would need a lookup per message. */
static BOOL find_methods(JNIEnv *env, jclass type, jobject from)
{
    jclass procedure = ioproc_loader_load(env, from, L"org.ioproc.glue.IoProcGlue");

    if (procedure == NULL)
        return FALSE;
    ioproc_callback = (*env)->GetMethodID(env, procedure, "callback", "(JIJJ)J");
    if (ioproc_callback == NULL)
        return FALSE;
    entry_procedure = (*env)->GetStaticMethodID(
        env, type, "procedure", "(Ljava/lang/Object;)Lorg/ioproc/glue/IoProcGlue;");
    if (entry_procedure == NULL)
        return FALSE;
    entry_welcome = (*env)->GetStaticMethodID(env, type, "welcome", "()V");
    if (entry_welcome == NULL)
        return FALSE;
    entry_text = (*env)->GetStaticMethodID(env, type, "text",
                                           "(Ljava/lang/Throwable;)Ljava/lang/String;");
    if (entry_text == NULL)
        return FALSE;
    entry_failure = (*env)->GetStaticMethodID(env, type, "failure", "()Ljava/lang/String;");
    return entry_failure != NULL;
}

/* Only the output of a VM that this DLL started is redirected. */
static BOOL start_entry(JNIEnv *env, jclass type)
{
    WCHAR log[IOPROC_PATH];
    jvalue arguments[3];
    jmethodID start = (*env)->GetStaticMethodID(env, type, "start", "(IILjava/lang/String;)V");

    if (start == NULL)
        return FALSE;
    arguments[0].i = CONTRACT;
    arguments[1].i = sizeof(void *);
    arguments[2].l = NULL;
    if (ioproc_vm_is_ours() && ioproc_output_path(log)) {
        arguments[2].l = ioproc_new_string(env, log);
        if (arguments[2].l == NULL)
            return FALSE;
    }
    (*env)->CallStaticVoidMethodA(env, type, start, arguments);
    return !(*env)->ExceptionCheck(env);
}

static BOOL keep_entry(JNIEnv *env, jobject from, jclass type)
{
    jobject kept_loader = (*env)->NewGlobalRef(env, from);
    jobject kept_type = (*env)->NewGlobalRef(env, type);

    if (kept_loader == NULL || kept_type == NULL) {
        (*env)->DeleteGlobalRef(env, kept_loader);
        (*env)->DeleteGlobalRef(env, kept_type);
        return FALSE;
    }
    loader = kept_loader;
    ioproc_exceptions_described_by(kept_type, entry_text);
    InterlockedExchangePointer(&entry, kept_type);
    return TRUE;
}

static BOOL create_entry_from(JNIEnv *env, jobject from)
{
    jclass type = ioproc_loader_load(env, from, L"org.ioproc.glue.WrapperEntry");

    return type != NULL && find_methods(env, type, from) && ioproc_natives_register(env, from) &&
           start_entry(env, type) && keep_entry(env, from, type);
}

static MMRESULT create_entry(JNIEnv *env)
{
    jobject from;
    MMRESULT status = ioproc_loader_create(env, &from);

    if (status == MMSYSERR_NOERROR && !create_entry_from(env, from))
        status = ioproc_exception_fail(env, IOPROC_E_CLASS,
                                       ioproc_loader_in_dll()
                                           ? L"ioproc's classes cannot be used; the DLL must "
                                             L"contain ioproc-runtime, of the version of ioproc "
                                             L"that created the DLL"
                                           : L"ioproc's classes cannot be used; the folder lib "
                                             L"must contain ioproc-runtime, from the same build "
                                             L"as the DLL and its jar");
    return status;
}

/* Other Java code may run here, such as an agent's, or that of a logger in the folder lib. */
static MMRESULT create_entry_once(JNIEnv *env)
{
    MMRESULT status = ioproc_turn_take(&preparation, L"loading", L"the library's classes");

    if (status == IOPROC_E_PROCEDURE)
        return ioproc_fail(status, L"A file was opened through a procedure while the library's "
                                   L"classes were being loaded");
    if (status != MMSYSERR_NOERROR)
        return status;
    if (IOPROC_READ(entry) == NULL)
        status = create_entry(env);
    ioproc_turn_give(&preparation);
    return status;
}

/* Also welcomes this thread, which may have been attached before WrapperEntry was loaded. */
MMRESULT ioproc_java_use(JNIEnv *env)
{
    MMRESULT status = IOPROC_READ(entry) == NULL ? create_entry_once(env) : MMSYSERR_NOERROR;

    ioproc_java_welcome(env);
    return status;
}

/*
 * Sets the thread's context class loader, through which a handler finds its library's classes. A
 * thread of a Java application keeps its own.
 */
void ioproc_java_welcome(JNIEnv *env)
{
    const struct ioproc_stack *stack = ioproc_stack_of_java();
    jclass type = IOPROC_READ(entry);

    if (type == NULL || stack == NULL || stack->at_end == NULL)
        return;
    (*env)->CallStaticVoidMethodA(env, type, entry_welcome, NULL);
    (*env)->ExceptionClear(env);
}

/* Keeps the text of an exception that a handler threw on this thread since the last call. */
void ioproc_java_keep_failure(JNIEnv *env)
{
    WCHAR text[IOPROC_TEXT];
    jstring string =
        (*env)->CallStaticObjectMethodA(env, IOPROC_READ(entry), entry_failure, NULL);

    if ((*env)->ExceptionCheck(env)) {
        (*env)->ExceptionClear(env);
        return;
    }
    if (string == NULL)
        return;
    ioproc_copy_string(env, string, text, IOPROC_TEXT);
    (*env)->DeleteLocalRef(env, string);
    ioproc_keep_failure(text);
}

/*
 * Creates the provider through JNI. Since Java 22, reflection uses method handles from the first
 * call, which would load many classes.
 */
static jobject new_provider(JNIEnv *env, const WCHAR *name)
{
    return ioproc_new(env, ioproc_loader_load(env, loader, name), "()V", NULL);
}

/* WrapperEntry throws ClassNotFoundException whenever classes cannot be used. */
static BOOL is_class_failure(JNIEnv *env, jthrowable failure)
{
    jclass type = (*env)->FindClass(env, "java/lang/ClassNotFoundException");

    if (type == NULL) {
        (*env)->ExceptionClear(env);
        return FALSE;
    }
    return (*env)->IsInstanceOf(env, failure, type);
}

static MMRESULT fail_to_create(JNIEnv *env, const WCHAR *name, jthrowable failure)
{
    WCHAR what[IOPROC_TEXT];

    ioproc_format(what, IOPROC_TEXT, L"%ls could not be created", name);
    return ioproc_exception_fail_with(env, IOPROC_E_PROCEDURE, what, failure);
}

static MMRESULT fail_to_load(JNIEnv *env, const WCHAR *name, jthrowable failure)
{
    WCHAR what[IOPROC_TEXT];

    ioproc_format(what, IOPROC_TEXT,
                  L"%ls could not be created; %ls must contain its classes, from the same build as "
                  L"the DLL",
                  name, ioproc_loader_in_dll() ? L"the DLL" : L"the DLL's jar and the folder lib");
    return ioproc_exception_fail_with(env, IOPROC_E_CLASS, what, failure);
}

/* Creates a local reference to the procedure's object. The name is for the text of a failure. */
MMRESULT ioproc_java_procedure(JNIEnv *env, const WCHAR *provider, const WCHAR *name,
                               jobject *created)
{
    jthrowable failure;
    jvalue argument;

    argument.l = new_provider(env, provider);
    if (argument.l == NULL)
        return fail_to_load(env, name, ioproc_exception_take(env));
    *created = (*env)->CallStaticObjectMethodA(env, IOPROC_READ(entry), entry_procedure, &argument);
    failure = ioproc_exception_take(env);
    if (failure == NULL)
        return MMSYSERR_NOERROR;
    return is_class_failure(env, failure) ? fail_to_load(env, name, failure)
                                          : fail_to_create(env, name, failure);
}
