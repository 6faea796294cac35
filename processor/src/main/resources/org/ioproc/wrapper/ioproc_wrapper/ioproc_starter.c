/* Starts the Java process that serves new files. There is at most one at a time. */
#include "ioproc_private.h"

/* In milliseconds. */
#define START_TIMEOUT 60000

/* So many processes may be started within a minute. */
#define STARTS 5
#define MINUTE 60000

static SRWLOCK lock = SRWLOCK_INIT; /* guards the next one */
static struct ioproc_peer *current;
static struct ioproc_turn starting; /* guards the rest */
static LONG instances;
static ULONGLONG starts[STARTS];
static MMRESULT last_status; /* of the last start */
static WCHAR last_failure[IOPROC_TEXT];

/* Why Java has ended before it said hello. The same causes have the same statuses as inside. */
static MMRESULT fail_early(struct ioproc_peer *peer, DWORD exit_code)
{
    WCHAR line[IOPROC_TEXT];

    WaitForSingleObject(peer->printing, IOPROC_ENDING);
    ioproc_printed_line(&peer->printed, line);
    if (peer->reason != NULL)
        return ioproc_fail(IOPROC_E_VM_START, L"Java was started and ended, because %ls: %ls",
                           peer->reason, line);
    if (ioproc_printed_contains(&peer->printed, "main class " IOPROC_SERVER))
        return ioproc_fail(IOPROC_E_CLASS,
                           L"ioproc's classes cannot be used; %ls must contain ioproc-runtime, of "
                           L"the version of ioproc that created the DLL: %ls",
                           ioproc_loader_in_dll() ? L"the DLL" : L"the folder lib", line);
    if (peer->launch.unsure)
        return ioproc_fail(IOPROC_E_VM_OPTIONS,
                           L"Java does not start with the options in %ls.vmoptions, "
                           L"JAVA_TOOL_OPTIONS or _JAVA_OPTIONS (exit code %lu): %ls",
                           ioproc_library.name, exit_code, line);
    return ioproc_fail(IOPROC_E_VM_START, L"Java ended with exit code %lu when it was started: %ls",
                       exit_code, line);
}

static MMRESULT fail_to_start(struct ioproc_peer *peer)
{
    DWORD exit_code;

    WaitForSingleObject(peer->exchange.changed, IOPROC_ENDING); /* what it sent may say more */
    if (peer->exchange.version != 0 && peer->exchange.version != IOPROC_PROTOCOL)
        return ioproc_fail(IOPROC_E_CLASS,
                           L"The DLL and ioproc-runtime must come from the same version of ioproc; "
                           L"Java speaks version %lu of the protocol, and the DLL version %d",
                           peer->exchange.version, IOPROC_PROTOCOL);
    if (WaitForSingleObject(peer->launch.process, IOPROC_ENDING) == WAIT_TIMEOUT)
        return ioproc_fail(IOPROC_E_VM_START, L"Java did not begin to serve within %d seconds",
                           START_TIMEOUT / 1000);
    GetExitCodeProcess(peer->launch.process, &exit_code);
    return fail_early(peer, exit_code);
}

static MMRESULT await_start(struct ioproc_peer *peer, ULONGLONG begin)
{
    HANDLE handles[2];

    handles[0] = peer->exchange.changed;
    handles[1] = peer->launch.process;
    WaitForMultipleObjects(2, handles, FALSE, START_TIMEOUT);
    if (peer->exchange.version != IOPROC_PROTOCOL || ioproc_peer_ended(peer))
        return fail_to_start(peer);
    ioproc_log(L"Java started beside this process in %lu ms", (DWORD)(GetTickCount64() - begin));
    if (!ioproc_way_settle(IOPROC_BESIDE))
        return ioproc_fail(IOPROC_E_BUSY, L"Another thread has started Java inside this process");
    return MMSYSERR_NOERROR;
}

static void count_start(struct ioproc_peer *peer)
{
    starts[instances % STARTS] = GetTickCount64();
    peer->instance = ++instances;
}

static MMRESULT serve(struct ioproc_peer *peer, ULONGLONG begin)
{
    MMRESULT status;

    if (ioproc_exchange_open(&peer->exchange, peer->launch.requests, peer->launch.answers) &&
        ioproc_peer_start_threads(peer))
        status = await_start(peer, begin);
    else
        status = ioproc_fail_memory();
    if (status != MMSYSERR_NOERROR)
        ioproc_peer_kill(peer, L"it did not start");
    return status;
}

static MMRESULT start(struct ioproc_peer *peer)
{
    ULONGLONG begin = GetTickCount64();
    WCHAR why[IOPROC_TEXT];
    MMRESULT status = ioproc_options_limit(&peer->limit);

    if (status != MMSYSERR_NOERROR)
        return status;
    ioproc_way_reason(why);
    status = ioproc_launch(&peer->launch, why);
    if (status != MMSYSERR_NOERROR)
        return status;
    count_start(peer);
    last_status = serve(peer, begin);
    if (last_status != MMSYSERR_NOERROR && ioproc_thread_current() != NULL)
        ioproc_format(last_failure, IOPROC_TEXT, L"%ls", ioproc_thread_current()->failure);
    return last_status;
}

static MMRESULT create(struct ioproc_peer **created)
{
    struct ioproc_peer *peer = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *peer);
    MMRESULT status;

    if (peer == NULL)
        return ioproc_fail_memory();
    peer->users = 1;
    status = start(peer);
    if (status == MMSYSERR_NOERROR)
        *created = peer;
    else
        ioproc_peer_release(peer);
    return status;
}

/* A handler that ends Java each time must not start one after the other. */
static MMRESULT require_rest(void)
{
    ULONGLONG oldest = starts[instances % STARTS];

    if (oldest == 0 || GetTickCount64() - oldest >= MINUTE)
        return MMSYSERR_NOERROR;
    if (last_status != MMSYSERR_NOERROR)
        return ioproc_fail(last_status, L"Java is started at most %d times within a minute; the "
                                        L"last time it failed: %ls",
                           STARTS, last_failure);
    return ioproc_fail(IOPROC_E_JAVA_ENDED,
                       L"Java has been started %d times within a minute and has ended each time; "
                       L"the log (IOPROC_LOG) may say why",
                       STARTS);
}

/* Returns a reference to the process that serves new files, or NULL. */
static struct ioproc_peer *present(void)
{
    struct ioproc_peer *peer;

    AcquireSRWLockShared(&lock);
    peer = current;
    if (peer != NULL && ioproc_peer_ended(peer))
        peer = NULL;
    if (peer != NULL)
        ioproc_peer_hold(peer);
    ReleaseSRWLockShared(&lock);
    return peer;
}

static void replace(struct ioproc_peer *peer)
{
    struct ioproc_peer *old;

    ioproc_peer_hold(peer);
    AcquireSRWLockExclusive(&lock);
    old = current;
    current = peer;
    ReleaseSRWLockExclusive(&lock);
    if (old != NULL)
        ioproc_peer_release(old);
}

struct starter {
    struct ioproc_peer *peer;
    MMRESULT status;
};

static MMRESULT start_next(struct ioproc_peer **peer)
{
    MMRESULT status = require_rest();

    if (status == MMSYSERR_NOERROR)
        status = create(peer);
    if (status == MMSYSERR_NOERROR)
        replace(*peer);
    return status;
}

static void start_for_caller(void *argument)
{
    struct starter *starter = argument;

    starter->status = ioproc_turn_take(&starting, L"starting", L"Java");
    if (starter->status != MMSYSERR_NOERROR)
        return;
    starter->peer = present();
    if (starter->peer == NULL)
        starter->status = start_next(&starter->peer);
    ioproc_turn_give(&starting);
}

MMRESULT ioproc_starter_use(struct ioproc_peer **peer)
{
    struct starter starter = {NULL, MMSYSERR_NOERROR};
    MMRESULT status;

    *peer = present();
    if (*peer != NULL)
        return MMSYSERR_NOERROR;
    status = ioproc_run(start_for_caller, &starter);
    *peer = starter.peer;
    return status == MMSYSERR_NOERROR ? starter.status : status;
}
