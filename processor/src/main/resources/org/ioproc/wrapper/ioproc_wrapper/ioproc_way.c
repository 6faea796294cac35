/*
 * Where Java runs: inside this process or beside it. A setting decides, or else Java runs beside
 * the process if it cannot run inside. Once Java has started, the way stays.
 */
#include "ioproc_private.h"

#define PROPERTY "org.ioproc.java"
#define VARIABLE L"IOPROC_JAVA"
#define SETTING 64

/* Half of a failure's text, so that the failure of the other way has room. */
#define REASON (IOPROC_TEXT / 2)

static volatile LONG settled; /* enum ioproc_way; AUTO: Java has not started */
static volatile LONG setting; /* enum ioproc_way */
static SRWLOCK lock = SRWLOCK_INIT; /* guards the next two */
static MMRESULT status_inside;      /* why Java does not run inside this process */
static WCHAR reason[REASON];

static void keep_reason(MMRESULT status, const WCHAR *text)
{
    AcquireSRWLockExclusive(&lock);
    status_inside = status;
    ioproc_format(reason, REASON, L"%ls", text);
    ReleaseSRWLockExclusive(&lock);
}

static void use_setting(enum ioproc_way way, const WCHAR *text)
{
    if (way == IOPROC_BESIDE)
        keep_reason(MMSYSERR_NOERROR, text);
    InterlockedExchange(&setting, way);
}

/* An application may change its environment until Java starts. */
MMRESULT ioproc_way_check(void)
{
    WCHAR value[SETTING];

    if (settled != IOPROC_AUTO)
        return MMSYSERR_NOERROR;
    if (!ioproc_options_setting(VARIABLE, PROPERTY, value, SETTING))
        use_setting(ioproc_library.way, L"the DLL was made so");
    else if (ioproc_is_same(value, L"inside"))
        use_setting(IOPROC_INSIDE, NULL);
    else if (ioproc_is_same(value, L"beside"))
        use_setting(IOPROC_BESIDE, VARIABLE L" or the file of options says so");
    else
        return ioproc_fail(IOPROC_E_VM_OPTIONS,
                           L"%ls and -D%hs must be \"inside\" or \"beside\", not \"%ls\"", VARIABLE,
                           PROPERTY, value);
    return MMSYSERR_NOERROR;
}

BOOL ioproc_way_is_beside(void)
{
    return settled == IOPROC_BESIDE || (settled == IOPROC_AUTO && setting == IOPROC_BESIDE);
}

/* Copies why Java does not run inside this process. Returns the status; 0: a setting says so. */
MMRESULT ioproc_way_reason(WCHAR *text)
{
    MMRESULT status;

    AcquireSRWLockShared(&lock);
    status = status_inside;
    ioproc_format(text, IOPROC_TEXT, L"%ls", reason);
    ReleaseSRWLockShared(&lock);
    return status;
}

/* Call when Java has started, before it opens files. FALSE: it has started on the other way. */
BOOL ioproc_way_settle(enum ioproc_way way)
{
    LONG before = InterlockedCompareExchange(&settled, way, IOPROC_AUTO);
    WCHAR text[IOPROC_TEXT];

    if (before == IOPROC_AUTO && way == IOPROC_BESIDE) {
        ioproc_way_reason(text);
        ioproc_log(L"Java runs beside this process: %ls", text);
    }
    return before == IOPROC_AUTO || before == (LONG)way;
}

/* Whether Java cannot run inside this process, but perhaps beside it. */
static BOOL is_reason(MMRESULT status)
{
    switch (status) {
    case IOPROC_E_NO_JAVA:
    case IOPROC_E_WRONG_JAVA:
    case IOPROC_E_BAD_JAVA:
    case IOPROC_E_VM_START:
    case IOPROC_E_HEAP:
    case IOPROC_E_POLICY:
        return TRUE;
    default:
        return FALSE;
    }
}

/* After Java failed inside this process with a status and a text. TRUE: it may run beside it. */
BOOL ioproc_way_leave(MMRESULT status)
{
    const struct ioproc_thread *thread = ioproc_thread_current();

    if (settled != IOPROC_AUTO)
        return settled == IOPROC_BESIDE;
    if (setting != IOPROC_AUTO || !is_reason(status) || thread == NULL || ioproc_vm_exists())
        return FALSE;
    keep_reason(status, thread->failure);
    return TRUE;
}

static BOOL is_search(MMRESULT status)
{
    return status == IOPROC_E_NO_JAVA || status == IOPROC_E_WRONG_JAVA;
}

static BOOL is_broken(MMRESULT status)
{
    return status == IOPROC_E_BAD_JAVA || status == IOPROC_E_VM_START;
}

/*
 * After Java failed beside this process as well, with a status and a text. Adds why it is not
 * inside, which is often what the user can mend. Both searches list the same runtimes.
 */
MMRESULT ioproc_way_fail(MMRESULT status)
{
    const struct ioproc_thread *thread = ioproc_thread_current();
    WCHAR text[IOPROC_TEXT];
    MMRESULT inside = ioproc_way_reason(text);

    if (settled != IOPROC_AUTO || setting != IOPROC_AUTO || thread == NULL ||
        !(is_search(status) || is_broken(status)))
        return status;
    if (is_search(inside))
        return is_search(status) ? inside : status;
    if (is_broken(inside))
        return ioproc_fail(inside, L"%ls; nor beside this process: %ls", text, thread->failure);
    return ioproc_fail(status, L"%ls; it would run beside this process, because: %ls",
                       thread->failure, text);
}
