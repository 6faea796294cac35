/*
 * Turns: work that one thread does while the others wait. A turn may take a long time and run an
 * author's code, such as a procedure's constructor. So each procedure has its own turns, every wait
 * has a time limit, and a thread that would wait for itself is refused at once.
 */
#include "ioproc_private.h"

/* In milliseconds. Tests use a shorter limit. */
#ifndef IOPROC_TURN_TIMEOUT
#define IOPROC_TURN_TIMEOUT 30000
#endif

/* Held only briefly: no thread calls Java or Windows' loader under it. */
static SRWLOCK lock = SRWLOCK_INIT;
static CONDITION_VARIABLE given = CONDITION_VARIABLE_INIT;

/* Follows the chain of waiting threads, which ends because no thread ever waits for itself. */
static BOOL leads_to(const struct ioproc_turn *turn, const struct ioproc_thread *thread)
{
    const struct ioproc_thread *taker = turn->taker;

    while (taker != NULL && taker != thread)
        taker = taker->awaits == NULL ? NULL : taker->awaits->taker;
    return taker == thread;
}

static BOOL wait_until(ULONGLONG end)
{
    ULONGLONG now = GetTickCount64();

    return now < end && SleepConditionVariableSRW(&given, &lock, (DWORD)(end - now), 0);
}

static MMRESULT take(struct ioproc_turn *turn, struct ioproc_thread *thread)
{
    ULONGLONG end = GetTickCount64() + IOPROC_TURN_TIMEOUT;
    MMRESULT status = MMSYSERR_NOERROR;

    if (leads_to(turn, thread))
        return IOPROC_E_PROCEDURE;
    thread->awaits = turn;
    while (turn->taker != NULL && status == MMSYSERR_NOERROR) {
        if (!wait_until(end))
            status = IOPROC_E_BUSY;
    }
    thread->awaits = NULL;
    if (turn->taker != NULL)
        return status;
    turn->taker = thread;
    return MMSYSERR_NOERROR;
}

MMRESULT ioproc_turn_take(struct ioproc_turn *turn, const WCHAR *doing, const WCHAR *name)
{
    struct ioproc_thread *thread = ioproc_thread_current();
    MMRESULT status;

    if (thread == NULL)
        return ioproc_fail_memory();
    AcquireSRWLockExclusive(&lock);
    status = take(turn, thread);
    ReleaseSRWLockExclusive(&lock);
    if (status == IOPROC_E_BUSY)
        ioproc_fail(status, L"Another thread has been %ls %ls for %d seconds; try again later",
                    doing, name, IOPROC_TURN_TIMEOUT / 1000);
    return status;
}

void ioproc_turn_give(struct ioproc_turn *turn)
{
    AcquireSRWLockExclusive(&lock);
    turn->taker = NULL;
    ReleaseSRWLockExclusive(&lock);
    WakeAllConditionVariable(&given);
}

BOOL ioproc_turn_is_mine(const struct ioproc_turn *turn)
{
    BOOL mine;

    AcquireSRWLockShared(&lock);
    mine = turn->taker != NULL && turn->taker == ioproc_thread_current();
    ReleaseSRWLockShared(&lock);
    return mine;
}
