/* The declarations that the fixed sources share. */
#ifndef IOPROC_PRIVATE_H
#define IOPROC_PRIVATE_H

#include "ioproc_wrapper.h"
#include "ioproc_jni.h"

/* HotSpot keeps its own path in MAX_PATH characters; the paths beside the DLL may be longer. */
#define IOPROC_PATH 1024
#define IOPROC_TEXT 1024

/* More local references than any of these functions creates before it releases them. */
#define IOPROC_LOCAL_REFERENCES 32

/* Reads a pointer that another thread may have set, with acquire semantics. */
#ifdef __GNUC__
#define IOPROC_READ(pointer) __atomic_load_n(&(pointer), __ATOMIC_ACQUIRE)
#else
#define IOPROC_READ(pointer) ReadPointerAcquire((void *const volatile *)&(pointer))
#endif

/* Keeps a rare path out of its caller. Inlined, it would cost a nanosecond or two per message. */
#ifdef __GNUC__
#define IOPROC_NOINLINE __attribute__((noinline))
#else
#define IOPROC_NOINLINE __declspec(noinline)
#endif

/*
 * One section for each source, from the bottom up: a source calls only its own section and those
 * above it in this header.
 */

/* ioproc_format.c: formatted texts, always terminated. FALSE: the text was truncated. */
BOOL ioproc_format(WCHAR *buffer, size_t length, const WCHAR *format, ...);
BOOL ioproc_format_list(WCHAR *buffer, size_t length, const WCHAR *format, va_list arguments);

/* ioproc_text.c: texts in buffers of a fixed size, and comparisons. */
BOOL ioproc_is_ansi(const WCHAR *text); /* whether the ANSI code page has all of its characters */
BOOL ioproc_is_same(const WCHAR *a, const WCHAR *b);             /* in any case, as file names */
BOOL ioproc_begins_alike(const WCHAR *text, const WCHAR *start); /* in any case */
BOOL ioproc_begins_with(const char *text, const char *start);
void ioproc_append(WCHAR *buffer, size_t length, const WCHAR *text);
int ioproc_hand_out(const WCHAR *text, WCHAR *buffer, int length); /* returns the text's length */
void ioproc_strip_prefix(WCHAR *path);                             /* \\?\ and the like */

/* ioproc_library.c: the library's data. */
const WCHAR *ioproc_library_fault(void); /* the failure's text; NULL: the data can be used */

/* ioproc_import.c: the functions that a DLL imports. NULL: it does not import the function. */
void *ioproc_import(HMODULE module, const char *name);
void *ioproc_import_replace(HMODULE module, const char *name, void *replacement); /* the original */

/* ioproc_call.c: Java's constructors and methods by name. NULL: an exception is pending. */
jobject ioproc_new(JNIEnv *env, jclass type, const char *signature, const jvalue *arguments);
jobject ioproc_call(JNIEnv *env, jobject object, const char *class_name, const char *method,
                    const char *signature, const jvalue *arguments);
jobject ioproc_call_static(JNIEnv *env, const char *class_name, const char *method,
                           const char *signature);
jstring ioproc_new_string(JNIEnv *env, const WCHAR *text);
void ioproc_copy_string(JNIEnv *env, jstring string, WCHAR *text, int length);

/* ioproc_process.c: the state of the process, its threads and its fibers. */
struct ioproc_stack {
    ULONG_PTR low;
    ULONG_PTR high; /* where the stack begins; it grows down */
    LONG entries;   /* how many calls into a procedure are running on it */
    const struct ioproc_thread *owner; /* the fiber that the stack belongs to */
    void (*at_end)(void);              /* to call when the owner ends, or NULL */
};
struct ioproc_thread { /* or one of its fibers */
    const struct ioproc_turn *awaits; /* see ioproc_turn.c */
    WCHAR failure[IOPROC_TEXT];
};
MMRESULT ioproc_process_use(void); /* a status without a text */
BOOL ioproc_process_exiting(void);
BOOL ioproc_process_in_wine(void);
struct ioproc_thread *ioproc_thread_current(void); /* NULL: before use, or out of memory */
size_t ioproc_stack_left(void);
BOOL ioproc_stack_keep(void); /* call before Java attaches this thread and remembers its stack */
struct ioproc_stack *ioproc_stack_of_java(void); /* that Java remembers for this thread, or NULL */
/* Whether Java can run here. ioproc_stack_ready: on a thread that Java has attached. */
BOOL ioproc_stack_serves(const struct ioproc_stack *of_java, size_t needed);
struct ioproc_stack *ioproc_stack_ready(size_t needed);
BOOL ioproc_own_path(WCHAR *path); /* as Windows knows it, perhaps with a prefix. FALSE: too long */
BOOL ioproc_beside(WCHAR *path, const WCHAR *name); /* the path of a file beside the DLL */
BOOL ioproc_file_exists(const WCHAR *path);

/* ioproc_failure.c: failures, each with a status and a text, which is kept and logged. */
MMRESULT ioproc_fail(MMRESULT status, const WCHAR *format, ...);
MMRESULT ioproc_fail_memory(void);
void ioproc_keep_failure(const WCHAR *text);
void ioproc_log(const WCHAR *format, ...);
BOOL ioproc_log_path(WCHAR *path);

/* ioproc_turn.c: turns, each of which one thread holds at a time. */
/*
 * Returns IOPROC_E_BUSY if another thread has held the turn for too long. Returns
 * IOPROC_E_PROCEDURE, without a text, if this thread or one that waits for it holds the turn.
 */
MMRESULT ioproc_turn_take(struct ioproc_turn *turn, const WCHAR *doing, const WCHAR *name);
void ioproc_turn_give(struct ioproc_turn *turn);
BOOL ioproc_turn_is_mine(const struct ioproc_turn *turn);

/* ioproc_helper.c: threads that work for others, on a large stack. */
typedef void (*ioproc_work)(void *argument);
MMRESULT ioproc_helper_run(ioproc_work work, void *argument);

/* ioproc_exception.c: Java's exceptions as failures. */
void ioproc_exceptions_described_by(jclass type, jmethodID text);
jthrowable ioproc_exception_take(JNIEnv *env); /* NULL: none was pending */
MMRESULT ioproc_exception_fail(JNIEnv *env, MMRESULT status, const WCHAR *what);
MMRESULT ioproc_exception_fail_with(JNIEnv *env, MMRESULT status, const WCHAR *what,
                                    jthrowable failure);

/* ioproc_policy.c: whether the process's policies allow a VM. */
MMRESULT ioproc_policy_check(void);

/* ioproc_file.c: the beginnings of files, and a DLL's machine and version. */
struct ioproc_version {
    DWORD part[4]; /* 8, 0, 402 of 1.8.0_402; a first part of 0 is unknown */
};
struct ioproc_image {
    WORD machine; /* 0: the file is not a DLL */
    BOOL whole;
};
DWORD ioproc_file_start(const WCHAR *path, void *bytes, DWORD length, ULONGLONG *size);
void ioproc_file_image(const WCHAR *path, struct ioproc_image *image);
BOOL ioproc_file_version(const WCHAR *path, struct ioproc_version *version);
BOOL ioproc_version_parse(const WCHAR *text, struct ioproc_version *version);
int ioproc_version_compare(const struct ioproc_version *a, const struct ioproc_version *b);

/* ioproc_candidate.c: whether a folder is a Java runtime that this process can use. */
#define IOPROC_OLDEST_JAVA 17
#define IOPROC_REASON 128
#define IOPROC_VERSION 32
struct ioproc_runtime {
    WCHAR home[IOPROC_PATH];
    WCHAR jvm[IOPROC_PATH];
    WCHAR place[IOPROC_PATH]; /* where it was found */
    WCHAR version_text[IOPROC_VERSION];
    struct ioproc_version version;
};
enum ioproc_verdict {
    IOPROC_FITS,
    IOPROC_DOUBTFUL, /* taken only if nothing fits */
    IOPROC_WRONG,    /* of another architecture, or too old */
    IOPROC_NO_RUNTIME
};
BOOL ioproc_candidate_clean(const WCHAR *text, WCHAR *path); /* FALSE: too long */
BOOL ioproc_candidate_absolute(const WCHAR *path);
BOOL ioproc_candidate_has_classes(const struct ioproc_runtime *runtime);
enum ioproc_verdict ioproc_candidate_judge(struct ioproc_runtime *runtime, WCHAR *reason);

/* ioproc_registry.c: the homes that installers of Java write into the registry. */
typedef void (*ioproc_registry_found)(void *context, const WCHAR *hive, const WCHAR *key,
                                      const WCHAR *home);
void ioproc_registry_javasoft(ioproc_registry_found found, void *context);
void ioproc_registry_vendors(ioproc_registry_found found, void *context);

/* ioproc_search.c: the runtimes that a search has found, and why it refused others. */
struct ioproc_search *ioproc_search_create(void); /* NULL: out of memory */
void ioproc_search_free(struct ioproc_search *search);
void ioproc_search_next_place(struct ioproc_search *search);
void ioproc_search_consider(struct ioproc_search *search, const WCHAR *place, const WCHAR *home);
void ioproc_search_empty(struct ioproc_search *search, const WCHAR *what); /* no runtime there */
BOOL ioproc_search_succeeded(const struct ioproc_search *search);
const struct ioproc_runtime *ioproc_search_result(const struct ioproc_search *search); /* or NULL */
MMRESULT ioproc_search_fail(const struct ioproc_search *search);

/* ioproc_runtime.c: where Java is. */
MMRESULT ioproc_runtime_find(struct ioproc_runtime *runtime);
int ioproc_runtime_text(BOOL present, WCHAR *buffer, int length); /* present: not this DLL's VM */

/* ioproc_harmless.c: whether an option can end the process. */
BOOL ioproc_is_harmless(const char *option);

/* ioproc_demand.c: what options demand of the process. */
struct ioproc_demand {
    ULONGLONG heap; /* -Xmx in bytes; 0: no option sets it */
    ULONGLONG initial_heap;
    ULONGLONG memory; /* MaxRAM, of which the heap is a part; 0: the machine's memory */
    DWORD part; /* of each megabyte of it, in bytes, that is the heap's */
    ULONGLONG code_cache;
    ULONGLONG class_space;
    BOOL heap_set; /* by any option */
    BOOL code_cache_set;
    BOOL class_space_set;
    char unsure[64]; /* the first option that may end the process, or empty */
};
void ioproc_demand_start(struct ioproc_demand *demand);
void ioproc_demand_option(struct ioproc_demand *demand, const char *option);
void ioproc_demand_text(struct ioproc_demand *demand, char *text); /* splits it as HotSpot does */
void ioproc_demand_end(struct ioproc_demand *demand);
ULONGLONG ioproc_demand_heap(const struct ioproc_demand *demand);

/* ioproc_options.c: the options with which the VM starts. */
#define IOPROC_OPTIONS 64
struct ioproc_options {
    jint count;
    JavaVMOption option[IOPROC_OPTIONS];
    struct ioproc_demand demand;
    char text[16 * 1024];
};
MMRESULT ioproc_options_read(struct ioproc_options *options);

/* ioproc_reservation.c: whether the process has room for Java. */
MMRESULT ioproc_reservation_try(const struct ioproc_demand *demand);

/* ioproc_child.c: runs another program. FALSE: it could not be started. */
struct ioproc_program {
    const WCHAR *path;
    WCHAR *command_line;
    WCHAR *environment;
    DWORD milliseconds; /* after which it is terminated */
};
struct ioproc_result {
    DWORD exit_code;
    char output[IOPROC_TEXT]; /* its beginning */
};
BOOL ioproc_child_run(const struct ioproc_program *program, struct ioproc_result *result);

/* ioproc_trial.c: whether Java accepts the options. */
MMRESULT ioproc_trial(const struct ioproc_options *options, const struct ioproc_runtime *runtime);

/* ioproc_archive.c: whether the classes in a file are complete. */
MMRESULT ioproc_archive_check(const struct ioproc_archive *archive, const WCHAR *path);

/* ioproc_loader.c: a class loader over the classes in the DLL or beside it. */
BOOL ioproc_loader_in_dll(void); /* whether the DLL contains the classes */
MMRESULT ioproc_loader_create(JNIEnv *env, jobject *loader);
jclass ioproc_loader_load(JNIEnv *env, jobject loader, const WCHAR *name); /* NULL: it threw */

/* ioproc_output.c: separates the output of the wrapper's VM from the application's. */
BOOL ioproc_output_path(WCHAR *path);               /* where it goes: to the log, or to NUL */
void ioproc_output_take(HMODULE jvm, HMODULE java); /* java may be NULL */

/* ioproc_start.c: starts the VM. */
MMRESULT ioproc_start(JavaVM **vm);

/* ioproc_vm.c: the VM of the process, and this thread's way into it. */
BOOL ioproc_vm_exists(void);
BOOL ioproc_vm_is_ours(void); /* whether this DLL started it */
MMRESULT ioproc_vm_enter(JNIEnv **env, BOOL *attached); /* attached: by this call */
JNIEnv *ioproc_vm_env(void);                            /* NULL: this thread is not attached */

/* ioproc_natives.c: native methods of the library's Java side. FALSE: an exception is pending. */
BOOL ioproc_natives_register(JNIEnv *env, jobject loader);

/* ioproc_java.c: the library's Java side. */
MMRESULT ioproc_java_use(JNIEnv *env);
MMRESULT ioproc_java_procedure(JNIEnv *env, const WCHAR *provider, const WCHAR *name,
                               jobject *created);
void ioproc_java_welcome(JNIEnv *env); /* a thread that was just attached */
void ioproc_java_keep_failure(JNIEnv *env);
extern jmethodID ioproc_callback;

/* ioproc_procedure.c: the Java objects of procedures. */
MMRESULT ioproc_procedure_create(struct ioproc_procedure *procedure, JNIEnv *env);

/* ioproc_run.c: whether and on which stack an exported function may run. */
/*
 * HotSpot's guard zones and shadow pages, and a ZIP procedure's first file with its classes, needed
 * 88 KB. With less, classes failed to load and could not be loaded later. The rest is for other
 * handlers.
 */
#define IOPROC_ENOUGH_STACK (192 * 1024)
MMRESULT ioproc_use(void);
MMRESULT ioproc_run(ioproc_work work, void *argument);

#endif
