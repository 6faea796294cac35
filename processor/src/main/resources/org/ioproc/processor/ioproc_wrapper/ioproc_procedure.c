/* The procedures' Java objects: each is made once, with the first message or a preload. */
#include "ioproc_private.h"

static MMRESULT make_procedure(struct ioproc_procedure *procedure, JNIEnv *env)
{
    WCHAR what[IOPROC_TEXT];
    jobject made;
    MMRESULT status;

    ioproc_format(what, IOPROC_TEXT, L"%ls cannot be made", procedure->name);
    status = ioproc_java_procedure(env, procedure->provider, what, &made);
    if (status != MMSYSERR_NOERROR)
        return status;
    made = (*env)->NewGlobalRef(env, made);
    if (made == NULL)
        return ioproc_fail(IOPROC_E_SYSTEM, L"There is not enough memory");
    InterlockedExchangePointer(&procedure->glue, made);
    ioproc_log(L"%ls is ready", procedure->name);
    return MMSYSERR_NOERROR;
}

static MMRESULT make_with_host(struct ioproc_procedure *procedure, JNIEnv *env)
{
    MMRESULT status;

    if ((*env)->PushLocalFrame(env, IOPROC_LOCAL_REFERENCES) != JNI_OK)
        return ioproc_java_fail(env, IOPROC_E_SYSTEM, procedure->name);
    status = ioproc_java_use(env);
    if (status == MMSYSERR_NOERROR)
        status = make_procedure(procedure, env);
    (*env)->PopLocalFrame(env, NULL);
    return status;
}

static MMRESULT make_once(struct ioproc_procedure *procedure, JNIEnv *env)
{
    MMRESULT status;

    if (IOPROC_READ(procedure->glue) != NULL) {
        ioproc_java_welcome(env); /* It came while another thread was making the object. */
        return MMSYSERR_NOERROR;
    }
    if (procedure->making)
        return ioproc_fail(IOPROC_E_PROCEDURE, L"The constructor of %ls uses a file of its own",
                           procedure->name);
    procedure->making = TRUE;
    status = make_with_host(procedure, env);
    procedure->making = FALSE;
    return status;
}

MMRESULT ioproc_procedure_create(struct ioproc_procedure *procedure, JNIEnv *env)
{
    MMRESULT status;

    ioproc_lock();
    status = make_once(procedure, env);
    ioproc_unlock();
    return status;
}
