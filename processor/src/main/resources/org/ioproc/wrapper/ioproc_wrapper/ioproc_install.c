/* Installs procedures in mmio, and removes them. */
#include "ioproc_private.h"

/* Guards the counts and mmio's list. It is held only briefly: no other code runs under it. */
static SRWLOCK installation = SRWLOCK_INIT;

static MMRESULT find_runtime(const WCHAR *why_beside)
{
    struct ioproc_runtime *runtime = HeapAlloc(GetProcessHeap(), 0, sizeof *runtime);
    MMRESULT status =
        runtime == NULL ? ioproc_fail_memory() : ioproc_runtime_find(runtime, why_beside);

    HeapFree(GetProcessHeap(), 0, runtime);
    return status;
}

static MMRESULT look_inside(void)
{
    MMRESULT status;

    if (ioproc_vm_exists())
        return MMSYSERR_NOERROR;
    status = ioproc_policy_check();
    return status == MMSYSERR_NOERROR ? find_runtime(NULL) : status;
}

/* Install looks for Java but does not start it: the application may never open such a file. */
static void look_for_java(void *argument)
{
    MMRESULT *status = argument;
    WCHAR why[IOPROC_TEXT];

    *status = ioproc_way_check();
    if (*status != MMSYSERR_NOERROR)
        return;
    if (!ioproc_way_is_beside()) {
        *status = look_inside();
        if (!ioproc_way_leave(*status))
            return;
    }
    ioproc_way_reason(why);
    *status = ioproc_way_fail(find_runtime(why));
}

/* Runs on the caller's thread, however small its stack is, because the caller is mmio's client. */
static MMRESULT first_install(const struct ioproc_procedure *procedure)
{
    if (mmioInstallIOProcA(procedure->code, procedure->exported, MMIO_INSTALLPROC) == NULL)
        return ioproc_fail(IOPROC_E_MMIO, L"mmio refused to install %ls", procedure->name);
    return MMSYSERR_NOERROR;
}

/* Looks for Java before it takes the lock, because the search takes a long time. */
MMRESULT ioproc_install(struct ioproc_procedure *procedure)
{
    MMRESULT found = MMSYSERR_NOERROR;
    MMRESULT status = procedure->installed == 0 ? ioproc_run(look_for_java, &found) : ioproc_use();

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

/*
 * Finds the newest procedure of the code first, because mmio removes that procedure, even if it is
 * given another.
 */
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
    MMRESULT status = ioproc_use();

    if (status != MMSYSERR_NOERROR)
        return status;
    AcquireSRWLockExclusive(&installation);
    status = remove_one(procedure);
    ReleaseSRWLockExclusive(&installation);
    return status;
}
