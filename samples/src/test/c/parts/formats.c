/*
 * Compares formatted texts with those of the C run-time library, whole and truncated at each
 * length. The program contains the DLL's source.
 */
#include "ioproc_private.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>

#include "check.h"

#define ROOM 128
#define UNTOUCHED L'#'

static int differences;

static void fill(WCHAR *text)
{
    wmemset(text, UNTOUCHED, ROOM);
}

static void compare(size_t length, const WCHAR *format, va_list arguments)
{
    WCHAR ours[ROOM];
    WCHAR expected[ROOM];
    va_list again;
    BOOL whole;
    int written;

    fill(ours);
    fill(expected);
    va_copy(again, arguments);
    whole = ioproc_format_list(ours, length, format, again);
    va_end(again);
    va_copy(again, arguments);
    written = _vsnwprintf(expected, length - 1, format, again);
    va_end(again);
    if (written < 0 || (size_t)written == length - 1)
        expected[length - 1] = L'\0';
    if (whole == (written >= 0) && wmemcmp(ours, expected, ROOM) == 0)
        return;
    differences++;
    printf("  %ls in %u characters: %.*ls, not %.*ls\n", format, (unsigned)length, ROOM, ours, ROOM,
           expected);
}

/* The whole text must fit into ROOM. */
static void same(const WCHAR *format, ...)
{
    va_list arguments;
    size_t length;

    differences = 0;
    va_start(arguments, format);
    for (length = 1; length <= ROOM; length++)
        compare(length, format, arguments);
    va_end(arguments);
    report_as(differences == 0, "%ls", format);
}

static void texts(void)
{
    same(L"");
    same(L"no format, Łódź and 東京");
    same(L"%ls", L"");
    same(L"%ls", L"a text");
    same(L"%ls%ls", L"one", L"other");
    same(L"before %ls between %ls after", L"Łódź", L"東京 \xD83D\xDE00");
    same(L"null %ls", (const WCHAR *)NULL);
    same(L"narrow %hs", "-XX:+UseSerialGC");
    same(L"null %hs", (const char *)NULL);
    same(L"100%% of %ls", L"all");
    same(L"%%%%");
}

static void numbers(void)
{
    same(L"%d %d %d", 0, 1, -1);
    same(L"%d %d", INT_MAX, INT_MIN);
    same(L"%ld %ld", LONG_MAX, LONG_MIN);
    same(L"%u %u", 0u, UINT_MAX);
    same(L"%lu %lu %lu", 9ul, 10ul, ULONG_MAX);
    same(L"%04u-%02u-%02uT%02u:%02u:%02u.%03uZ %lu/%lu", 2026u, 1u, 31u, 0u, 59u, 7u, 42u, 4ul,
         123456ul);
    same(L"%02u %03u %01u", 100u, 1000u, 0u);
    same(L"%05d %05d %02d", 42, -42, -42);
    same(L"%p", (void *)NULL);
    same(L"Local\\name.%lu.%p", 1ul, (void *)(UINT_PTR)0xABCDEF01);
    same(L"%p", (void *)~(UINT_PTR)1);
}

int main(void)
{
    begin();
    texts();
    numbers();
    return end();
}
