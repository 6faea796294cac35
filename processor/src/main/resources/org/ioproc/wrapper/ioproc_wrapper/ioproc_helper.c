/*
 * Helper threads, which work for callers whose stack is too small or unknown to Java. A helper that
 * has finished waits for the next caller, and ends after some time. So there are at most as many
 * helpers as there were callers at one time.
 */
#include "ioproc_private.h"

#define STACK (1024 * 1024)
#define IDLE_MILLISECONDS 30000

struct helper {
    struct helper *next; /* in the list of idle helpers */
    HANDLE begin;
    HANDLE done;
    ioproc_work work;
    void *argument;
    struct ioproc_thread *caller;
    HANDLE token; /* of the client that the caller impersonates, or NULL */
    MMRESULT status;
};

/* Guards the list of idle helpers. */
static SRWLOCK lock = SRWLOCK_INIT;
static struct helper *idle; /* the most recently used one first */

static struct helper *take_idle(void)
{
    struct helper *helper;

    AcquireSRWLockExclusive(&lock);
    helper = idle;
    if (helper != NULL)
        idle = helper->next;
    ReleaseSRWLockExclusive(&lock);
    return helper;
}

static void put_back(struct helper *helper)
{
    AcquireSRWLockExclusive(&lock);
    helper->next = idle;
    idle = helper;
    ReleaseSRWLockExclusive(&lock);
}

/* Returns FALSE if a caller has taken the helper in the meantime. */
static BOOL take_this(const struct helper *helper)
{
    struct helper **link = &idle;

    AcquireSRWLockExclusive(&lock);
    while (*link != NULL && *link != helper)
        link = &(*link)->next;
    if (*link != NULL)
        *link = helper->next;
    else
        link = NULL;
    ReleaseSRWLockExclusive(&lock);
    return link != NULL;
}

static void discard(struct helper *helper)
{
    if (helper->begin != NULL)
        CloseHandle(helper->begin);
    if (helper->done != NULL)
        CloseHandle(helper->done);
    HeapFree(GetProcessHeap(), 0, helper);
}

/* A failure of the work becomes the caller's. */
static void work_with_failure(const struct helper *helper)
{
    struct ioproc_thread *thread = ioproc_thread_current();

    if (thread != NULL)
        thread->failure[0] = L'\0';
    helper->work(helper->argument);
    if (thread != NULL && thread->failure[0] != L'\0')
        ioproc_format(helper->caller->failure, IOPROC_TEXT, L"%ls", thread->failure);
}

/*
 * A service that impersonates its client has the client's rights. The helper must have them, too.
 */
static void work_for_caller(struct helper *helper)
{
    helper->status = MMSYSERR_NOERROR;
    if (helper->token != NULL && !SetThreadToken(NULL, helper->token)) {
        helper->status = IOPROC_E_SYSTEM;
        return;
    }
    work_with_failure(helper);
    if (helper->token != NULL)
        SetThreadToken(NULL, NULL);
}

static DWORD WINAPI help(void *parameter)
{
    struct helper *helper = parameter;

    for (;;) {
        if (WaitForSingleObject(helper->begin, IDLE_MILLISECONDS) == WAIT_OBJECT_0) {
            work_for_caller(helper);
            SetEvent(helper->done);
        } else if (take_this(helper)) {
            discard(helper);
            return 0;
        }
    }
}

static BOOL start(struct helper *helper)
{
    HANDLE thread;

    helper->begin = CreateEventW(NULL, FALSE, FALSE, NULL);
    helper->done = CreateEventW(NULL, FALSE, FALSE, NULL);
    if (helper->begin == NULL || helper->done == NULL)
        return FALSE;
    thread = CreateThread(NULL, STACK, help, helper, STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
    if (thread == NULL)
        return FALSE;
    CloseHandle(thread);
    return TRUE;
}

static struct helper *create(void)
{
    struct helper *helper = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *helper);
    DWORD error;

    if (helper == NULL || start(helper))
        return helper;
    error = GetLastError();
    discard(helper);
    SetLastError(error);
    return NULL;
}

/* The token is NULL if the thread impersonates nobody. */
static BOOL take_token(HANDLE *token)
{
    *token = NULL;
    return OpenThreadToken(GetCurrentThread(), TOKEN_IMPERSONATE, TRUE, token) ||
           GetLastError() == ERROR_NO_TOKEN;
}

static MMRESULT run(struct helper *helper)
{
    SetEvent(helper->begin);
    WaitForSingleObject(helper->done, INFINITE);
    if (helper->token != NULL)
        CloseHandle(helper->token);
    return helper->status;
}

static MMRESULT run_for(struct helper *helper, struct ioproc_thread *caller)
{
    MMRESULT status = IOPROC_E_SYSTEM;

    helper->caller = caller;
    if (take_token(&helper->token))
        status = run(helper);
    put_back(helper);
    if (status != MMSYSERR_NOERROR)
        return ioproc_fail(status, L"This thread impersonates a client, but its helper thread "
                                   L"could not");
    return status;
}

MMRESULT ioproc_helper_run(ioproc_work work, void *argument)
{
    struct ioproc_thread *caller = ioproc_thread_current();
    struct helper *helper;

    if (caller == NULL)
        return ioproc_fail_memory();
    helper = take_idle();
    if (helper == NULL)
        helper = create();
    if (helper == NULL)
        return ioproc_fail(IOPROC_E_SYSTEM,
                           L"Java cannot run on this stack, which is too small or a fiber's, and a "
                           L"helper thread could not be created (Windows error %lu)",
                           GetLastError());
    helper->work = work;
    helper->argument = argument;
    return run_for(helper, caller);
}
