/* The functions that a wrapper exports, for any procedure. */
#include "ioproc_private.h"

/*
 * HotSpot's guard zones and shadow pages, and a ZIP procedure's first file with its classes, took
 * 88 KB; with less, classes broke for good. The rest is for other handlers.
 */
#define ENOUGH_STACK (192 * 1024)

/* What must be left for a message that a handler sends. */
#define NESTED_STACK (96 * 1024)

/* Of the counts and of mmio's list. It is held for moments: no code of others runs with it. */
static SRWLOCK installation = SRWLOCK_INIT;

/* The process is asked before it can keep a text; only this one is worth more than its status. */
static MMRESULT use(void)
{
    MMRESULT status = ioproc_process_use();

    if (status == IOPROC_E_DLL_MAIN)
        return ioproc_fail(status, L"It was called from a DllMain, where Java cannot be started; "
                                   L"call it later, from the application's own code");
    return status;
}

/* Where there is too little, or on a fiber, the work is done by a thread with stack enough. */
static MMRESULT run(ioproc_work work, void *argument)
{
    struct ioproc_stack *stack;
    MMRESULT status = use();

    if (status != MMSYSERR_NOERROR)
        return status;
    stack = ioproc_stack_of_java();
    if (ioproc_stack_serves(stack, ENOUGH_STACK)) {
        work(argument);
        return MMSYSERR_NOERROR;
    }
    if (stack == NULL || stack->messages == 0)
        return ioproc_helper_run(work, argument);
    /* This thread may hold a lock in Java, for which another one would wait for ever. */
    if (!ioproc_stack_serves(stack, NESTED_STACK))
        return ioproc_fail(IOPROC_E_SYSTEM,
                           L"A procedure used another file where only %lu KB of stack are left",
                           (DWORD)(ioproc_stack_left() / 1024));
    work(argument);
    return MMSYSERR_NOERROR;
}

static MMRESULT find_runtime(void)
{
    struct ioproc_runtime *runtime = HeapAlloc(GetProcessHeap(), 0, sizeof *runtime);
    MMRESULT status = runtime == NULL ? ioproc_fail_memory() : ioproc_runtime_find(runtime);

    HeapFree(GetProcessHeap(), 0, runtime);
    return status;
}

/* Installing looks for Java and starts nothing: an application may never open such a file. */
static void look_for_java(void *argument)
{
    MMRESULT *status = argument;

    if (ioproc_vm_exists())
        return;
    *status = ioproc_policy_ask();
    if (*status == MMSYSERR_NOERROR)
        *status = find_runtime();
}

/* On the caller's thread, whatever is left of its stack, since it is mmio's client. */
static MMRESULT first_install(const struct ioproc_procedure *procedure)
{
    if (mmioInstallIOProcA(procedure->code, procedure->exported, MMIO_INSTALLPROC) == NULL)
        return ioproc_fail(IOPROC_E_MMIO, L"mmio refuses to install %ls", procedure->name);
    return MMSYSERR_NOERROR;
}

/* Java is looked for before the lock is taken: another thread may do that, and it takes longer. */
MMRESULT ioproc_install(struct ioproc_procedure *procedure)
{
    MMRESULT found = MMSYSERR_NOERROR;
    MMRESULT status = procedure->installed == 0 ? run(look_for_java, &found) : use();

    if (status == MMSYSERR_NOERROR)
        status = found;
    if (status != MMSYSERR_NOERROR)
        return status;
    AcquireSRWLockExclusive(&installation);
    if (procedure->installed == 0)
        status = first_install(procedure);
    if (status == MMSYSERR_NOERROR)
        procedure->installed++;
    ReleaseSRWLockExclusive(&installation);
    return status;
}

/* mmio removes the newest procedure of a code whatever it is asked for, so that is asked first. */
static MMRESULT last_remove(const struct ioproc_procedure *procedure)
{
    if (mmioInstallIOProcA(procedure->code, NULL, MMIO_FINDPROC) != procedure->exported)
        return ioproc_fail(IOPROC_E_IN_USE,
                           L"%ls cannot be removed before the procedure that was installed later "
                           L"under the same code",
                           procedure->name);
    if (mmioInstallIOProcA(procedure->code, procedure->exported, MMIO_REMOVEPROC) == NULL)
        return ioproc_fail(IOPROC_E_IN_USE, L"%ls cannot be removed while one of its files is open",
                           procedure->name);
    return MMSYSERR_NOERROR;
}

static MMRESULT remove_one(struct ioproc_procedure *procedure)
{
    MMRESULT status = MMSYSERR_NOERROR;

    if (procedure->installed == 0)
        return ioproc_fail(IOPROC_E_NOT_INSTALLED, L"%ls is not installed", procedure->name);
    if (procedure->installed == 1)
        status = last_remove(procedure);
    if (status == MMSYSERR_NOERROR)
        procedure->installed--;
    return status;
}

MMRESULT ioproc_remove(struct ioproc_procedure *procedure)
{
    MMRESULT status = use();

    if (status != MMSYSERR_NOERROR)
        return status;
    AcquireSRWLockExclusive(&installation);
    status = remove_one(procedure);
    ReleaseSRWLockExclusive(&installation);
    return status;
}

/* The procedure's Java object and this thread's way to it. */
static MMRESULT enter(struct ioproc_procedure *procedure, JNIEnv **env)
{
    BOOL attached = FALSE;
    MMRESULT status = ioproc_vm_enter(env, &attached);

    if (status == MMSYSERR_NOERROR)
        status = ioproc_procedure_create(procedure, *env);
    if (attached)
        ioproc_java_welcome(*env);
    return status;
}

struct preload {
    struct ioproc_procedure *procedure;
    MMRESULT status;
};

static void preload(void *argument)
{
    struct preload *preload = argument;
    JNIEnv *env;

    preload->status = enter(preload->procedure, &env);
}

MMRESULT ioproc_preload(struct ioproc_procedure *procedure)
{
    struct preload parameters = {procedure, MMSYSERR_NOERROR};
    MMRESULT status = run(preload, &parameters);

    return status == MMSYSERR_NOERROR ? parameters.status : status;
}

/* For OPEN, CLOSE and RENAME 0 would be success, and for SEEK the start of the file. */
static LRESULT no_answer(UINT uMsg)
{
    switch (uMsg) {
    case MMIOM_OPEN:
    case MMIOM_RENAME:
        return MMIOERR_CANNOTOPEN;
    case MMIOM_CLOSE:
        return MMIOERR_CANNOTCLOSE;
    default:
        return -1;
    }
}

/* Perhaps: what an application's own message returns has its own meaning. */
static BOOL has_failed(UINT uMsg, LRESULT result)
{
    switch (uMsg) {
    case MMIOM_OPEN:
    case MMIOM_RENAME:
    case MMIOM_CLOSE:
        return result != MMSYSERR_NOERROR;
    default:
        return result == -1;
    }
}

/* An address has no sign; the offset of a seek has. */
static jlong first_parameter(UINT uMsg, LPARAM lParam1)
{
    return uMsg == MMIOM_SEEK ? (jlong)lParam1 : (jlong)(UINT_PTR)lParam1;
}

/* A count has a sign; the new name of a file has none. */
static jlong second_parameter(UINT uMsg, LPARAM lParam2)
{
    return uMsg == MMIOM_RENAME ? (jlong)(UINT_PTR)lParam2 : (jlong)lParam2;
}

static LRESULT call(const struct ioproc_procedure *procedure, JNIEnv *env,
                    struct ioproc_stack *stack, LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1,
                    LPARAM lParam2)
{
    jvalue arguments[4];
    jlong result;

    arguments[0].j = (jlong)(UINT_PTR)lpmmioinfo;
    arguments[1].i = (jint)uMsg;
    arguments[2].j = first_parameter(uMsg, lParam1);
    arguments[3].j = second_parameter(uMsg, lParam2);
    stack->messages++;
    result = (*env)->CallLongMethodA(env, procedure->object, ioproc_callback, arguments);
    stack->messages--;
    if (!(*env)->ExceptionCheck(env)) {
        if (result != 0 && has_failed(uMsg, (LRESULT)result))
            ioproc_java_keep_failure(env);
        return (LRESULT)result;
    }
    /* It throws only when the stack or the memory ends where nothing could catch it. */
    ioproc_exception_fail(env, IOPROC_E_PROCEDURE, procedure->name);
    return no_answer(uMsg);
}

struct message {
    struct ioproc_procedure *procedure;
    LPSTR lpmmioinfo;
    UINT uMsg;
    LPARAM lParam1;
    LPARAM lParam2;
    LRESULT result;
};

static void answer(void *argument)
{
    struct message *message = argument;
    JNIEnv *env;

    if (enter(message->procedure, &env) == MMSYSERR_NOERROR)
        message->result =
            call(message->procedure, env, ioproc_stack_of_java(), message->lpmmioinfo,
                 message->uMsg, message->lParam1, message->lParam2);
}

static IOPROC_SELDOM LRESULT answer_anywhere(struct ioproc_procedure *procedure, LPSTR lpmmioinfo,
                                             UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    struct message message = {procedure, lpmmioinfo, uMsg, lParam1, lParam2, no_answer(uMsg)};

    if (!ioproc_process_exiting())
        run(answer, &message);
    return message.result;
}

/* Nearly all messages come to a procedure that is there, on a thread that Java knows. */
LRESULT ioproc_message(struct ioproc_procedure *procedure, LPSTR lpmmioinfo, UINT uMsg,
                       LPARAM lParam1, LPARAM lParam2)
{
    struct ioproc_stack *stack =
        IOPROC_READ(procedure->object) == NULL ? NULL : ioproc_stack_ready(ENOUGH_STACK);
    JNIEnv *env = stack == NULL ? NULL : ioproc_vm_env();

    if (env != NULL)
        return call(procedure, env, stack, lpmmioinfo, uMsg, lParam1, lParam2);
    return answer_anywhere(procedure, lpmmioinfo, uMsg, lParam1, lParam2);
}

int ioproc_version_text(WCHAR *buffer, int length)
{
    return ioproc_hand_out(ioproc_version, buffer, length);
}

int ioproc_java_text(WCHAR *buffer, int length)
{
    return ioproc_runtime_text(ioproc_vm_exists() && !ioproc_vm_is_ours(), buffer, length);
}
