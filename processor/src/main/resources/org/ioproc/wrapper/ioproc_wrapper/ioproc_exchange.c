/*
 * Requests to a Java process and its answers. Several threads may wait at the same time. One thread
 * reads the answers, and gives each to the thread that waits for it.
 */
#include "ioproc_private.h"

#include <string.h>

/* In milliseconds: how long an answer may take to arrive after the process has ended. */
#define LAST_ANSWER 2000

struct ioproc_waiter {
    struct ioproc_waiter *next;
    DWORD number;
    HANDLE answered;
    ULONGLONG begin;
    const struct ioproc_transfer *transfer;
    struct ioproc_answer *answer;
    BOOL done;
};

BOOL ioproc_exchange_open(struct ioproc_exchange *exchange, HANDLE requests, HANDLE answers)
{
    ZeroMemory(exchange, sizeof *exchange);
    exchange->requests = requests;
    exchange->changed = CreateEventW(NULL, TRUE, FALSE, NULL);
    return exchange->changed != NULL && ioproc_input_open(&exchange->input, answers);
}

void ioproc_exchange_close(struct ioproc_exchange *exchange)
{
    ioproc_input_close(&exchange->input);
    if (exchange->changed != NULL)
        CloseHandle(exchange->changed);
}

/* Lets every waiting thread go on without an answer. */
void ioproc_exchange_end(struct ioproc_exchange *exchange)
{
    struct ioproc_waiter *waiter;

    AcquireSRWLockExclusive(&exchange->lock);
    exchange->ended = TRUE;
    for (waiter = exchange->waiters; waiter != NULL; waiter = waiter->next)
        SetEvent(waiter->answered);
    ReleaseSRWLockExclusive(&exchange->lock);
    SetEvent(exchange->changed);
}

BOOL ioproc_exchange_ended(struct ioproc_exchange *exchange)
{
    BOOL ended;

    AcquireSRWLockShared(&exchange->lock);
    ended = exchange->ended;
    ReleaseSRWLockShared(&exchange->lock);
    return ended;
}

ULONGLONG ioproc_exchange_longest_wait(struct ioproc_exchange *exchange)
{
    ULONGLONG now;
    ULONGLONG longest = 0;
    const struct ioproc_waiter *waiter;

    AcquireSRWLockShared(&exchange->lock);
    now = GetTickCount64(); /* not before another thread has begun to wait */
    for (waiter = exchange->waiters; waiter != NULL; waiter = waiter->next) {
        if (now - waiter->begin > longest)
            longest = now - waiter->begin;
    }
    ReleaseSRWLockShared(&exchange->lock);
    return longest;
}

/* FALSE: Java has said hello before. */
static BOOL read_hello(struct ioproc_exchange *exchange, DWORD version)
{
    if (exchange->version != 0 || version == 0)
        return FALSE;
    exchange->version = version;
    SetEvent(exchange->changed);
    return TRUE;
}

static BOOL copy_data(struct ioproc_cursor *frame, DWORD size, BYTE *to, DWORD room)
{
    const BYTE *bytes = ioproc_cursor_bytes(frame, size);

    if (bytes == NULL || size > room)
        return FALSE;
    memcpy(to, bytes, size);
    return TRUE;
}

static BOOL parse(struct ioproc_cursor *frame, const struct ioproc_waiter *waiter)
{
    struct ioproc_answer *answer = waiter->answer;
    int i;

    answer->result = ioproc_cursor_long(frame);
    for (i = 0; i < 3; i++)
        answer->info[i] = (LONG)ioproc_cursor_number(frame);
    answer->offset = (LONG)ioproc_cursor_number(frame);
    ioproc_cursor_text(frame, answer->failure, IOPROC_TEXT);
    answer->read = ioproc_cursor_number(frame);
    answer->ahead = ioproc_cursor_number(frame);
    if (waiter->transfer == NULL)
        return !frame->failed && answer->read == 0 && answer->ahead == 0;
    return copy_data(frame, answer->read, waiter->transfer->data, waiter->transfer->room) &&
           copy_data(frame, answer->ahead, waiter->transfer->ahead, waiter->transfer->ahead_room);
}

static struct ioproc_waiter *remove_waiter(struct ioproc_exchange *exchange, DWORD number)
{
    struct ioproc_waiter **link = &exchange->waiters;
    struct ioproc_waiter *found;

    while (*link != NULL && (*link)->number != number)
        link = &(*link)->next;
    found = *link;
    if (found != NULL)
        *link = found->next;
    return found;
}

/* Drops the answer if the thread that asked has given up. */
static BOOL read_answer(struct ioproc_exchange *exchange, struct ioproc_cursor *frame, DWORD number)
{
    struct ioproc_waiter *waiter;
    BOOL valid = TRUE;

    AcquireSRWLockExclusive(&exchange->lock);
    waiter = remove_waiter(exchange, number);
    if (waiter != NULL) {
        valid = parse(frame, waiter);
        waiter->done = valid;
        SetEvent(waiter->answered);
    }
    ReleaseSRWLockExclusive(&exchange->lock);
    return valid;
}

static BOOL send(struct ioproc_exchange *exchange, struct ioproc_frame *frame, DWORD number)
{
    BOOL sent;

    AcquireSRWLockExclusive(&exchange->sending);
    sent = ioproc_frame_send(frame, number, exchange->requests);
    ReleaseSRWLockExclusive(&exchange->sending);
    return sent;
}

/* A reply that cannot be sent needs no report: the pipe with the answers ends as well. */
static BOOL read_question(struct ioproc_exchange *exchange, struct ioproc_cursor *question,
                          DWORD number)
{
    struct ioproc_frame reply;
    BOOL valid = ioproc_question_answer(question, &reply);

    send(exchange, &reply, number);
    ioproc_frame_end(&reply);
    return valid;
}

static BOOL handle(struct ioproc_exchange *exchange, struct ioproc_cursor *frame)
{
    DWORD kind = ioproc_cursor_number(frame);
    DWORD number = ioproc_cursor_number(frame);

    switch (kind) {
    case IOPROC_HELLO:
        return read_hello(exchange, number);
    case IOPROC_ANSWER:
        return read_answer(exchange, frame, number);
    case IOPROC_QUESTION:
        return read_question(exchange, frame, number);
    default:
        return FALSE;
    }
}

BOOL ioproc_exchange_read(struct ioproc_exchange *exchange)
{
    struct ioproc_cursor frame;

    if (!ioproc_input_next(&exchange->input, &frame)) {
        exchange->nonsense = exchange->input.too_large;
        return FALSE;
    }
    exchange->nonsense = !handle(exchange, &frame);
    return !exchange->nonsense;
}

static void add_waiter(struct ioproc_exchange *exchange, struct ioproc_waiter *waiter)
{
    AcquireSRWLockExclusive(&exchange->lock);
    waiter->number = ++exchange->last_number;
    waiter->next = exchange->waiters;
    exchange->waiters = waiter;
    if (exchange->ended)
        SetEvent(waiter->answered);
    ReleaseSRWLockExclusive(&exchange->lock);
}

/* The pipe of a process that ended may still contain the answer. */
static void await(HANDLE process, const struct ioproc_waiter *waiter)
{
    HANDLE handles[2];

    handles[0] = waiter->answered;
    handles[1] = process;
    if (WaitForMultipleObjects(2, handles, FALSE, INFINITE) != WAIT_OBJECT_0)
        WaitForSingleObject(waiter->answered, LAST_ANSWER);
}

/* Each thread has an event, because a request would otherwise create one. */
static HANDLE take_event(void)
{
    struct ioproc_thread *thread = ioproc_thread_current();

    if (thread == NULL)
        return NULL;
    if (thread->answered == NULL)
        thread->answered = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (thread->answered != NULL)
        ResetEvent(thread->answered);
    return thread->answered;
}

MMRESULT ioproc_exchange_ask(struct ioproc_exchange *exchange, HANDLE process,
                             struct ioproc_frame *request, const struct ioproc_transfer *transfer,
                             struct ioproc_answer *answer)
{
    struct ioproc_waiter waiter = {NULL,     0,      take_event(), GetTickCount64(),
                                   transfer, answer, FALSE};

    if (waiter.answered == NULL || request->failed)
        return IOPROC_E_SYSTEM;
    add_waiter(exchange, &waiter);
    if (send(exchange, request, waiter.number))
        await(process, &waiter);
    AcquireSRWLockExclusive(&exchange->lock);
    remove_waiter(exchange, waiter.number);
    ReleaseSRWLockExclusive(&exchange->lock);
    return waiter.done ? MMSYSERR_NOERROR : IOPROC_E_JAVA_ENDED;
}
