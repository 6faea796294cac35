/* Texts in buffers of a fixed size, and comparisons. */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

BOOL ioproc_is_ansi(const WCHAR *text)
{
    BOOL lost = FALSE;

    /* UTF-8 has every character, and Windows refuses this call for it. */
    if (GetACP() == CP_UTF8)
        return TRUE;
    return WideCharToMultiByte(CP_ACP, WC_NO_BEST_FIT_CHARS, text, -1, NULL, 0, NULL, &lost) > 0 &&
           !lost;
}

BOOL ioproc_is_same(const WCHAR *a, const WCHAR *b)
{
    return CompareStringOrdinal(a, -1, b, -1, TRUE) == CSTR_EQUAL;
}

BOOL ioproc_begins_alike(const WCHAR *text, const WCHAR *start)
{
    size_t length = wcslen(start);

    return wcslen(text) >= length &&
           CompareStringOrdinal(text, (int)length, start, (int)length, TRUE) == CSTR_EQUAL;
}

BOOL ioproc_begins_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* Characters that are not printable ASCII become question marks. */
const WCHAR *ioproc_code_text(FOURCC code, WCHAR *text)
{
    int i;

    for (i = 0; i < IOPROC_CODE - 1; i++, code >>= 8)
        text[i] = (code & 0xFF) < ' ' || (code & 0xFF) > '~' ? L'?' : (WCHAR)(code & 0xFF);
    text[i] = L'\0';
    return text;
}

void ioproc_append(WCHAR *buffer, size_t length, const WCHAR *text)
{
    size_t used = wcslen(buffer);

    ioproc_format(buffer + used, length - used, L"%ls", text);
}

void ioproc_join_lines(WCHAR *text)
{
    for (; *text != L'\0'; text++) {
        if (*text == L'\r' || *text == L'\n')
            *text = L' ';
    }
}

/* For the exported functions: copies as much as fits, and returns the whole text's length. */
int ioproc_hand_out(const WCHAR *text, WCHAR *buffer, int length)
{
    if (buffer != NULL && length > 0)
        ioproc_format(buffer, (size_t)length, L"%ls", text);
    return (int)wcslen(text);
}

static void cut(WCHAR *path, size_t from, size_t characters)
{
    wmemmove(path + from, path + from + characters, wcslen(path + from + characters) + 1);
}

/*
 * Removes a prefix that Java does not understand. An application may load the DLL by such a path,
 * \\?\C:\... or \\?\UNC\server\share\..., and a variable may name Java by it. Other paths with
 * \\?\, such as those of volumes, have no shorter form.
 */
void ioproc_strip_prefix(WCHAR *path)
{
    if (wcsncmp(path, L"\\\\?\\", 4) != 0 && wcsncmp(path, L"\\\\.\\", 4) != 0)
        return;
    if (path[4] != L'\0' && path[5] == L':' && path[6] == L'\\')
        cut(path, 0, 4);
    else if (ioproc_begins_alike(path + 4, L"UNC\\"))
        cut(path, 2, 6);
}
