/*
 * The Java side: a class loader over the jars beside the DLL, org.ioproc.glue.Host in it, and one
 * object for each procedure. The loader is made from UTF-16 paths, because a class path option is
 * in the ANSI code page, and serves a VM that was there before as well.
 *
 * Attached threads have no Java frame that would end: every local reference is released here.
 */
#include "ioproc_private.h"

#include <stdlib.h>
#include <wchar.h>

#define JARS 256
#define LOCAL_REFERENCES 32

/* Counts the changes of what this source and org.ioproc.glue.Host ask of each other. */
#define CONTRACT 1

struct jars {
    int count;
    WCHAR *path[JARS];
};

static jobject loader;
static void *volatile host; /* a jclass; set last */
static jmethodID host_procedure;
static jmethodID host_welcome;
static jmethodID host_text;
static jmethodID host_failure;
jmethodID ioproc_callback;

/* What the Java side cannot do by itself: see org.ioproc.internal.transport.HostTransport. */

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

/* Before there is a Host, and when it is what failed, with Throwable.toString. */
static jstring java_text(JNIEnv *env, const jvalue *failure)
{
    jclass type = IOPROC_READ(host);
    jmethodID to_string;

    if (type != NULL)
        return (*env)->CallStaticObjectMethodA(env, type, host_text, failure);
    type = (*env)->FindClass(env, "java/lang/Object");
    if (type == NULL)
        return NULL;
    to_string = (*env)->GetMethodID(env, type, "toString", "()Ljava/lang/String;");
    return to_string == NULL ? NULL : (*env)->CallObjectMethodA(env, failure->l, to_string, NULL);
}

static void describe(JNIEnv *env, jthrowable failure, WCHAR *text, int length)
{
    jstring string = NULL;
    jvalue argument;

    argument.l = failure;
    text[0] = L'\0';
    if ((*env)->PushLocalFrame(env, LOCAL_REFERENCES) == JNI_OK) {
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

/* The pending exception becomes the failure's text. */
MMRESULT ioproc_glue_fail(JNIEnv *env, MMRESULT status, const WCHAR *what)
{
    WCHAR text[IOPROC_TEXT];
    jthrowable failure = (*env)->ExceptionOccurred(env);

    (*env)->ExceptionClear(env);
    if (failure == NULL)
        return ioproc_fail(status, L"%ls: no reason was given", what);
    describe(env, failure, text, IOPROC_TEXT);
    (*env)->DeleteLocalRef(env, failure);
    return ioproc_fail(status, L"%ls: %ls", what, text);
}

/* What a handler threw on this thread since this was asked last. */
BOOL ioproc_glue_take_failure(WCHAR *text, int length)
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

/* The jars. */

static void free_jars(struct jars *jars)
{
    while (jars->count > 0)
        HeapFree(GetProcessHeap(), 0, jars->path[--jars->count]);
}

static BOOL add_jar(struct jars *jars, const WCHAR *path)
{
    size_t length = wcslen(path) + 1;
    WCHAR *copy;

    if (jars->count == JARS)
        return FALSE;
    copy = HeapAlloc(GetProcessHeap(), 0, length * sizeof *copy);
    if (copy == NULL)
        return FALSE;
    ioproc_format(copy, length, L"%ls", path);
    jars->path[jars->count++] = copy;
    return TRUE;
}

static BOOL add_found(struct jars *jars, const WCHAR *name)
{
    WCHAR relative[MAX_PATH + 8];
    WCHAR path[IOPROC_PATH];

    return ioproc_format(relative, MAX_PATH + 8, L"lib\\%ls", name) &&
           ioproc_beside(path, relative) && add_jar(jars, path);
}

static int compare_paths(const void *a, const void *b)
{
    return wcscmp(*(WCHAR *const *)a, *(WCHAR *const *)b);
}

/* In the order of their names, because file systems have orders of their own. */
static BOOL add_lib(struct jars *jars)
{
    WCHAR pattern[IOPROC_PATH];
    WIN32_FIND_DATAW found;
    int first = jars->count;
    BOOL added = TRUE;
    HANDLE search;

    if (!ioproc_beside(pattern, L"lib\\*.jar"))
        return FALSE;
    search = FindFirstFileW(pattern, &found);
    if (search == INVALID_HANDLE_VALUE)
        return TRUE;
    do
        added = add_found(jars, found.cFileName);
    while (added && FindNextFileW(search, &found));
    FindClose(search);
    qsort(jars->path + first, (size_t)(jars->count - first), sizeof *jars->path, compare_paths);
    return added;
}

static MMRESULT find_jars(struct jars *jars)
{
    WCHAR name[MAX_PATH];
    WCHAR path[IOPROC_PATH];

    if (!ioproc_format(name, MAX_PATH, L"%ls.jar", ioproc_library) || !ioproc_beside(path, name))
        return ioproc_fail(IOPROC_E_NO_CLASSES, L"The DLL's path is too long");
    if (!ioproc_file_exists(path))
        return ioproc_fail(IOPROC_E_NO_CLASSES, L"The procedures' classes are missing: there is "
                                                L"no %ls", path);
    if (!add_jar(jars, path) || !add_lib(jars))
        return ioproc_fail(IOPROC_E_NO_CLASSES, L"There are more than %d jars beside the DLL, or "
                                                L"a path is too long", JARS);
    return MMSYSERR_NOERROR;
}

/* The class loader. Each function returns NULL or FALSE with an exception pending. */

static jobject unless_thrown(JNIEnv *env, jobject result)
{
    return (*env)->ExceptionCheck(env) ? NULL : result;
}

static jobject new_object(JNIEnv *env, const char *class_name, const char *signature,
                          const jvalue *arguments)
{
    jclass type = (*env)->FindClass(env, class_name);
    jmethodID constructor;

    if (type == NULL)
        return NULL;
    constructor = (*env)->GetMethodID(env, type, "<init>", signature);
    if (constructor == NULL)
        return NULL;
    return unless_thrown(env, (*env)->NewObjectA(env, type, constructor, arguments));
}

static jobject call(JNIEnv *env, jobject object, const char *class_name, const char *method,
                    const char *signature)
{
    jclass type = (*env)->FindClass(env, class_name);
    jmethodID id;

    if (type == NULL)
        return NULL;
    id = (*env)->GetMethodID(env, type, method, signature);
    if (id == NULL)
        return NULL;
    return unless_thrown(env, (*env)->CallObjectMethodA(env, object, id, NULL));
}

static jstring new_string(JNIEnv *env, const WCHAR *text)
{
    return (*env)->NewString(env, text, (jint)wcslen(text));
}

/* new File(path).toURI().toURL() */
static jobject make_url(JNIEnv *env, const WCHAR *path)
{
    jvalue argument;
    jobject file;
    jobject uri;

    argument.l = new_string(env, path);
    if (argument.l == NULL)
        return NULL;
    file = new_object(env, "java/io/File", "(Ljava/lang/String;)V", &argument);
    if (file == NULL)
        return NULL;
    uri = call(env, file, "java/io/File", "toURI", "()Ljava/net/URI;");
    return uri == NULL ? NULL : call(env, uri, "java/net/URI", "toURL", "()Ljava/net/URL;");
}

static BOOL put_url(JNIEnv *env, jobjectArray urls, jint index, const WCHAR *path)
{
    jobject url;

    if ((*env)->PushLocalFrame(env, LOCAL_REFERENCES) != JNI_OK)
        return FALSE;
    url = make_url(env, path);
    if (url != NULL)
        (*env)->SetObjectArrayElement(env, urls, index, url);
    (*env)->PopLocalFrame(env, NULL);
    return url != NULL && !(*env)->ExceptionCheck(env);
}

static jobjectArray make_urls(JNIEnv *env, const struct jars *jars)
{
    jclass type = (*env)->FindClass(env, "java/net/URL");
    jobjectArray urls;
    int i;

    urls = type == NULL ? NULL : (*env)->NewObjectArray(env, jars->count, type, NULL);
    for (i = 0; urls != NULL && i < jars->count; i++) {
        if (!put_url(env, urls, i, jars->path[i]))
            return NULL;
    }
    return urls;
}

static jobject platform_loader(JNIEnv *env)
{
    jclass type = (*env)->FindClass(env, "java/lang/ClassLoader");
    jmethodID get;

    if (type == NULL)
        return NULL;
    get = (*env)->GetStaticMethodID(env, type, "getPlatformClassLoader",
                                    "()Ljava/lang/ClassLoader;");
    if (get == NULL)
        return NULL;
    return unless_thrown(env, (*env)->CallStaticObjectMethodA(env, type, get, NULL));
}

/* Beside the application's own classes, if it has any: neither sees the other's. */
static jobject make_loader(JNIEnv *env, const struct jars *jars)
{
    jvalue arguments[2];

    arguments[0].l = make_urls(env, jars);
    if (arguments[0].l == NULL)
        return NULL;
    arguments[1].l = platform_loader(env);
    if (arguments[1].l == NULL)
        return NULL;
    return new_object(env, "java/net/URLClassLoader",
                      "([Ljava/net/URL;Ljava/lang/ClassLoader;)V", arguments);
}

static jclass load_class(JNIEnv *env, jobject from, const WCHAR *name)
{
    jclass type = (*env)->FindClass(env, "java/lang/ClassLoader");
    jmethodID load;
    jvalue argument;

    if (type == NULL)
        return NULL;
    load = (*env)->GetMethodID(env, type, "loadClass", "(Ljava/lang/String;)Ljava/lang/Class;");
    argument.l = load == NULL ? NULL : new_string(env, name);
    if (argument.l == NULL)
        return NULL;
    return unless_thrown(env, (*env)->CallObjectMethodA(env, from, load, &argument));
}

/* Host. */

/* Of the class, where callback is final: through the interface each message would look for it. */
static BOOL find_methods(JNIEnv *env, jclass type, jobject from)
{
    jclass procedure = load_class(env, from, L"org.ioproc.glue.IoProcGlue");

    if (procedure == NULL)
        return FALSE;
    ioproc_callback = (*env)->GetMethodID(env, procedure, "callback", "(JIJJ)J");
    if (ioproc_callback == NULL)
        return FALSE;
    host_procedure = (*env)->GetStaticMethodID(
        env, type, "procedure", "(Ljava/lang/String;)Lorg/ioproc/glue/IoProcGlue;");
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
    jclass type = load_class(env, from, L"org.ioproc.internal.transport.HostTransport");

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
        arguments[2].l = new_string(env, log);
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

static BOOL make_host_from(JNIEnv *env, const struct jars *jars)
{
    jobject from = make_loader(env, jars);
    jclass type = from == NULL ? NULL : load_class(env, from, L"org.ioproc.glue.Host");

    return type != NULL && find_methods(env, type, from) && register_natives(env, from) &&
           start_host(env, type) && keep_host(env, from, type);
}

static MMRESULT make_host(JNIEnv *env)
{
    struct jars jars = {0, {NULL}};
    MMRESULT status = find_jars(&jars);

    if (status == MMSYSERR_NOERROR && !make_host_from(env, &jars))
        status = ioproc_glue_fail(env, IOPROC_E_CLASS,
                                  L"The library's classes cannot be used; its jar, ioproc's jar "
                                  L"and the DLL belong together");
    free_jars(&jars);
    ioproc_glue_welcome(env);
    return status;
}

/*
 * A handler finds its own library's classes through the thread's context class loader. A thread
 * that a Java application brought along keeps the one that it has.
 */
void ioproc_glue_welcome(JNIEnv *env)
{
    struct ioproc_thread *thread = ioproc_thread_current();
    jclass type = IOPROC_READ(host);

    if (type == NULL || thread == NULL || !thread->attached)
        return;
    (*env)->CallStaticVoidMethodA(env, type, host_welcome, NULL);
    (*env)->ExceptionClear(env);
}

/* The procedures. */

/* Host throws ClassNotFoundException for whatever keeps classes from being used. */
static BOOL is_class_failure(JNIEnv *env, jthrowable failure)
{
    jclass type = (*env)->FindClass(env, "java/lang/ClassNotFoundException");

    if (type == NULL) {
        (*env)->ExceptionClear(env);
        return FALSE;
    }
    return (*env)->IsInstanceOf(env, failure, type);
}

static MMRESULT not_made(const struct ioproc_procedure *procedure, JNIEnv *env)
{
    jthrowable failure = (*env)->ExceptionOccurred(env);
    WCHAR text[IOPROC_TEXT];
    MMRESULT status;

    (*env)->ExceptionClear(env);
    status = is_class_failure(env, failure) ? IOPROC_E_CLASS : IOPROC_E_PROCEDURE;
    describe(env, failure, text, IOPROC_TEXT);
    return ioproc_fail(status, L"%ls cannot be made: %ls", procedure->name, text);
}

static MMRESULT make_procedure(struct ioproc_procedure *procedure, JNIEnv *env)
{
    jobject made = NULL;
    jvalue argument;

    argument.l = new_string(env, procedure->provider);
    if (argument.l != NULL)
        made = (*env)->CallStaticObjectMethodA(env, IOPROC_READ(host), host_procedure, &argument);
    if ((*env)->ExceptionCheck(env))
        return not_made(procedure, env);
    made = (*env)->NewGlobalRef(env, made);
    if (made == NULL)
        return ioproc_fail(IOPROC_E_SYSTEM, L"There is not enough memory");
    InterlockedExchangePointer(&procedure->glue, made);
    ioproc_log(L"%ls is ready", procedure->name);
    return MMSYSERR_NOERROR;
}

static MMRESULT make_both(struct ioproc_procedure *procedure, JNIEnv *env)
{
    MMRESULT status = MMSYSERR_NOERROR;

    if ((*env)->PushLocalFrame(env, LOCAL_REFERENCES) != JNI_OK)
        return ioproc_glue_fail(env, IOPROC_E_SYSTEM, procedure->name);
    if (IOPROC_READ(host) == NULL)
        status = make_host(env);
    if (status == MMSYSERR_NOERROR)
        status = make_procedure(procedure, env);
    (*env)->PopLocalFrame(env, NULL);
    return status;
}

static MMRESULT make_once(struct ioproc_procedure *procedure, JNIEnv *env)
{
    MMRESULT status;

    if (IOPROC_READ(procedure->glue) != NULL)
        return MMSYSERR_NOERROR;
    if (procedure->making)
        return ioproc_fail(IOPROC_E_PROCEDURE, L"The constructor of %ls uses a file of its own",
                           procedure->name);
    procedure->making = TRUE;
    status = make_both(procedure, env);
    procedure->making = FALSE;
    return status;
}

MMRESULT ioproc_glue_make(struct ioproc_procedure *procedure, JNIEnv *env)
{
    MMRESULT status;

    ioproc_lock();
    status = make_once(procedure, env);
    ioproc_unlock();
    return status;
}
