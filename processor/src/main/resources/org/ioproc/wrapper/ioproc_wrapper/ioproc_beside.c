/* Answers messages through the Java process beside this one. */
#include "ioproc_private.h"

static BOOL changes_files(const struct ioproc_message *message)
{
    switch (message->number) {
    case MMIOM_READ:
    case MMIOM_SEEK:
        return FALSE;
    case MMIOM_OPEN:
        return (message->info->dwFlags & ~(DWORD)(MMIO_SHAREMODE | MMIO_ALLOCBUF)) != MMIO_READ;
    case MMIOM_CLOSE:
        return (message->info->dwFlags & MMIO_RWMODE) != MMIO_READ;
    default:
        return TRUE;
    }
}

/*
 * Java has the rights of this process and not those of a client that the thread impersonates.
 */
static BOOL impersonates(void)
{
    HANDLE token;

    if (!OpenThreadToken(GetCurrentThread(), TOKEN_QUERY, TRUE, &token))
        return GetLastError() != ERROR_NO_TOKEN;
    CloseHandle(token);
    return TRUE;
}

static MMRESULT fail_to_create(const struct ioproc_procedure *procedure,
                               const struct ioproc_answer *answer)
{
    if (answer->result != IOPROC_E_CLASS)
        return ioproc_fail(IOPROC_E_PROCEDURE, L"%ls could not be created: %ls", procedure->name,
                           answer->failure);
    return ioproc_fail(IOPROC_E_CLASS,
                       L"%ls could not be created; %ls must contain its classes, from the same "
                       L"build as the DLL: %ls",
                       procedure->name,
                       ioproc_loader_in_dll() ? L"the DLL" : L"the DLL's jar and the folder lib",
                       answer->failure);
}

/* Several threads may do this at the same time, because Java creates the object only once. */
static MMRESULT prepare(struct ioproc_procedure *procedure, struct ioproc_peer *peer)
{
    struct ioproc_answer *answer = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *answer);
    struct ioproc_frame frame;
    MMRESULT status;

    if (answer == NULL)
        return ioproc_fail_memory();
    ioproc_frame_begin(&frame, IOPROC_PREPARE);
    ioproc_frame_number(&frame, ioproc_remote_number(procedure));
    ioproc_frame_text(&frame, procedure->provider);
    status = ioproc_peer_ask(peer, &frame, NULL, answer);
    ioproc_frame_end(&frame);
    if (status == MMSYSERR_NOERROR && answer->result != 0)
        status = fail_to_create(procedure, answer);
    HeapFree(GetProcessHeap(), 0, answer);
    if (status == MMSYSERR_NOERROR) {
        InterlockedExchange(&procedure->prepared, ioproc_peer_instance(peer));
        ioproc_log(L"%ls is ready", procedure->name);
    }
    return status;
}

/* Returns a reference to a Java process that has the procedure's object. */
static MMRESULT use(struct ioproc_procedure *procedure, struct ioproc_peer **peer)
{
    MMRESULT status;

    if (impersonates())
        return ioproc_fail(IOPROC_E_POLICY,
                           L"This thread impersonates a client, whose rights the Java process "
                           L"beside this one does not have");
    status = ioproc_starter_use(peer);
    if (status != MMSYSERR_NOERROR)
        return ioproc_way_fail(status);
    if (procedure->prepared != ioproc_peer_instance(*peer))
        status = prepare(procedure, *peer);
    if (status != MMSYSERR_NOERROR)
        ioproc_peer_release(*peer);
    return status;
}

MMRESULT ioproc_beside_preload(struct ioproc_procedure *procedure)
{
    struct ioproc_peer *peer;
    MMRESULT status = use(procedure, &peer);

    if (status == MMSYSERR_NOERROR)
        ioproc_peer_release(peer);
    return status;
}

/* Java has opened a file for which this process has no memory. */
static LRESULT give_up(const struct ioproc_message *message)
{
    struct ioproc_message close = *message;

    close.number = MMIOM_CLOSE;
    close.token = message->answer.info[2];
    ioproc_remote_pass(&close, 0, 0);
    ioproc_fail_memory();
    return MMIOERR_OUTOFMEMORY;
}

static LRESULT opened(struct ioproc_message *message)
{
    const struct ioproc_answer *answer = &message->answer;
    const struct ioproc_opened *file = NULL;

    if (answer->info[2] == 0)
        message->info->adwInfo[2] = 0;
    if (answer->result != MMSYSERR_NOERROR)
        return (LRESULT)answer->result;
    if (answer->info[2] != 0) {
        file = ioproc_opened_add(message->procedure, message->peer, answer->info[2]);
        if (file == NULL)
            return give_up(message);
    }
    message->info->adwInfo[0] = (DWORD)answer->info[0];
    message->info->adwInfo[1] = (DWORD)answer->info[1];
    if (file != NULL)
        message->info->adwInfo[2] = (DWORD)file->token;
    message->info->lDiskOffset = answer->offset;
    return MMSYSERR_NOERROR;
}

static LRESULT open_file(struct ioproc_message *message)
{
    struct ioproc_frame frame;
    LRESULT result;

    ioproc_remote_begin(&frame, message, message->info->lDiskOffset, 0, message->second, 0);
    result = ioproc_remote_name(&frame, (const char *)message->first);
    if (result != MMSYSERR_NOERROR) {
        ioproc_frame_end(&frame);
        return result;
    }
    return ioproc_remote_ask(message, &frame, NULL) ? opened(message)
                                                    : ioproc_remote_fail(message->number);
}

static LRESULT rename_file(struct ioproc_message *message)
{
    struct ioproc_frame frame;
    LRESULT result;

    ioproc_remote_begin(&frame, message, 0, 0, 0, 0);
    result = ioproc_remote_name(&frame, (const char *)message->first);
    if (result == MMSYSERR_NOERROR)
        result = ioproc_remote_name(&frame, (const char *)message->second);
    if (result != MMSYSERR_NOERROR) {
        ioproc_frame_end(&frame);
        return result;
    }
    return ioproc_remote_ask(message, &frame, NULL) ? (LRESULT)message->answer.result
                                                    : ioproc_remote_fail(message->number);
}

/* Messages that are about no open file. */
static LRESULT answer_without_file(struct ioproc_message *message)
{
    LRESULT result;

    if (use(message->procedure, &message->peer) != MMSYSERR_NOERROR)
        return ioproc_remote_fail(message->number);
    if (message->number == MMIOM_OPEN)
        result = open_file(message);
    else if (message->number == MMIOM_RENAME)
        result = rename_file(message);
    else
        result = ioproc_remote_pass(message, (LONGLONG)(UINT_PTR)message->first, message->second);
    ioproc_peer_release(message->peer);
    return result;
}

static BOOL needs_file(UINT number)
{
    switch (number) {
    case MMIOM_READ:
    case MMIOM_WRITE:
    case MMIOM_WRITEFLUSH:
    case MMIOM_SEEK:
    case MMIOM_CLOSE:
        return TRUE;
    default:
        return FALSE;
    }
}

/* After a delete or a test for existence nothing is open, but the program closes it. */
static LRESULT answer_any(struct ioproc_message *message)
{
    LONG token = message->info == NULL ? 0 : (LONG)message->info->adwInfo[2];
    struct ioproc_opened *file;
    LRESULT result;

    if (message->number == MMIOM_OPEN || message->number == MMIOM_RENAME) {
        message->token = message->number == MMIOM_OPEN ? token : 0;
        return answer_without_file(message);
    }
    file = ioproc_opened_find(message->procedure, token);
    if (file == NULL && needs_file(message->number))
        return message->number == MMIOM_CLOSE && token == 0 ? MMSYSERR_NOERROR
                                                            : ioproc_remote_unknown(message);
    if (file == NULL)
        return answer_without_file(message);
    result = ioproc_opened_answer(file, message);
    ioproc_opened_release(file);
    return result;
}

LRESULT ioproc_beside_message(struct ioproc_procedure *procedure, LPSTR lpmmioinfo, UINT uMsg,
                              LPARAM lParam1, LPARAM lParam2)
{
    struct ioproc_message message;
    BOOL changes;
    LRESULT result;

    ZeroMemory(&message, sizeof message);
    message.procedure = procedure;
    message.info = (MMIOINFO *)(void *)lpmmioinfo;
    message.number = uMsg;
    message.first = lParam1;
    message.second = lParam2;
    if (message.info == NULL && (uMsg == MMIOM_OPEN || needs_file(uMsg)))
        return ioproc_remote_without_info(&message);
    changes = changes_files(&message);
    if (changes)
        ioproc_ahead_forget_all();
    result = answer_any(&message);
    if (changes)
        ioproc_ahead_forget_all();
    return result;
}
