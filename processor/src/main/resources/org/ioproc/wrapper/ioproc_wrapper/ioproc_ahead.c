/*
 * Read-ahead, which saves crossings to the Java process. The program must not notice it: only bytes
 * that the procedure has answered are kept, and none after anybody has written.
 *
 * A setting limits it or turns it off. Authors need that if their files change without a message of
 * mmio, or if a read is slow, as that of a sound that is only just being recorded.
 */
#include "ioproc_private.h"

#include <string.h>

/* In bytes: how much to read ahead unless a setting says otherwise, and at most; reads without. */
#define USUAL (64 * 1024)
#define MOST (128 * 1024)
#define LARGE (32 * 1024)

#define LAST_POSITION 0x7FFFFFFF

/* Changes when the content of any file may change. */
static volatile LONG writes;

static INIT_ONCE once = INIT_ONCE_STATIC_INIT;
static DWORD limit = USUAL;

/* Reads a number, and limits it to what Java accepts. FALSE: the text is no number. */
static BOOL parse(const WCHAR *text, DWORD *number)
{
    const WCHAR *digit;

    *number = 0;
    for (digit = text; *digit >= L'0' && *digit <= L'9'; digit++) {
        *number = *number * 10 + (DWORD)(*digit - L'0');
        if (*number > MOST)
            *number = MOST;
    }
    return digit != text && *digit == L'\0';
}

static BOOL CALLBACK read_setting(PINIT_ONCE init, void *parameter, void **context)
{
    WCHAR value[16];
    DWORD number;

    (void)init;
    (void)parameter;
    (void)context;
    if (!ioproc_options_setting(L"IOPROC_READ_AHEAD", "org.ioproc.readahead", value, 16))
        return TRUE;
    if (parse(value, &number))
        limit = number;
    else
        ioproc_log(L"IOPROC_READ_AHEAD must be a number of bytes, not \"%ls\"", value);
    return TRUE;
}

void ioproc_ahead_forget_all(void)
{
    InterlockedIncrement(&writes);
}

/* Copies what is known of the bytes at a position. Returns their number. */
DWORD ioproc_ahead_take(const struct ioproc_ahead *ahead, LONG position, BYTE *to, DWORD count)
{
    DWORD offset;

    if (ahead->length == 0 || ahead->writes != writes || position < ahead->position ||
        (DWORD)(position - ahead->position) >= ahead->length)
        return 0;
    offset = (DWORD)(position - ahead->position);
    if (count > ahead->length - offset)
        count = ahead->length - offset;
    memcpy(to, ahead->bytes + offset, count);
    return count;
}

/* What is known may end in the middle of a program's read. The rest of it follows at this end. */
static BOOL is_sequential(const struct ioproc_ahead *ahead, LONG position)
{
    return position > 0 && (position == ahead->next ||
                            (ahead->length > 0 &&
                             position == ahead->position + (LONG)ahead->length));
}

/* Returns how many bytes to ask for after those that the program reads. 0: it reads at random. */
DWORD ioproc_ahead_wish(struct ioproc_ahead *ahead, LONG position, DWORD count)
{
    if (!is_sequential(ahead, position) || count >= LARGE ||
        position > LAST_POSITION - LARGE - MOST)
        return 0;
    InitOnceExecuteOnce(&once, read_setting, NULL, NULL);
    if (ahead->bytes == NULL && limit > 0)
        ahead->bytes = HeapAlloc(GetProcessHeap(), 0, limit);
    ahead->length = 0;
    ahead->asked = writes;
    return ahead->bytes == NULL ? 0 : limit;
}

/* Keeps what the answer brought: useless if somebody has written since it was asked for. */
void ioproc_ahead_keep(struct ioproc_ahead *ahead, LONG position, DWORD length)
{
    ahead->position = position;
    ahead->length = length;
    ahead->writes = ahead->asked;
}
