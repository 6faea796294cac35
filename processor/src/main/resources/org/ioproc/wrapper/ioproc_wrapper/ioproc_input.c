/* Reads frames of the protocol from a pipe. */
#include "ioproc_private.h"

#include <string.h>

#define FIRST_BUFFER (96 * 1024)

BOOL ioproc_input_open(struct ioproc_input *input, HANDLE pipe)
{
    ZeroMemory(input, sizeof *input);
    input->pipe = pipe;
    input->bytes = HeapAlloc(GetProcessHeap(), 0, FIRST_BUFFER);
    input->capacity = FIRST_BUFFER;
    return input->bytes != NULL;
}

void ioproc_input_close(struct ioproc_input *input)
{
    if (input->bytes != NULL)
        HeapFree(GetProcessHeap(), 0, input->bytes);
    input->bytes = NULL;
}

/* Moves what is in the buffer to its beginning, and makes room for a number of bytes there. */
static BOOL make_room(struct ioproc_input *input, DWORD size)
{
    BYTE *larger;

    if (size <= input->capacity - input->start)
        return TRUE;
    memmove(input->bytes, input->bytes + input->start, input->end - input->start);
    input->end -= input->start;
    input->start = 0;
    if (size <= input->capacity)
        return TRUE;
    larger = HeapReAlloc(GetProcessHeap(), 0, input->bytes, size);
    input->no_memory = larger == NULL;
    if (larger == NULL)
        return FALSE;
    input->bytes = larger;
    input->capacity = size;
    return TRUE;
}

/* Reads until a number of bytes is in the buffer. */
static BOOL read_until(struct ioproc_input *input, DWORD size)
{
    DWORD read;

    if (!make_room(input, size))
        return FALSE;
    while (input->end - input->start < size) {
        if (!ReadFile(input->pipe, input->bytes + input->end, input->capacity - input->end, &read,
                      NULL) ||
            read == 0)
            return FALSE;
        input->end += read;
    }
    return TRUE;
}

BOOL ioproc_input_next(struct ioproc_input *input, struct ioproc_cursor *frame)
{
    DWORD size;

    if (!read_until(input, IOPROC_FRAME_HEADER))
        return FALSE;
    memcpy(&size, input->bytes + input->start, sizeof size);
    if (size > IOPROC_LARGEST_FRAME) {
        input->too_large = TRUE;
        return FALSE;
    }
    if (!read_until(input, IOPROC_FRAME_HEADER + size))
        return FALSE;
    frame->at = input->bytes + input->start + sizeof size;
    input->start += IOPROC_FRAME_HEADER + size;
    frame->end = input->bytes + input->start;
    frame->failed = FALSE;
    if (input->start == input->end)
        input->start = input->end = 0;
    return TRUE;
}
