/* The functions that a wrapper exports, for any procedure. */
#include "ioproc_private.h"

/* The process is asked before it can keep a text; only this one is worth more than its status. */
static MMRESULT use(void)
{
    MMRESULT status = ioproc_process_use();

    if (status == IOPROC_E_DLL_MAIN)
        return ioproc_fail(status, L"It was called from a DllMain, where Java cannot be started; "
                                   L"call it later, from the application's own code");
    return status;
}

/* Installing looks for Java and starts nothing: an application may never open such a file. */
static MMRESULT look_for_java(void)
{
    struct ioproc_runtime *runtime;
    MMRESULT status;

    if (ioproc_vm_exists())
        return MMSYSERR_NOERROR;
    status = ioproc_policy_ask();
    if (status != MMSYSERR_NOERROR)
        return status;
    runtime = HeapAlloc(GetProcessHeap(), 0, sizeof *runtime);
    if (runtime == NULL)
        return ioproc_fail_memory();
    status = ioproc_runtime_find(runtime);
    HeapFree(GetProcessHeap(), 0, runtime);
    return status;
}

static MMRESULT first_install(const struct ioproc_procedure *procedure)
{
    MMRESULT status = look_for_java();

    if (status != MMSYSERR_NOERROR)
        return status;
    if (mmioInstallIOProcA(procedure->code, procedure->exported, MMIO_INSTALLPROC) == NULL)
        return ioproc_fail(IOPROC_E_MMIO, L"mmio refuses to install %ls", procedure->name);
    return MMSYSERR_NOERROR;
}

MMRESULT ioproc_install(struct ioproc_procedure *procedure)
{
    MMRESULT status = use();

    if (status != MMSYSERR_NOERROR)
        return status;
    status = ioproc_turn_take(&procedure->installation, L"installing", procedure->name);
    if (status != MMSYSERR_NOERROR)
        return status;
    if (procedure->installed == 0)
        status = first_install(procedure);
    if (status == MMSYSERR_NOERROR)
        procedure->installed++;
    ioproc_turn_give(&procedure->installation);
    return status;
}

/* mmio removes the newest procedure of a code whatever it is asked for, so that is asked first. */
static MMRESULT last_remove(const struct ioproc_procedure *procedure)
{
    if (mmioInstallIOProcA(procedure->code, NULL, MMIO_FINDPROC) != procedure->exported)
        return ioproc_fail(IOPROC_E_IN_USE,
                           L"%ls cannot be removed before the one that was installed under the "
                           L"same code after it",
                           procedure->name);
    if (mmioInstallIOProcA(procedure->code, procedure->exported, MMIO_REMOVEPROC) == NULL)
        return ioproc_fail(IOPROC_E_IN_USE, L"%ls cannot be removed while a file of it is open",
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
    status = ioproc_turn_take(&procedure->installation, L"installing", procedure->name);
    if (status != MMSYSERR_NOERROR)
        return status;
    status = remove_one(procedure);
    ioproc_turn_give(&procedure->installation);
    return status;
}

/* The procedure's Java object and this thread's way to it. */
static MMRESULT enter(struct ioproc_procedure *procedure, JNIEnv **env)
{
    BOOL attached = FALSE;
    MMRESULT status = use();

    if (status == MMSYSERR_NOERROR)
        status = ioproc_vm_enter(env, &attached);
    if (status == MMSYSERR_NOERROR)
        status = ioproc_procedure_create(procedure, *env);
    if (attached)
        ioproc_java_welcome(*env);
    return status;
}

MMRESULT ioproc_preload(struct ioproc_procedure *procedure)
{
    JNIEnv *env;

    return enter(procedure, &env);
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

static LRESULT call(const struct ioproc_procedure *procedure, JNIEnv *env, LPSTR lpmmioinfo,
                    UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    jvalue arguments[4];
    jlong result;

    arguments[0].j = (jlong)(UINT_PTR)lpmmioinfo;
    arguments[1].i = (jint)uMsg;
    arguments[2].j = first_parameter(uMsg, lParam1);
    arguments[3].j = second_parameter(uMsg, lParam2);
    result = (*env)->CallLongMethodA(env, procedure->object, ioproc_callback, arguments);
    if (!(*env)->ExceptionCheck(env))
        return (LRESULT)result;
    /* It throws only when the stack or the memory ends where nothing could catch it. */
    ioproc_exception_fail(env, IOPROC_E_PROCEDURE, procedure->name);
    return no_answer(uMsg);
}

LRESULT ioproc_message(struct ioproc_procedure *procedure, LPSTR lpmmioinfo, UINT uMsg,
                       LPARAM lParam1, LPARAM lParam2)
{
    JNIEnv *env = NULL;

    if (ioproc_process_exiting())
        return no_answer(uMsg);
    if (IOPROC_READ(procedure->object) != NULL)
        env = ioproc_vm_env();
    if (env == NULL && enter(procedure, &env) != MMSYSERR_NOERROR)
        return no_answer(uMsg);
    return call(procedure, env, lpmmioinfo, uMsg, lParam1, lParam2);
}

int ioproc_version_text(WCHAR *buffer, int length)
{
    return ioproc_hand_out(ioproc_version, buffer, length);
}

int ioproc_java_text(WCHAR *buffer, int length)
{
    return ioproc_runtime_text(ioproc_vm_exists() && !ioproc_vm_is_ours(), buffer, length);
}
