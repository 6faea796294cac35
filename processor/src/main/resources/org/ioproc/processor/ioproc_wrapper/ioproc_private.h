/* What the fixed sources share among themselves. */
#ifndef IOPROC_PRIVATE_H
#define IOPROC_PRIVATE_H

#include "ioproc_wrapper.h"
#include "ioproc_jni.h"

/* HotSpot keeps its own path in MAX_PATH characters; the paths beside the DLL may be longer. */
#define IOPROC_PATH 1024
#define IOPROC_TEXT 1024

/* More than one of these functions makes before it releases them. */
#define IOPROC_LOCAL_REFERENCES 32

/* A pointer that another thread may have set, together with what it had written before. */
#ifdef __GNUC__
#define IOPROC_READ(pointer) __atomic_load_n(&(pointer), __ATOMIC_ACQUIRE)
#else
#define IOPROC_READ(pointer) ReadPointerAcquire((void *const volatile *)&(pointer))
#endif

/*
 * One section for each source, from the bottom up: a source calls nothing but its own section and
 * those above it here.
 */

/* ioproc_text.c: texts that are always terminated; FALSE if something was cut off. */
BOOL ioproc_format(WCHAR *buffer, size_t length, const WCHAR *format, ...);
BOOL ioproc_format_list(WCHAR *buffer, size_t length, const WCHAR *format, va_list arguments);
BOOL ioproc_is_ansi(const WCHAR *text); /* whether the ANSI code page has all its characters */
void ioproc_append(WCHAR *buffer, size_t length, const WCHAR *text);

/* ioproc_import.c: the functions that a DLL imports; NULL: it does not import that one. */
void *ioproc_import(HMODULE module, const char *name);
void *ioproc_import_replace(HMODULE module, const char *name, void *replacement); /* the old one */

/* ioproc_call.c: Java's constructors and methods by name; NULL: it threw. */
jobject ioproc_new(JNIEnv *env, jclass type, const char *signature, const jvalue *arguments);
jobject ioproc_call(JNIEnv *env, jobject object, const char *class_name, const char *method,
                    const char *signature, const jvalue *arguments);
jobject ioproc_call_static(JNIEnv *env, const char *class_name, const char *method,
                           const char *signature);
jstring ioproc_new_string(JNIEnv *env, const WCHAR *text);
void ioproc_copy_string(JNIEnv *env, jstring string, WCHAR *text, int length);

/* ioproc_process.c: what the process and its threads have once. */
struct ioproc_thread {
    DWORD id;
    void (*at_end)(void); /* what is left to do when the thread ends, or NULL */
    const struct ioproc_turn *awaits; /* see ioproc_turn.c */
    WCHAR failure[IOPROC_TEXT];
};
MMRESULT ioproc_process_use(void); /* a status without a text */
BOOL ioproc_process_exiting(void);
BOOL ioproc_process_in_wine(void);
struct ioproc_thread *ioproc_thread_current(void); /* NULL before use and for want of memory */
BOOL ioproc_beside(WCHAR *path, const WCHAR *name); /* beside the DLL */
BOOL ioproc_file_exists(const WCHAR *path);

/* ioproc_failure.c: each failure has a status and a text, kept for the thread, and is logged. */
typedef BOOL (*ioproc_take_text)(WCHAR *text, int length);
MMRESULT ioproc_fail(MMRESULT status, const WCHAR *format, ...);
MMRESULT ioproc_fail_memory(void);
void ioproc_keep_failure(const WCHAR *text);
void ioproc_failures_from(ioproc_take_text take); /* another source of texts, asked first */
void ioproc_log(const WCHAR *format, ...);
BOOL ioproc_log_path(WCHAR *path);

/*
 * Statuses of a turn: IOPROC_E_BUSY, another thread has it for too long; IOPROC_E_PROCEDURE, for
 * the caller to explain, this thread has it or the one that has it waits for this thread.
 */
/* ioproc_turn.c: turns, which one thread has at a time. */
MMRESULT ioproc_turn_take(struct ioproc_turn *turn, const WCHAR *doing, const WCHAR *name);
void ioproc_turn_give(struct ioproc_turn *turn);
BOOL ioproc_turn_is_mine(const struct ioproc_turn *turn);

/* ioproc_exception.c: Java's exceptions as failures. */
void ioproc_exceptions_described_by(jclass type, jmethodID text);
jthrowable ioproc_exception_take(JNIEnv *env); /* NULL: none was pending */
MMRESULT ioproc_exception_fail(JNIEnv *env, MMRESULT status, const WCHAR *what);
MMRESULT ioproc_exception_fail_with(JNIEnv *env, MMRESULT status, const WCHAR *what,
                                    jthrowable failure);

/* ioproc_policy.c: whether the process lets a VM run in it. */
MMRESULT ioproc_policy_ask(void);

/* ioproc_runtime.c: where Java is. */
struct ioproc_runtime {
    WCHAR home[IOPROC_PATH];
    WCHAR jvm[IOPROC_PATH];
};
MMRESULT ioproc_runtime_find(struct ioproc_runtime *runtime);

/* ioproc_options.c: what the VM is started with. */
#define IOPROC_OPTIONS 64
struct ioproc_options {
    jint own; /* the first are the wrapper's own */
    jint count;
    JavaVMOption option[IOPROC_OPTIONS];
    char text[16 * 1024];
};
MMRESULT ioproc_options_read(struct ioproc_options *options);

/* ioproc_trial.c: whether Java takes them. */
MMRESULT ioproc_trial(const struct ioproc_options *options, const struct ioproc_runtime *runtime);

/* ioproc_loader.c: the classes of the jars beside the DLL. */
MMRESULT ioproc_loader_create(JNIEnv *env, jobject *loader);
jclass ioproc_loader_load(JNIEnv *env, jobject loader, const WCHAR *name); /* NULL: it threw */

/* ioproc_output.c: what a VM of our own says, which is none of the application's output. */
BOOL ioproc_output_path(WCHAR *path);                /* where it goes: the log, or nowhere */
void ioproc_output_take(HMODULE jvm, HMODULE java); /* java may be NULL */

/* ioproc_vm.c: the VM of the process, and this thread's way into it. */
BOOL ioproc_vm_exists(void);
BOOL ioproc_vm_is_ours(void);
MMRESULT ioproc_vm_enter(JNIEnv **env, BOOL *attached); /* attached: by this call */
JNIEnv *ioproc_vm_env(void);                            /* NULL if this thread is not attached */

/* ioproc_java.c: the library's Java side. */
MMRESULT ioproc_java_use(JNIEnv *env);
MMRESULT ioproc_java_procedure(JNIEnv *env, const WCHAR *provider, const WCHAR *what,
                               jobject *created);
void ioproc_java_welcome(JNIEnv *env); /* a thread that was just attached */
extern jmethodID ioproc_callback;

/* ioproc_procedure.c: the objects of the procedures. */
MMRESULT ioproc_procedure_create(struct ioproc_procedure *procedure, JNIEnv *env);

#endif
