/* Sends mmio's messages to the Java process beside this one. */
#include "ioproc_private.h"

/* The answers of a procedure in this process to messages that it refuses. */
static LRESULT refuse(UINT number, LRESULT error)
{
    switch (number) {
    case MMIOM_OPEN:
    case MMIOM_RENAME:
    case MMIOM_CLOSE:
        return error;
    default:
        return -1;
    }
}

/* The result without Java. 0 is success for OPEN, CLOSE and RENAME, and a position for SEEK. */
LRESULT ioproc_remote_fail(UINT number)
{
    return refuse(number, number == MMIOM_CLOSE ? MMIOERR_CANNOTCLOSE : MMIOERR_CANNOTOPEN);
}

LRESULT ioproc_remote_unknown(const struct ioproc_message *message)
{
    ioproc_fail(IOPROC_E_PROCEDURE,
                L"adwInfo[2] must hold the token of an open file; %lu is not such a token: the "
                L"file was closed or never opened, or the word was overwritten",
                message->info->adwInfo[2]);
    return refuse(message->number, MMSYSERR_INVALHANDLE);
}

LRESULT ioproc_remote_without_info(const struct ioproc_message *message)
{
    ioproc_fail(IOPROC_E_PROCEDURE, L"This message must have an MMIOINFO; the pointer is NULL");
    return refuse(message->number, MMSYSERR_INVALPARAM);
}

/* Begins the frame for a message: at a position of the file, and with a buffer or without one. */
void ioproc_remote_begin(struct ioproc_frame *frame, const struct ioproc_message *message,
                         LONG offset, LONGLONG first, LONGLONG second, DWORD ahead)
{
    const MMIOINFO *info = message->info;

    ioproc_frame_begin(frame, IOPROC_MESSAGE);
    ioproc_frame_number(frame, ioproc_remote_number(message->procedure));
    ioproc_frame_number(frame, message->number);
    ioproc_frame_number(frame, info != NULL);
    ioproc_frame_number(frame, info == NULL ? 0 : info->dwFlags);
    ioproc_frame_number(frame, info == NULL ? 0 : info->adwInfo[0]);
    ioproc_frame_number(frame, info == NULL ? 0 : info->adwInfo[1]);
    ioproc_frame_number(frame, (DWORD)message->token);
    ioproc_frame_number(frame, (DWORD)offset);
    ioproc_frame_long(frame, first);
    ioproc_frame_long(frame, second);
    ioproc_frame_number(frame, ahead);
}

/* Reads at most IOPROC_LONGEST_NAME bytes: what follows a name without end may be unmapped. */
static int length_of(const char *name)
{
    int length = 0;

    while (length < IOPROC_LONGEST_NAME && name[length] != '\0')
        length++;
    return length;
}

/* Converts a name to UTF-16, which has at most as many units. Returns 0 or the error to answer. */
static LRESULT convert_name(const char *name, WCHAR *text)
{
    int length = length_of(name);

    if (length == IOPROC_LONGEST_NAME)
        return MMSYSERR_INVALPARAM;
    return MultiByteToWideChar(CP_ACP, MB_ERR_INVALID_CHARS, name, length + 1, text,
                               IOPROC_LONGEST_NAME) > 0
               ? MMSYSERR_NOERROR
               : MMIOERR_FILENOTFOUND;
}

/* Appends a name, which must end with a zero byte, to a frame. Returns 0 or the error to answer. */
LRESULT ioproc_remote_name(struct ioproc_frame *frame, const char *name)
{
    WCHAR *text = HeapAlloc(GetProcessHeap(), 0, IOPROC_LONGEST_NAME * sizeof *text);
    LRESULT result = MMSYSERR_NOERROR;

    if (text == NULL) {
        ioproc_fail_memory();
        return MMIOERR_OUTOFMEMORY;
    }
    if (name != NULL)
        result = convert_name(name, text);
    if (result == MMSYSERR_NOERROR)
        ioproc_frame_text(frame, name == NULL ? NULL : text);
    else
        ioproc_fail(IOPROC_E_PROCEDURE,
                    L"A file's name must be text in the ANSI code page, of less than %d bytes",
                    IOPROC_LONGEST_NAME);
    HeapFree(GetProcessHeap(), 0, text);
    return result;
}

/* Unique in this process, because the procedures are in one DLL. */
DWORD ioproc_remote_number(const struct ioproc_procedure *procedure)
{
    return (DWORD)(UINT_PTR)procedure;
}

/* Sends a frame and frees it. FALSE: there is no answer, and the failure is kept. */
BOOL ioproc_remote_ask(struct ioproc_message *message, struct ioproc_frame *frame,
                       const struct ioproc_transfer *transfer)
{
    MMRESULT status = ioproc_peer_ask(message->peer, frame, transfer, &message->answer);

    ioproc_frame_end(frame);
    if (status != MMSYSERR_NOERROR)
        return FALSE;
    if (message->answer.failure[0] != L'\0')
        ioproc_keep_failure(message->answer.failure);
    return TRUE;
}

LRESULT ioproc_remote_pass(struct ioproc_message *message, LONGLONG first, LONGLONG second)
{
    MMIOINFO *info = message->info;
    struct ioproc_frame frame;

    ioproc_remote_begin(&frame, message, info == NULL ? 0 : info->lDiskOffset, first, second, 0);
    if (!ioproc_remote_ask(message, &frame, NULL))
        return ioproc_remote_fail(message->number);
    if (info != NULL)
        info->lDiskOffset = message->answer.offset;
    return (LRESULT)message->answer.result;
}
