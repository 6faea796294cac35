/*
 * What a Java process prints: to the log, and its end for the text of a failure. The end says why
 * Java has ended; before it there may be many warnings.
 */
#include "ioproc_private.h"

#include <string.h>

#define CRASHING 5000 /* in milliseconds */

/* In bytes: so much of what was printed fits into a failure's text, after the rest of it. */
#define LINE 640

/* The bytes are fewer than those that are kept. */
void ioproc_printed_add(struct ioproc_printed *printed, const char *bytes, DWORD length)
{
    DWORD kept;

    ioproc_log_bytes(bytes, length);
    AcquireSRWLockExclusive(&printed->lock);
    kept = (DWORD)sizeof printed->text - 1 - length;
    if (printed->length > kept) {
        memmove(printed->text, printed->text + printed->length - kept, kept);
        printed->length = kept;
    }
    memcpy(printed->text + printed->length, bytes, length);
    printed->length += length;
    printed->text[printed->length] = '\0';
    ReleaseSRWLockExclusive(&printed->lock);
}

/* Copies the end as a line, because a failure's text is one. */
void ioproc_printed_line(struct ioproc_printed *printed, WCHAR *line)
{
    DWORD start;

    AcquireSRWLockShared(&printed->lock);
    start = printed->length > LINE ? printed->length - LINE : 0;
    if (MultiByteToWideChar(CP_UTF8, 0, printed->text + start, -1, line, IOPROC_TEXT) == 0)
        line[0] = L'\0';
    ReleaseSRWLockShared(&printed->lock);
    ioproc_join_lines(line);
}

BOOL ioproc_printed_contains(struct ioproc_printed *printed, const char *text)
{
    BOOL found;

    AcquireSRWLockShared(&printed->lock);
    found = strstr(printed->text, text) != NULL;
    ReleaseSRWLockShared(&printed->lock);
    return found;
}

static void log_input(struct ioproc_input *input)
{
    ioproc_log_bytes((const char *)input->bytes + input->start, input->end - input->start);
    input->start = input->end = 0;
}

/* Logs what is in the buffer for answers. TRUE: the VM has printed there that it has crashed. */
BOOL ioproc_printed_crash(struct ioproc_input *input)
{
    BOOL crashed = input->end > input->start && input->bytes[input->start] == '#';

    log_input(input);
    return crashed;
}

/* The VM reports a crash on its standard output, and writes a longer report to a file. */
void ioproc_printed_await_report(struct ioproc_input *input)
{
    ULONGLONG begin = GetTickCount64();
    DWORD ready;

    while (GetTickCount64() - begin < CRASHING &&
           PeekNamedPipe(input->pipe, NULL, 0, NULL, &ready, NULL)) {
        if (ready == 0)
            Sleep(10);
        else if (ReadFile(input->pipe, input->bytes, input->capacity, &input->end, NULL))
            log_input(input);
    }
}
