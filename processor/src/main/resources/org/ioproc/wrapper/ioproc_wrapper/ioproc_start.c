/* Starts the VM in a process without one. */
#include "ioproc_private.h"

#include <string.h>

/* Far more than JNI_CreateJavaVM needs, in place of the application's default. */
#define STARTER_STACK (1024 * 1024)

/* The VM calls one of two hooks before it ends the process. */
#define HOOKS 2

struct starter {
    struct ioproc_runtime runtime;
    struct ioproc_options options;
    HMODULE jvm;
    HMODULE java; /* java.dll */
    HANDLE begun; /* set when the thread runs; NULL: out of memory */
    JavaVM *vm;
    MMRESULT status;
    WCHAR failure[IOPROC_TEXT];
};

/* A native method in java.dll that HotSpot's own threads call later. */
struct late_native {
    const char *type;
    JNINativeMethod method;
    const char *exported;
};

static HMODULE load_from_bin(const struct ioproc_runtime *runtime, const WCHAR *name)
{
    WCHAR path[IOPROC_PATH];

    if (!ioproc_format(path, IOPROC_PATH, L"%ls\\bin\\%ls", runtime->home, name) ||
        !ioproc_file_exists(path))
        return NULL;
    return LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
}

/*
 * Windows finds these DLLs for Java's launcher, which is in bin like them, but not for an
 * application. Without zip.dll a compressed image of Java 17 makes jimage.dll crash.
 */
static HMODULE load_jvm(const struct ioproc_runtime *runtime)
{
    HMODULE jvm;

    load_from_bin(runtime, L"vcruntime140.dll");
    load_from_bin(runtime, L"vcruntime140_1.dll");
    load_from_bin(runtime, L"msvcp140.dll");
    jvm = LoadLibraryExW(runtime->jvm, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (jvm != NULL)
        load_from_bin(runtime, L"zip.dll");
    return jvm;
}

/* With nio.dll, which needs net.dll, Java opens the file with the classes. */
static HMODULE load_nio(const struct ioproc_runtime *runtime)
{
    return load_from_bin(runtime, L"nio.dll");
}

/* Windows must not show a message box for a damaged file. */
static HMODULE load_silently(HMODULE (*load)(const struct ioproc_runtime *),
                             const struct ioproc_runtime *runtime, DWORD *error)
{
    DWORD old_mode;
    BOOL changed = SetThreadErrorMode(SEM_FAILCRITICALERRORS, &old_mode);
    HMODULE loaded = load(runtime);

    *error = GetLastError();
    if (changed)
        SetThreadErrorMode(old_mode, NULL);
    return loaded;
}

static void JNICALL on_exit(jint code)
{
    ioproc_log(L"Java ends the process with exit code %ld", code);
}

static void JNICALL on_abort(void)
{
    ioproc_log(L"Java has crashed and ends the process");
}

static void add_hook(JavaVMOption *option, char *name, void *function)
{
    option->optionString = name;
    option->extraInfo = function;
}

static jint create_with(struct starter *starter, JNI_CreateJavaVM_t create)
{
    static char exit_name[] = "exit";
    static char abort_name[] = "abort";
    JavaVMOption options[HOOKS + IOPROC_OPTIONS];
    JavaVMInitArgs arguments;
    void *env;

    add_hook(&options[0], exit_name, (void *)on_exit);
    add_hook(&options[1], abort_name, (void *)on_abort);
    memcpy(options + HOOKS, starter->options.option,
           (size_t)starter->options.count * sizeof *options);
    arguments.version = JNI_VERSION_10;
    arguments.nOptions = HOOKS + starter->options.count;
    arguments.options = options;
    arguments.ignoreUnrecognized = FALSE;
    return create(&starter->vm, &env, &arguments);
}

/* Without jli.dll an agent's instrument.dll does not load, and Java ends the process. */
static void load_for_agents(const struct starter *starter)
{
    if (starter->options.demand.unsure[0] != '\0')
        load_from_bin(&starter->runtime, L"jli.dll");
}

static MMRESULT create_vm(struct starter *starter)
{
    JNI_CreateJavaVM_t create =
        (JNI_CreateJavaVM_t)(void *)GetProcAddress(starter->jvm, "JNI_CreateJavaVM");
    MMRESULT status;
    jint result;

    if (create == NULL)
        return ioproc_fail(IOPROC_E_BAD_JAVA, L"%ls has no JNI_CreateJavaVM",
                           starter->runtime.jvm);
    status = ioproc_reservation_try(&starter->options.demand);
    if (status != MMSYSERR_NOERROR)
        return status;
    load_for_agents(starter);
    starter->java = load_from_bin(&starter->runtime, L"java.dll");
    ioproc_output_take(starter->jvm, starter->java);
    result = create_with(starter, create);
    if (result == JNI_OK)
        return MMSYSERR_NOERROR;
    starter->vm = NULL;
    return ioproc_fail(IOPROC_E_VM_START,
                       L"Java did not start: JNI_CreateJavaVM of %ls returned %ld%ls",
                       starter->runtime.jvm, result,
                       result == JNI_EVERSION ? L"; it is too old" : L"");
}

static void link_native(JNIEnv *env, HMODULE java, const struct late_native *late)
{
    JNINativeMethod method = late->method;
    jclass type = (*env)->FindClass(env, late->type);

    method.function = (void *)GetProcAddress(java, late->exported);
    if (type != NULL && method.function != NULL)
        (*env)->RegisterNatives(env, type, &method, 1);
    (*env)->ExceptionClear(env);
}

/*
 * Links two methods before HotSpot's threads first call them, after the first collection. Linking
 * takes the loader lock, and the next collection waits for that. Under Wine 8.0 a thread that ends
 * waits for the collection while it holds a lock that new threads need, and a new thread holds the
 * loader lock.
 */
static void link_early(const struct starter *starter)
{
    static char pending[] = "getAndClearReferencePendingList";
    static char pending_type[] = "()Ljava/lang/ref/Reference;";
    static char complete[] = "reportComplete";
    static char complete_type[] = "(Ljava/lang/Object;)V";
    static const struct late_native late[] = {
        {"java/lang/ref/Reference",
         {pending, pending_type, NULL},
         "Java_java_lang_ref_Reference_getAndClearReferencePendingList"},
        {"java/lang/ref/Finalizer", /* since 18 */
         {complete, complete_type, NULL},
         "Java_java_lang_ref_Finalizer_reportComplete"}};
    void *env = NULL;
    size_t i;

    if (starter->java == NULL ||
        (*starter->vm)->GetEnv(starter->vm, &env, JNI_VERSION_10) != JNI_OK)
        return;
    for (i = 0; i < sizeof late / sizeof *late; i++)
        link_native(env, starter->java, &late[i]);
}

/*
 * The thread that creates the VM becomes Java's main thread, so it must not be the application's.
 */
static DWORD WINAPI run_starter(void *parameter)
{
    struct starter *starter = parameter;
    struct ioproc_thread *thread = ioproc_thread_current();

    if (starter->begun != NULL)
        SetEvent(starter->begun);
    starter->status = create_vm(starter);
    if (thread != NULL)
        ioproc_format(starter->failure, IOPROC_TEXT, L"%ls", thread->failure);
    if (starter->vm == NULL)
        return 0;
    if (ioproc_process_in_wine())
        link_early(starter);
    (*starter->vm)->DetachCurrentThread(starter->vm);
    return 0;
}

/*
 * Loads at the same time what Java needs next. A new thread needs the loader lock, so it must have
 * begun. With few addresses, the DLLs could take the place that was found for the heap.
 */
static void await_starter(const struct starter *starter, HANDLE thread)
{
    DWORD error;

    if (sizeof(void *) == 8 && starter->begun != NULL) {
        WaitForSingleObject(starter->begun, INFINITE);
        load_silently(load_nio, &starter->runtime, &error);
    }
    WaitForSingleObject(thread, INFINITE);
}

static MMRESULT start_thread(struct starter *starter)
{
    HANDLE thread = CreateThread(NULL, STARTER_STACK, run_starter, starter,
                                 STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);

    if (thread == NULL)
        return ioproc_fail(IOPROC_E_SYSTEM, L"A thread could not be created (Windows error %lu)",
                           GetLastError());
    await_starter(starter, thread);
    CloseHandle(thread);
    if (starter->status != MMSYSERR_NOERROR)
        ioproc_keep_failure(starter->failure);
    return starter->status;
}

static MMRESULT load_and_start(struct starter *starter)
{
    MMRESULT status;
    DWORD error;

    starter->jvm = load_silently(load_jvm, &starter->runtime, &error);
    if (starter->jvm == NULL)
        return ioproc_fail(IOPROC_E_BAD_JAVA, L"%ls could not be loaded (Windows error %lu)",
                           starter->runtime.jvm, error);
    starter->begun = CreateEventW(NULL, FALSE, FALSE, NULL);
    status = start_thread(starter);
    if (starter->begun != NULL)
        CloseHandle(starter->begun);
    return status;
}

static MMRESULT start(struct starter *starter)
{
    ULONGLONG begin = GetTickCount64();
    MMRESULT status = ioproc_policy_check();

    if (status == MMSYSERR_NOERROR)
        status = ioproc_runtime_find(&starter->runtime, NULL);
    if (status == MMSYSERR_NOERROR)
        status = ioproc_options_read(&starter->options, sizeof(void *) == 8);
    if (status == MMSYSERR_NOERROR)
        status = ioproc_trial(&starter->options, &starter->runtime);
    if (status == MMSYSERR_NOERROR) {
        ioproc_shared_use(&starter->options, &starter->runtime);
        status = load_and_start(starter);
    }
    if (status == MMSYSERR_NOERROR && starter->options.class_path[0] != '\0')
        ioproc_loader_use_class_path();
    if (status == MMSYSERR_NOERROR)
        ioproc_log(L"Java started in %lu ms", (DWORD)(GetTickCount64() - begin));
    return status;
}

MMRESULT ioproc_start(JavaVM **vm)
{
    struct starter *starter = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *starter);
    MMRESULT status;

    if (starter == NULL)
        return ioproc_fail_memory();
    status = start(starter);
    *vm = starter->vm;
    HeapFree(GetProcessHeap(), 0, starter);
    return status;
}
