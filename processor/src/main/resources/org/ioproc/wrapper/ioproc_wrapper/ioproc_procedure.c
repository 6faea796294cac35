/* The Java objects of procedures. Each is created once, for the first message or a preload. */
#include "ioproc_private.h"

static MMRESULT create(struct ioproc_procedure *procedure, JNIEnv *env)
{
    jobject created;
    MMRESULT status =
        ioproc_java_procedure(env, procedure->provider, procedure->name, &created);

    if (status != MMSYSERR_NOERROR)
        return status;
    created = (*env)->NewGlobalRef(env, created);
    if (created == NULL)
        return ioproc_fail_memory();
    InterlockedExchangePointer(&procedure->object, created);
    ioproc_log(L"%ls is ready", procedure->name);
    return MMSYSERR_NOERROR;
}

static MMRESULT create_with_entry(struct ioproc_procedure *procedure, JNIEnv *env)
{
    MMRESULT status;

    if ((*env)->PushLocalFrame(env, IOPROC_LOCAL_REFERENCES) != JNI_OK)
        return ioproc_exception_fail(env, IOPROC_E_SYSTEM, procedure->name);
    status = ioproc_java_use(env);
    if (status == MMSYSERR_NOERROR)
        status = create(procedure, env);
    (*env)->PopLocalFrame(env, NULL);
    return status;
}

/*
 * Reports a constructor that would wait for itself: on this thread, or through another thread that
 * waits for this one.
 */
static MMRESULT circular(const struct ioproc_procedure *procedure)
{
    if (ioproc_turn_is_mine(&procedure->creation))
        return ioproc_fail(IOPROC_E_PROCEDURE,
                           L"The constructor of %ls opened a file through the procedure that it "
                           L"is constructing",
                           procedure->name);
    return ioproc_fail(IOPROC_E_PROCEDURE,
                       L"The constructor of %ls opened a file through a procedure whose "
                       L"constructor, on this thread, opened one through %ls",
                       procedure->name, procedure->name);
}

MMRESULT ioproc_procedure_create(struct ioproc_procedure *procedure, JNIEnv *env)
{
    MMRESULT status;

    if (IOPROC_READ(procedure->object) != NULL)
        return MMSYSERR_NOERROR;
    status = ioproc_turn_take(&procedure->creation, L"creating", procedure->name);
    if (status == IOPROC_E_PROCEDURE)
        return circular(procedure);
    if (status != MMSYSERR_NOERROR)
        return status;
    if (IOPROC_READ(procedure->object) == NULL)
        status = create_with_entry(procedure, env);
    ioproc_turn_give(&procedure->creation);
    return status;
}
