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
#define IOPROC_CODE 5 /* room for a four-character code and its end */
const WCHAR *ioproc_code_text(FOURCC code, WCHAR *text);
void ioproc_append(WCHAR *buffer, size_t length, const WCHAR *text);
void ioproc_join_lines(WCHAR *text); /* for a failure's text, which is one line */
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
    HANDLE answered;                  /* see ioproc_exchange.c; NULL before the first request */
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
void ioproc_log_bytes(const char *bytes, DWORD length);
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
    BOOL beside; /* whether it is to run beside this process */
    BOOL is_32_bit;
};
enum ioproc_verdict {
    IOPROC_FITS,
    IOPROC_DOUBTFUL, /* taken only if nothing fits */
    IOPROC_WRONG,    /* of another architecture, or too old */
    IOPROC_NO_RUNTIME
};
BOOL ioproc_candidate_clean(const WCHAR *text, WCHAR *path); /* FALSE: too long */
BOOL ioproc_candidate_absolute(const WCHAR *path);
BOOL ioproc_candidate_launcher(const struct ioproc_runtime *runtime, WCHAR *java); /* FALSE: none */
BOOL ioproc_candidate_has_classes(const struct ioproc_runtime *runtime);
WORD ioproc_candidate_windows(void); /* Windows' machine */
enum ioproc_verdict ioproc_candidate_judge(struct ioproc_runtime *runtime, WCHAR *reason);

/* ioproc_registry.c: the homes that installers of Java write into the registry. */
typedef void (*ioproc_registry_found)(void *context, const WCHAR *hive, const WCHAR *key,
                                      const WCHAR *home);
void ioproc_registry_javasoft(BOOL both_views, ioproc_registry_found found, void *context);
void ioproc_registry_vendors(BOOL both_views, ioproc_registry_found found, void *context);

/* ioproc_search.c: the runtimes that a search has found, and why it refused others. */
/* A search that tells what it finds goes on after it has succeeded. */
typedef void (*ioproc_search_line)(void *context, const WCHAR *line);
struct ioproc_search *ioproc_search_create(BOOL beside); /* NULL: out of memory */
void ioproc_search_free(struct ioproc_search *search);
void ioproc_search_next_place(struct ioproc_search *search);
void ioproc_search_consider(struct ioproc_search *search, const WCHAR *place, const WCHAR *home);
void ioproc_search_empty(struct ioproc_search *search, const WCHAR *what); /* no runtime there */
void ioproc_search_tell(struct ioproc_search *search, ioproc_search_line line, void *context);
BOOL ioproc_search_is_beside(const struct ioproc_search *search);
BOOL ioproc_search_goes_on(const struct ioproc_search *search);
const struct ioproc_runtime *ioproc_search_result(const struct ioproc_search *search); /* or NULL */
MMRESULT ioproc_search_fail(const struct ioproc_search *search);

/* ioproc_runtime.c: where Java is. */
/* why_beside: NULL for a runtime that runs inside this process. */
MMRESULT ioproc_runtime_find(struct ioproc_runtime *runtime, const WCHAR *why_beside);
void ioproc_runtime_list(BOOL beside, ioproc_search_line line, void *context); /* all of them */
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
    BOOL archive_set; /* whether one is about class-data archives or the class path */
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
    char class_path[8 * 1024]; /* the option, or empty */
    char archive[2 * 1024];    /* likewise */
};
BOOL ioproc_options_add(struct ioproc_options *options, char *option); /* FALSE: too many */
MMRESULT ioproc_options_read(struct ioproc_options *options, BOOL wide); /* wide: for 64 bits */
BOOL ioproc_options_setting(const WCHAR *variable, const char *property, WCHAR *value, int length);
MMRESULT ioproc_options_limit(ULONGLONG *milliseconds); /* 0: none */

/* ioproc_reservation.c: whether the process has room for Java. */
MMRESULT ioproc_reservation_try(const struct ioproc_demand *demand);

/* ioproc_command.c: command lines and the environment of Java's launcher. FALSE: too long. */
#define IOPROC_COMMAND_LINE 32767
BOOL ioproc_command_append(WCHAR *line, const WCHAR *argument);
BOOL ioproc_command_options(WCHAR *line, const struct ioproc_options *options);
WCHAR *ioproc_command_environment(void); /* NULL: out of memory */

/* ioproc_child.c: starts other programs. FALSE: it could not be started. */
#define IOPROC_PIPE (64 * 1024)
struct ioproc_program {
    const WCHAR *path;
    WCHAR *command_line;
    WCHAR *environment;
    const WCHAR *folder; /* the current one; NULL: this process's */
};
struct ioproc_streams {
    HANDLE input;
    HANDLE output;
    HANDLE error;
};
struct ioproc_result {
    DWORD exit_code;
    char output[IOPROC_TEXT]; /* its beginning */
};
BOOL ioproc_child_pipe(HANDLE *read, HANDLE *write, BOOL child_reads);
BOOL ioproc_child_start(const struct ioproc_program *program, const struct ioproc_streams *streams,
                        HANDLE job, HANDLE *process);
BOOL ioproc_child_run(const struct ioproc_program *program, DWORD milliseconds,
                      struct ioproc_result *result);

/* ioproc_trial.c: whether Java accepts the options. */
MMRESULT ioproc_trial(const struct ioproc_options *options, const struct ioproc_runtime *runtime);

/* ioproc_archive.c: whether the classes in a file are complete. */
struct ioproc_checksum {
    DWORD length; /* of what was read, which is less if the file ends early */
    DWORD crc;    /* CRC-32 */
};
/* FALSE: the file could not be opened, or the memory is full. */
BOOL ioproc_archive_sum(const WCHAR *path, DWORD offset, DWORD length, struct ioproc_checksum *sum);
MMRESULT ioproc_archive_check(const struct ioproc_archive *archive, const WCHAR *path);

/* ioproc_loader.c: a class loader over the classes in the DLL or beside it. */
BOOL ioproc_loader_in_dll(void); /* whether the DLL contains the classes */
MMRESULT ioproc_loader_check(void); /* whether the classes are there */
MMRESULT ioproc_loader_create(JNIEnv *env, jobject *loader);
jclass ioproc_loader_load(JNIEnv *env, jobject loader, const WCHAR *name); /* NULL: it threw */
BOOL ioproc_loader_class_path(WCHAR *path, size_t length); /* FALSE: it cannot be an option */
void ioproc_loader_use_class_path(void); /* Java has started with it */

/* ioproc_shared.c: the class-data archive beside the DLL. */
void ioproc_shared_record(void); /* Java's next start records an archive */
void ioproc_shared_use(struct ioproc_options *options, const struct ioproc_runtime *runtime);
MMRESULT ioproc_shared_keep(WCHAR *path);        /* call when Java has ended: keeps the archive */
int ioproc_shared_text(WCHAR *text, int length); /* whether Java uses it, and why not */

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
void ioproc_vm_end(void); /* waits for Java's threads that are not daemons */

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

/* ioproc_way.c: where Java runs. */
MMRESULT ioproc_way_check(void);
BOOL ioproc_way_is_beside(void);
MMRESULT ioproc_way_reason(WCHAR *text);
BOOL ioproc_way_settle(enum ioproc_way way);
BOOL ioproc_way_leave(MMRESULT status);
MMRESULT ioproc_way_fail(MMRESULT status);

/* ioproc_frame.c: frames of the protocol. */
#define IOPROC_PROTOCOL 1
#define IOPROC_FRAME_HEADER 12
#define IOPROC_LARGEST_DATA (1 << 20)
#define IOPROC_LARGEST_FRAME (IOPROC_LARGEST_DATA + (1 << 18))
#define IOPROC_NO_TEXT MAXDWORD
#define IOPROC_LONGEST_NAME (32 * 1024)
enum ioproc_from_java { IOPROC_HELLO = 1, IOPROC_ANSWER, IOPROC_QUESTION };
enum ioproc_to_java { IOPROC_PREPARE = 1, IOPROC_MESSAGE, IOPROC_REPLY };
struct ioproc_frame {
    BYTE *bytes;
    DWORD size;
    DWORD capacity;
    const BYTE *data;
    DWORD data_size;
    BOOL failed; /* memory ran out */
    BYTE small[128];
};
struct ioproc_cursor {
    const BYTE *at;
    const BYTE *end;
    BOOL failed; /* more was asked for than there is */
};
void ioproc_frame_begin(struct ioproc_frame *frame, DWORD kind);
void ioproc_frame_end(struct ioproc_frame *frame);
void ioproc_frame_number(struct ioproc_frame *frame, DWORD number);
void ioproc_frame_long(struct ioproc_frame *frame, LONGLONG number);
void ioproc_frame_text(struct ioproc_frame *frame, const WCHAR *text);
void ioproc_frame_data(struct ioproc_frame *frame, const void *data, DWORD size);
BOOL ioproc_frame_send(struct ioproc_frame *frame, DWORD number, HANDLE pipe);
const BYTE *ioproc_cursor_bytes(struct ioproc_cursor *cursor, DWORD size);
DWORD ioproc_cursor_number(struct ioproc_cursor *cursor);
LONGLONG ioproc_cursor_long(struct ioproc_cursor *cursor);
DWORD ioproc_cursor_text(struct ioproc_cursor *cursor, WCHAR *text, DWORD length);

/* ioproc_input.c: reads frames from a pipe. FALSE: it has ended, or memory ran out. */
struct ioproc_input {
    HANDLE pipe;
    BYTE *bytes;
    DWORD capacity;
    DWORD start;
    DWORD end;
    BOOL no_memory;
    BOOL too_large; /* the next frame */
};
BOOL ioproc_input_open(struct ioproc_input *input, HANDLE pipe);
void ioproc_input_close(struct ioproc_input *input);
BOOL ioproc_input_next(struct ioproc_input *input, struct ioproc_cursor *frame);

/* ioproc_question.c: questions of a Java process. */
BOOL ioproc_question_answer(struct ioproc_cursor *question, struct ioproc_frame *reply);

/* ioproc_exchange.c: requests to a Java process and its answers. */
struct ioproc_transfer {
    BYTE *data;
    DWORD room;
    BYTE *ahead;
    DWORD ahead_room;
};
struct ioproc_answer {
    LONGLONG result;
    LONG info[3];
    LONG offset;
    DWORD read;
    DWORD ahead;
    WCHAR failure[IOPROC_TEXT];
};
struct ioproc_waiter;
struct ioproc_exchange {
    HANDLE requests;
    struct ioproc_input input;
    SRWLOCK sending;
    SRWLOCK lock; /* guards the fields below */
    struct ioproc_waiter *waiters;
    DWORD last_number;
    BOOL ended;
    DWORD version;  /* of the protocol that Java speaks; 0: it has not said hello */
    HANDLE changed; /* signaled when one of these two changes */
    BOOL nonsense;  /* for the reading thread */
};
BOOL ioproc_exchange_open(struct ioproc_exchange *exchange, HANDLE requests, HANDLE answers);
void ioproc_exchange_close(struct ioproc_exchange *exchange);
void ioproc_exchange_end(struct ioproc_exchange *exchange);
BOOL ioproc_exchange_ended(struct ioproc_exchange *exchange);
ULONGLONG ioproc_exchange_longest_wait(struct ioproc_exchange *exchange);
BOOL ioproc_exchange_read(struct ioproc_exchange *exchange);
/* A status without a text: E_SYSTEM if nothing was sent, E_JAVA_ENDED if no answer will come. */
MMRESULT ioproc_exchange_ask(struct ioproc_exchange *exchange, HANDLE process,
                             struct ioproc_frame *request, const struct ioproc_transfer *transfer,
                             struct ioproc_answer *answer);

/* ioproc_launch.c: starts a Java process beside this one. */
struct ioproc_launch {
    HANDLE job;
    HANDLE process;
    HANDLE requests;
    HANDLE answers;
    HANDLE errors; /* what Java prints */
    BOOL unsure;   /* whether Java may refuse its options */
};
#define IOPROC_SERVER "org.ioproc.internal.beside.Server"
MMRESULT ioproc_launch(struct ioproc_launch *launch, const WCHAR *why);
void ioproc_launch_close(struct ioproc_launch *launch);

/* ioproc_printed.c: what a Java process prints. */
struct ioproc_printed {
    SRWLOCK lock; /* guards the rest */
    char text[IOPROC_TEXT];
    DWORD length;
};
void ioproc_printed_add(struct ioproc_printed *printed, const char *bytes, DWORD length);
void ioproc_printed_line(struct ioproc_printed *printed, WCHAR *line);
BOOL ioproc_printed_contains(struct ioproc_printed *printed, const char *text);
BOOL ioproc_printed_crash(struct ioproc_input *input);
void ioproc_printed_await_report(struct ioproc_input *input);

/* ioproc_peer.c: a Java process beside this one. */
#define IOPROC_ENDING 1000 /* ms from a pipe's end to the process's, and then to its output's */
struct ioproc_peer {
    LONG users;
    LONG instance;
    ULONGLONG limit; /* in milliseconds, after which an unanswered request ends Java; 0: none */
    struct ioproc_launch launch;
    struct ioproc_exchange exchange;
    void *volatile reason; /* a text: why the wrapper ended Java; NULL: Java ended by itself */
    HANDLE printing;       /* the thread that reads what Java prints */
    struct ioproc_printed printed;
};
void ioproc_peer_hold(struct ioproc_peer *peer);
void ioproc_peer_release(struct ioproc_peer *peer);
LONG ioproc_peer_instance(const struct ioproc_peer *peer);
BOOL ioproc_peer_ended(struct ioproc_peer *peer);
BOOL ioproc_peer_start_threads(struct ioproc_peer *peer);
void ioproc_peer_kill(struct ioproc_peer *peer, const WCHAR *reason);
MMRESULT ioproc_peer_ask(struct ioproc_peer *peer, struct ioproc_frame *request,
                         const struct ioproc_transfer *transfer, struct ioproc_answer *answer);

/* ioproc_starter.c: starts the Java process that serves new files. */
MMRESULT ioproc_starter_use(struct ioproc_peer **peer); /* a new reference */

/* ioproc_ahead.c: read-ahead. */
struct ioproc_ahead {
    LONG next; /* the position after the last read */
    BYTE *bytes;
    LONG position;
    DWORD length;
    LONG writes; /* how much had been written by anybody when the bytes were read */
    LONG asked;
};
void ioproc_ahead_forget_all(void);
DWORD ioproc_ahead_take(const struct ioproc_ahead *ahead, LONG position, BYTE *to, DWORD count);
DWORD ioproc_ahead_wish(struct ioproc_ahead *ahead, LONG position, DWORD count);
void ioproc_ahead_keep(struct ioproc_ahead *ahead, LONG position, DWORD length);

/* ioproc_remote.c: messages to the Java process. */
struct ioproc_message {
    struct ioproc_procedure *procedure;
    MMIOINFO *info;
    UINT number;
    LPARAM first;
    LPARAM second;
    struct ioproc_peer *peer;
    LONG token; /* that Java gave the file */
    struct ioproc_answer answer;
};
DWORD ioproc_remote_number(const struct ioproc_procedure *procedure);
void ioproc_remote_begin(struct ioproc_frame *frame, const struct ioproc_message *message,
                         LONG offset, LONGLONG first, LONGLONG second, DWORD ahead);
LRESULT ioproc_remote_name(struct ioproc_frame *frame, const char *name);
BOOL ioproc_remote_ask(struct ioproc_message *message, struct ioproc_frame *frame,
                       const struct ioproc_transfer *transfer);
LRESULT ioproc_remote_pass(struct ioproc_message *message, LONGLONG first, LONGLONG second);
/* Answers without Java. */
LRESULT ioproc_remote_fail(UINT number);
LRESULT ioproc_remote_unknown(const struct ioproc_message *message);
LRESULT ioproc_remote_without_info(const struct ioproc_message *message);

/* ioproc_opened.c: the files that are open in the Java process. */
struct ioproc_opened {
    LONG users;
    LONG token;
    const struct ioproc_procedure *procedure;
    struct ioproc_peer *peer;
    LONG token_of_java;
    SRWLOCK lock; /* held for each message; guards the fields below */
    BOOL closed;
    struct ioproc_ahead ahead;
};
struct ioproc_opened *ioproc_opened_add(const struct ioproc_procedure *procedure,
                                        struct ioproc_peer *peer, LONG token_of_java);
struct ioproc_opened *ioproc_opened_find(const struct ioproc_procedure *procedure, LONG token);
void ioproc_opened_release(struct ioproc_opened *file);
void ioproc_opened_remove(struct ioproc_opened *file);

/* ioproc_opened_file.c: reads, writes and closes such a file. */
LRESULT ioproc_opened_answer(struct ioproc_opened *file, struct ioproc_message *message);

/* ioproc_beside.c: answers messages through the Java process. */
MMRESULT ioproc_beside_preload(struct ioproc_procedure *procedure);
LRESULT ioproc_beside_message(struct ioproc_procedure *procedure, LPSTR lpmmioinfo, UINT uMsg,
                              LPARAM lParam1, LPARAM lParam2);

/* ioproc_privacy.c: removes names of the user from a text, whose buffer has this length. */
void ioproc_privacy_apply(WCHAR *text, size_t length);

/* ioproc_report.c: a report for people. */
/* An empty path: a temporary file. NULL: no report could be written. */
struct ioproc_report *ioproc_report_open(const WCHAR *path, BOOL shown);
void ioproc_report_section(struct ioproc_report *report, const WCHAR *title);
void ioproc_report_line(struct ioproc_report *report, const WCHAR *name, const WCHAR *format, ...);
void ioproc_report_problem(struct ioproc_report *report, const WCHAR *format, ...);
int ioproc_report_close(struct ioproc_report *report); /* the number of problems */

/* ioproc_computer.c: the DLL, the process and its settings. */
void ioproc_computer_report(struct ioproc_report *report);

/* ioproc_chunks.c: the chunks of a RIFF file. */
void ioproc_chunks_report(struct ioproc_report *report, HMMIO file, DWORD length);

/* ioproc_refusal.c: what a file's name refers to, and why mmio could not open it. */
BOOL ioproc_refusal_is_certain(struct ioproc_report *report, WCHAR *name);
void ioproc_refusal_report(struct ioproc_report *report, const WCHAR *name, MMRESULT error);

/* ioproc_reading.c: opens a file as a program does, and reads it whole. */
void ioproc_reading_report(struct ioproc_report *report, WCHAR *name);

#endif
