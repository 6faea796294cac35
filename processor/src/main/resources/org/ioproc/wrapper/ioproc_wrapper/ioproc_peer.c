/* A Java process beside this one, its threads here, and its end. Its files then stay failed. */
#include "ioproc_private.h"

#define THREAD_STACK (128 * 1024)
#define CHECK_INTERVAL 250 /* in milliseconds */

LONG ioproc_peer_instance(const struct ioproc_peer *peer)
{
    return peer->instance;
}

BOOL ioproc_peer_ended(struct ioproc_peer *peer)
{
    return ioproc_exchange_ended(&peer->exchange);
}

void ioproc_peer_hold(struct ioproc_peer *peer)
{
    InterlockedIncrement(&peer->users);
}

void ioproc_peer_release(struct ioproc_peer *peer)
{
    if (InterlockedDecrement(&peer->users) > 0)
        return;
    ioproc_exchange_close(&peer->exchange);
    ioproc_launch_close(&peer->launch);
    if (peer->printing != NULL)
        CloseHandle(peer->printing);
    HeapFree(GetProcessHeap(), 0, peer);
}

static void keep_reason(struct ioproc_peer *peer, const WCHAR *reason)
{
    InterlockedCompareExchangePointer(&peer->reason, (void *)(UINT_PTR)reason, NULL);
}

/*
 * Ends Java, and the programs that it has started, which may hold the pipes. A thread that is
 * blocked while it writes to the pipe then fails and goes on.
 */
void ioproc_peer_kill(struct ioproc_peer *peer, const WCHAR *reason)
{
    keep_reason(peer, reason);
    if (peer->launch.job != NULL)
        TerminateJobObject(peer->launch.job, 1);
    TerminateProcess(peer->launch.process, 1);
    ioproc_exchange_end(&peer->exchange);
}

/* A process that ends closes its pipes first, and then has an exit code that says more. */
static void await_end(struct ioproc_peer *peer)
{
    BOOL ended = WaitForSingleObject(peer->launch.process, IOPROC_ENDING) == WAIT_OBJECT_0;

    ioproc_peer_kill(peer, ended ? NULL : L"it has closed a pipe");
}

static void end_nonsense(struct ioproc_peer *peer)
{
    if (ioproc_printed_crash(&peer->exchange.input)) {
        keep_reason(peer, L"it has crashed; the log (IOPROC_LOG) or a file hs_err_pid*.log beside "
                          L"the DLL may say why");
        ioproc_exchange_end(&peer->exchange);
        ioproc_printed_await_report(&peer->exchange.input);
    }
    ioproc_peer_kill(peer, L"its answers do not follow the protocol");
}

static void end_reading(struct ioproc_peer *peer)
{
    if (peer->exchange.nonsense)
        end_nonsense(peer);
    else if (peer->exchange.input.no_memory)
        ioproc_peer_kill(peer, L"this process is out of memory");
    else
        await_end(peer);
}

static DWORD WINAPI read_answers(void *parameter)
{
    struct ioproc_peer *peer = parameter;

    while (ioproc_exchange_read(&peer->exchange))
        ;
    end_reading(peer);
    ioproc_peer_release(peer);
    return 0;
}

static DWORD WINAPI read_printed(void *parameter)
{
    struct ioproc_peer *peer = parameter;
    char bytes[512];
    DWORD length;

    while (ReadFile(peer->launch.errors, bytes, sizeof bytes, &length, NULL) && length > 0)
        ioproc_printed_add(&peer->printed, bytes, length);
    ioproc_peer_release(peer);
    return 0;
}

static DWORD WINAPI watch(void *parameter)
{
    struct ioproc_peer *peer = parameter;

    while (WaitForSingleObject(peer->launch.process, CHECK_INTERVAL) == WAIT_TIMEOUT) {
        if (ioproc_exchange_longest_wait(&peer->exchange) > peer->limit) {
            ioproc_peer_kill(peer,
                             L"it did not answer within the time that IOPROC_JAVA_LIMIT allows");
            break;
        }
    }
    ioproc_peer_release(peer);
    return 0;
}

static HANDLE start_thread(struct ioproc_peer *peer, LPTHREAD_START_ROUTINE work)
{
    HANDLE thread;

    ioproc_peer_hold(peer);
    thread = CreateThread(NULL, THREAD_STACK, work, peer, STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
    if (thread == NULL)
        ioproc_peer_release(peer);
    return thread;
}

BOOL ioproc_peer_start_threads(struct ioproc_peer *peer)
{
    HANDLE reading;
    HANDLE watching = NULL;

    peer->printing = start_thread(peer, read_printed);
    reading = start_thread(peer, read_answers);
    if (peer->limit > 0)
        watching = start_thread(peer, watch);
    if (reading != NULL)
        CloseHandle(reading);
    if (watching != NULL)
        CloseHandle(watching);
    return peer->printing != NULL && reading != NULL && (peer->limit == 0 || watching != NULL);
}

static MMRESULT fail_ended(struct ioproc_peer *peer)
{
    DWORD exit_code = STILL_ACTIVE;

    if (peer->reason != NULL)
        return ioproc_fail(IOPROC_E_JAVA_ENDED,
                           L"Java beside this process has been ended, because %ls; a file that was "
                           L"open must be opened again",
                           peer->reason);
    GetExitCodeProcess(peer->launch.process, &exit_code);
    return ioproc_fail(IOPROC_E_JAVA_ENDED,
                       L"Java has ended beside this process (exit code %lu); a file that was open "
                       L"must be opened again",
                       exit_code);
}

/* If Java is ended here, the thread that reads the answers may still wait for the pipe's end. */
MMRESULT ioproc_peer_ask(struct ioproc_peer *peer, struct ioproc_frame *request,
                         const struct ioproc_transfer *transfer, struct ioproc_answer *answer)
{
    MMRESULT status = IOPROC_E_JAVA_ENDED;

    if (!ioproc_peer_ended(peer))
        status =
            ioproc_exchange_ask(&peer->exchange, peer->launch.process, request, transfer, answer);
    if (status == MMSYSERR_NOERROR)
        return status;
    if (status == IOPROC_E_SYSTEM)
        return ioproc_fail_memory();
    if (!ioproc_peer_ended(peer))
        await_end(peer);
    return fail_ended(peer);
}
