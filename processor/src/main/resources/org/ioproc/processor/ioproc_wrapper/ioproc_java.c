/*
 * The library's Java side: org.ioproc.glue.WrapperEntry, what it needs of C, and its failures.
 *
 * Attached threads have no Java frame that would end: every local reference is released here.
 */
#include "ioproc_private.h"

#include <wchar.h>

/* Counts the changes of what this source and org.ioproc.glue.WrapperEntry ask of each other. */
#define CONTRACT 3

/* What Windows takes at most, in characters with the terminator. */
#define LONGEST_PATH 32768

static struct ioproc_turn preparation; /* of all that follows */
static jobject loader;
static void *volatile entry; /* the class WrapperEntry; set last */
static jmethodID entry_procedure;
static jmethodID entry_welcome;
static jmethodID entry_text;
static jmethodID entry_failure;
jmethodID ioproc_callback;

/* The native methods of org.ioproc.internal.transport.JniTransport. */

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

/* NULL for what is no path on Windows: Java reports it. */
static jstring full_path(JNIEnv *env, const WCHAR *path, WCHAR *full)
{
    DWORD length = GetFullPathNameW(path, LONGEST_PATH, full, NULL);

    if (length == 0 || length >= LONGEST_PATH)
        return NULL;
    return (*env)->NewString(env, full, (jint)length);
}

/* As the process resolves it at this moment; Java knows only the current directory of its start. */
static jstring JNICALL native_full_path(JNIEnv *env, jclass type, jstring path)
{
    WCHAR *text = HeapAlloc(GetProcessHeap(), 0, 2 * LONGEST_PATH * sizeof *text);
    jint length = (*env)->GetStringLength(env, path);
    jstring result = NULL;

    (void)type;
    if (text == NULL)
        return NULL;
    ioproc_copy_string(env, path, text, LONGEST_PATH);
    if (wcslen(text) == (size_t)length)
        result = full_path(env, text, text + LONGEST_PATH);
    HeapFree(GetProcessHeap(), 0, text);
    return result;
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

static BOOL register_natives(JNIEnv *env, jobject from)
{
    static char view[] = "view0";
    static char view_signature[] = "(JI)Ljava/nio/ByteBuffer;";
    static char address[] = "address0";
    static char address_signature[] = "(Ljava/nio/ByteBuffer;)J";
    static char path[] = "fullPath0";
    static char path_signature[] = "(Ljava/lang/String;)Ljava/lang/String;";
    const JNINativeMethod natives[] = {{view, view_signature, (void *)native_view},
                                       {address, address_signature, (void *)native_address},
                                       {path, path_signature, (void *)native_full_path}};
    const jint count = sizeof natives / sizeof *natives;
    jclass type = ioproc_loader_load(env, from, L"org.ioproc.internal.transport.JniTransport");

    return type != NULL && (*env)->RegisterNatives(env, type, natives, count) == JNI_OK;
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

    return type != NULL && find_methods(env, type, from) && register_natives(env, from) &&
           start_entry(env, type) && keep_entry(env, from, type);
}

static MMRESULT create_entry(JNIEnv *env)
{
    jobject from;
    MMRESULT status = ioproc_loader_create(env, &from);

    if (status == MMSYSERR_NOERROR && !create_entry_from(env, from))
        status = ioproc_exception_fail(env, IOPROC_E_CLASS,
                                       L"The library's classes cannot be used; its jar, ioproc's "
                                       L"jar and the DLL belong together");
    return status;
}

/* Java code that is not ours may run here, that of an agent or of a logger in the folder lib. */
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

/* Threads that were attached before there was a WrapperEntry are welcomed here. */
MMRESULT ioproc_java_use(JNIEnv *env)
{
    MMRESULT status = IOPROC_READ(entry) == NULL ? create_entry_once(env) : MMSYSERR_NOERROR;

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
    jclass type = IOPROC_READ(entry);

    if (type == NULL || thread == NULL || thread->at_end == NULL)
        return;
    (*env)->CallStaticVoidMethodA(env, type, entry_welcome, NULL);
    (*env)->ExceptionClear(env);
}

/* The text of what a handler threw on this thread since this was asked last, if it threw. */
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
                               jobject *created)
{
    jthrowable failure;
    jvalue argument;

    argument.l = new_provider(env, provider);
    if (argument.l == NULL)
        return ioproc_exception_fail(env, IOPROC_E_CLASS, what);
    *created = (*env)->CallStaticObjectMethodA(env, IOPROC_READ(entry), entry_procedure, &argument);
    failure = ioproc_exception_take(env);
    if (failure == NULL)
        return MMSYSERR_NOERROR;
    return ioproc_exception_fail_with(
        env, is_class_failure(env, failure) ? IOPROC_E_CLASS : IOPROC_E_PROCEDURE, what, failure);
}
