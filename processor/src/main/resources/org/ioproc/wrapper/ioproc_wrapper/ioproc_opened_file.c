/* Reads, writes and closes a file that is open in the Java process beside this one. */
#include "ioproc_private.h"

#define LAST_POSITION 0x7FFFFFFF

static DWORD piece_of(DWORD count)
{
    return count < IOPROC_LARGEST_DATA ? count : IOPROC_LARGEST_DATA;
}

/* Whether a transfer has a buffer and a count that it can have. Java reports the others. */
static BOOL is_transfer(const struct ioproc_message *message)
{
    return message->first != 0 && message->second > 0 && message->second <= LAST_POSITION &&
           message->info->lDiskOffset >= 0;
}

/* A read's count must be more than 0, or Java would not look at the position. */
static LRESULT pass_invalid(struct ioproc_message *message)
{
    BOOL invalid_position = message->first != 0 && message->second > 0 &&
                            message->second <= LAST_POSITION;
    LONGLONG count = !invalid_position                ? (LONGLONG)message->second
                     : message->number == MMIOM_READ ? 1
                                                     : 0;

    return ioproc_remote_pass(message, message->first != 0, count);
}

/* Reads a piece through Java, and ahead if the program seems to go on. FALSE: it failed. */
static BOOL read_piece(struct ioproc_message *message, struct ioproc_opened *file, LONG position,
                       BYTE *to, DWORD count)
{
    DWORD ahead = position < LAST_POSITION - IOPROC_LARGEST_DATA
                      ? ioproc_ahead_wish(&file->ahead, position, count)
                      : 0;
    struct ioproc_transfer transfer = {to, count, file->ahead.bytes, ahead};
    struct ioproc_frame frame;

    ioproc_remote_begin(&frame, message, position, 1, count, ahead);
    if (!ioproc_remote_ask(message, &frame, &transfer) ||
        message->answer.result != (LONGLONG)message->answer.read ||
        message->answer.read > (DWORD)(LAST_POSITION - position))
        return FALSE;
    if (ahead > 0 && message->answer.read == count)
        ioproc_ahead_keep(&file->ahead, position + (LONG)count, message->answer.ahead);
    return TRUE;
}

static LRESULT read_file(struct ioproc_message *message, struct ioproc_opened *file)
{
    LONG start = message->info->lDiskOffset;
    BYTE *to = (BYTE *)message->first;
    DWORD count = (DWORD)message->second;
    DWORD done = ioproc_ahead_take(&file->ahead, start, to, count);
    BOOL more = TRUE;

    while (more && done < count) {
        DWORD piece = piece_of(count - done);

        if (!read_piece(message, file, start + (LONG)done, to + done, piece))
            return -1;
        done += message->answer.read;
        more = message->answer.read == piece;
    }
    message->info->lDiskOffset = file->ahead.next = start + (LONG)done;
    return (LRESULT)done;
}

static BOOL write_piece(struct ioproc_message *message, UINT number, LONG position,
                        const BYTE *from, DWORD count)
{
    UINT whole = message->number;
    struct ioproc_frame frame;

    message->number = number;
    ioproc_remote_begin(&frame, message, position, 1, count, 0);
    message->number = whole;
    ioproc_frame_data(&frame, from, count);
    return ioproc_remote_ask(message, &frame, NULL) && message->answer.result == (LONGLONG)count;
}

/* Only the last piece flushes. */
static LRESULT write_file(struct ioproc_message *message)
{
    LONG start = message->info->lDiskOffset;
    const BYTE *from = (const BYTE *)message->first;
    DWORD count = (DWORD)message->second;
    DWORD done = 0;

    if (count > (DWORD)(LAST_POSITION - start)) {
        ioproc_fail(IOPROC_E_PROCEDURE,
                    L"mmio's positions end at 2147483647; %lu bytes at %ld would end beyond it",
                    count, start);
        return -1;
    }
    while (done < count) {
        DWORD piece = piece_of(count - done);
        BOOL last = piece == count - done;

        if (!write_piece(message, last ? message->number : MMIOM_WRITE, start + (LONG)done,
                         from + done, piece))
            return -1;
        done += piece;
    }
    message->info->lDiskOffset = start + (LONG)done;
    return (LRESULT)done;
}

/* Java answers what depends on the file's size, and reports invalid seeks. */
static LRESULT seek_file(struct ioproc_message *message)
{
    LONGLONG position = message->info->lDiskOffset;
    LONGLONG target = (LONGLONG)message->first;

    if (message->second == SEEK_CUR && position >= 0)
        target += position;
    if ((message->second != SEEK_SET && message->second != SEEK_CUR) || position < 0 ||
        target < 0 || target > LAST_POSITION)
        return ioproc_remote_pass(message, message->first, message->second);
    message->info->lDiskOffset = (LONG)target;
    return (LRESULT)target;
}

static LRESULT close_file(struct ioproc_message *message, struct ioproc_opened *file)
{
    LRESULT result = ioproc_remote_pass(message, message->first, message->second);

    file->closed = TRUE;
    ioproc_opened_remove(file);
    message->info->adwInfo[2] = 0;
    return result;
}

static LRESULT answer(struct ioproc_message *message, struct ioproc_opened *file)
{
    switch (message->number) {
    case MMIOM_READ:
        return is_transfer(message) ? read_file(message, file) : pass_invalid(message);
    case MMIOM_WRITE:
    case MMIOM_WRITEFLUSH:
        return is_transfer(message) ? write_file(message) : pass_invalid(message);
    case MMIOM_SEEK:
        return seek_file(message);
    case MMIOM_CLOSE:
        return close_file(message, file);
    default:
        return ioproc_remote_pass(message, (LONGLONG)(UINT_PTR)message->first, message->second);
    }
}

/* Local answers must fail as well once Java has ended. */
LRESULT ioproc_opened_answer(struct ioproc_opened *file, struct ioproc_message *message)
{
    LRESULT result;

    AcquireSRWLockExclusive(&file->lock);
    message->peer = file->peer;
    message->token = file->token_of_java;
    if (ioproc_peer_ended(file->peer))
        file->ahead.length = 0;
    if (file->closed)
        result = ioproc_remote_unknown(message);
    else if (message->number == MMIOM_SEEK && ioproc_peer_ended(file->peer))
        result = ioproc_remote_pass(message, message->first, message->second);
    else
        result = answer(message, file);
    ReleaseSRWLockExclusive(&file->lock);
    return result;
}
