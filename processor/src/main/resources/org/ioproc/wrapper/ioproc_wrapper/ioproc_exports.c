/* Answers messages and preloads, and hands out texts. The exported functions call this. */
#include "ioproc_private.h"

/* The procedure's constructor may use mmio, like a message's handler. */
static MMRESULT create(struct ioproc_procedure *procedure, JNIEnv *env)
{
    struct ioproc_stack *stack = ioproc_stack_of_java();
    MMRESULT status;

    stack->entries++;
    status = ioproc_procedure_create(procedure, env);
    stack->entries--;
    return status;
}

/* All files are opened on one way. The status tells that Java has started beside this process. */
static MMRESULT create_inside(struct ioproc_procedure *procedure, JNIEnv *env)
{
    if (IOPROC_READ(procedure->object) == NULL && !ioproc_way_settle(IOPROC_INSIDE))
        return IOPROC_E_BUSY;
    return create(procedure, env);
}

/* Attaches this thread to Java and creates the procedure's object, unless that is done already. */
static MMRESULT enter(struct ioproc_procedure *procedure, JNIEnv **env)
{
    BOOL attached = FALSE;
    MMRESULT status = ioproc_vm_enter(env, &attached);

    if (status == MMSYSERR_NOERROR)
        status = create_inside(procedure, *env);
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

static MMRESULT preload_inside(struct ioproc_procedure *procedure)
{
    struct preload parameters = {procedure, MMSYSERR_NOERROR};
    MMRESULT status = ioproc_run(preload, &parameters);

    return status == MMSYSERR_NOERROR ? parameters.status : status;
}

MMRESULT ioproc_preload(struct ioproc_procedure *procedure)
{
    MMRESULT status = ioproc_use();

    if (status == MMSYSERR_NOERROR)
        status = ioproc_way_check();
    if (status != MMSYSERR_NOERROR)
        return status;
    if (!ioproc_way_is_beside()) {
        status = preload_inside(procedure);
        if (!ioproc_way_leave(status))
            return status;
    }
    return ioproc_beside_preload(procedure);
}

/* For an application's own message this is a guess, because only the application knows. */
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

/* An address is unsigned; the offset of a seek is signed. */
static jlong first_parameter(UINT uMsg, LPARAM lParam1)
{
    return uMsg == MMIOM_SEEK ? (jlong)lParam1 : (jlong)(UINT_PTR)lParam1;
}

/* The address of a new name is unsigned; a count is signed. */
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
    stack->entries++;
    result = (*env)->CallLongMethodA(env, procedure->object, ioproc_callback, arguments);
    stack->entries--;
    if (!(*env)->ExceptionCheck(env)) {
        if (result != 0 && has_failed(uMsg, (LRESULT)result))
            ioproc_java_keep_failure(env);
        return (LRESULT)result;
    }
    /* The callback throws only if stack or memory runs out where no Java code can catch that. */
    ioproc_exception_fail(env, IOPROC_E_PROCEDURE, procedure->name);
    return ioproc_remote_fail(uMsg);
}

struct message {
    struct ioproc_procedure *procedure;
    LPSTR lpmmioinfo;
    UINT uMsg;
    LPARAM lParam1;
    LPARAM lParam2;
    MMRESULT status;
    LRESULT result;
};

static void answer(void *argument)
{
    struct message *message = argument;
    JNIEnv *env;

    message->status = enter(message->procedure, &env);
    if (message->status == MMSYSERR_NOERROR)
        message->result =
            call(message->procedure, env, ioproc_stack_of_java(), message->lpmmioinfo,
                 message->uMsg, message->lParam1, message->lParam2);
}

/* FALSE: Java cannot run inside this process, but perhaps beside it. */
static BOOL answer_inside(struct message *message)
{
    MMRESULT status = ioproc_run(answer, message);

    return !ioproc_way_leave(status == MMSYSERR_NOERROR ? message->status : status);
}

static IOPROC_NOINLINE LRESULT answer_anywhere(struct ioproc_procedure *procedure, LPSTR lpmmioinfo,
                                               UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    struct message message = {procedure, lpmmioinfo, uMsg,
                              lParam1,   lParam2,    MMSYSERR_NOERROR, ioproc_remote_fail(uMsg)};

    if (ioproc_process_exiting() || ioproc_use() != MMSYSERR_NOERROR ||
        ioproc_way_check() != MMSYSERR_NOERROR)
        return message.result;
    if (!ioproc_way_is_beside() && answer_inside(&message))
        return message.result;
    return ioproc_beside_message(procedure, lpmmioinfo, uMsg, lParam1, lParam2);
}

/* For almost all messages the procedure exists and the thread is attached. */
LRESULT ioproc_message(struct ioproc_procedure *procedure, LPSTR lpmmioinfo, UINT uMsg,
                       LPARAM lParam1, LPARAM lParam2)
{
    struct ioproc_stack *stack =
        IOPROC_READ(procedure->object) == NULL ? NULL : ioproc_stack_ready(IOPROC_ENOUGH_STACK);
    JNIEnv *env = stack == NULL ? NULL : ioproc_vm_env();

    if (env != NULL)
        return call(procedure, env, stack, lpmmioinfo, uMsg, lParam1, lParam2);
    return answer_anywhere(procedure, lpmmioinfo, uMsg, lParam1, lParam2);
}

int ioproc_version_text(WCHAR *buffer, int length)
{
    ioproc_library_fault();
    return ioproc_hand_out(ioproc_library.version, buffer, length);
}

int ioproc_java_text(WCHAR *buffer, int length)
{
    BOOL of_application =
        !ioproc_way_is_beside() && ioproc_vm_exists() && !ioproc_vm_is_ours();

    return ioproc_runtime_text(of_application, buffer, length);
}
