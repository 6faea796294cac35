/* Frames of the protocol between the wrapper and a Java process beside it: see PROTOCOL.md. */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

void ioproc_frame_begin(struct ioproc_frame *frame, DWORD kind)
{
    frame->bytes = frame->small;
    frame->capacity = sizeof frame->small;
    frame->size = 0;
    frame->data = NULL;
    frame->data_size = 0;
    frame->failed = FALSE;
    ioproc_frame_number(frame, 0); /* the size */
    ioproc_frame_number(frame, kind);
    ioproc_frame_number(frame, 0); /* the request's number */
}

void ioproc_frame_end(struct ioproc_frame *frame)
{
    if (frame->bytes != frame->small)
        HeapFree(GetProcessHeap(), 0, frame->bytes);
}

static BOOL grow(struct ioproc_frame *frame, DWORD size)
{
    DWORD capacity = frame->size + size + frame->capacity;
    BYTE *larger = HeapAlloc(GetProcessHeap(), 0, capacity);

    if (larger == NULL)
        return FALSE;
    memcpy(larger, frame->bytes, frame->size);
    ioproc_frame_end(frame);
    frame->bytes = larger;
    frame->capacity = capacity;
    return TRUE;
}

static void put(struct ioproc_frame *frame, const void *bytes, DWORD size)
{
    if (size > frame->capacity - frame->size && !grow(frame, size)) {
        frame->failed = TRUE;
        return;
    }
    memcpy(frame->bytes + frame->size, bytes, size);
    frame->size += size;
}

void ioproc_frame_number(struct ioproc_frame *frame, DWORD number)
{
    put(frame, &number, sizeof number);
}

void ioproc_frame_long(struct ioproc_frame *frame, LONGLONG number)
{
    put(frame, &number, sizeof number);
}

void ioproc_frame_text(struct ioproc_frame *frame, const WCHAR *text)
{
    DWORD length = text == NULL ? IOPROC_NO_TEXT : (DWORD)wcslen(text);

    ioproc_frame_number(frame, length);
    if (text != NULL)
        put(frame, text, length * (DWORD)sizeof *text);
}

/* Sends the data after the rest of the frame, without a copy. */
void ioproc_frame_data(struct ioproc_frame *frame, const void *data, DWORD size)
{
    frame->data = data;
    frame->data_size = size;
}

static BOOL write_all(HANDLE pipe, const BYTE *bytes, DWORD size)
{
    DWORD written;

    for (; size > 0; bytes += written, size -= written) {
        if (!WriteFile(pipe, bytes, size, &written, NULL) || written == 0)
            return FALSE;
    }
    return TRUE;
}

BOOL ioproc_frame_send(struct ioproc_frame *frame, DWORD number, HANDLE pipe)
{
    DWORD size = frame->size - IOPROC_FRAME_HEADER + frame->data_size;

    memcpy(frame->bytes, &size, sizeof size);
    memcpy(frame->bytes + 2 * sizeof size, &number, sizeof number);
    return write_all(pipe, frame->bytes, frame->size) &&
           write_all(pipe, frame->data, frame->data_size);
}

/* What Java sends is checked, because a handler's native code may print into the pipe. */
const BYTE *ioproc_cursor_bytes(struct ioproc_cursor *cursor, DWORD size)
{
    const BYTE *bytes = cursor->at;

    if (cursor->failed || size > (DWORD)(cursor->end - cursor->at)) {
        cursor->failed = TRUE;
        return NULL;
    }
    cursor->at += size;
    return bytes;
}

DWORD ioproc_cursor_number(struct ioproc_cursor *cursor)
{
    DWORD number = 0;
    const BYTE *bytes = ioproc_cursor_bytes(cursor, sizeof number);

    if (bytes != NULL)
        memcpy(&number, bytes, sizeof number);
    return number;
}

LONGLONG ioproc_cursor_long(struct ioproc_cursor *cursor)
{
    LONGLONG number = 0;
    const BYTE *bytes = ioproc_cursor_bytes(cursor, sizeof number);

    if (bytes != NULL)
        memcpy(&number, bytes, sizeof number);
    return number;
}

/* Copies as much of a text as fits. Returns the length of the whole text. */
DWORD ioproc_cursor_text(struct ioproc_cursor *cursor, WCHAR *text, DWORD length)
{
    DWORD whole = ioproc_cursor_number(cursor);
    DWORD copied = whole < length ? whole : length - 1;
    const BYTE *bytes;

    text[0] = L'\0';
    if (whole == IOPROC_NO_TEXT)
        return 0;
    if (whole > IOPROC_LARGEST_FRAME) {
        cursor->failed = TRUE;
        return 0;
    }
    bytes = ioproc_cursor_bytes(cursor, whole * (DWORD)sizeof *text);
    if (bytes == NULL)
        return 0;
    memcpy(text, bytes, copied * sizeof *text);
    text[copied] = L'\0';
    return whole;
}
