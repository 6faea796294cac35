/*
 * Removes from a text what a report must not contain: the user's name, the paths of the user's
 * folders, and the values of Java's system properties that may be secret.
 */
#include "ioproc_private.h"

#include <wchar.h>

/* A shorter name would also be replaced where it means something else. */
#define SHORTEST_NAME 2

static BOOL is_separator(WCHAR character)
{
    return character == L'\\' || character == L'/';
}

/* Whether a character may continue the name of a file. */
static BOOL is_of_name(WCHAR character)
{
    WORD type;

    return character == L'_' || character == L'-' || character == L'.' ||
           (GetStringTypeW(CT_CTYPE1, &character, 1, &type) &&
            (type & (C1_ALPHA | C1_DIGIT)) != 0);
}

static BOOL is_same_character(WCHAR a, WCHAR b)
{
    return a == b || (is_separator(a) && is_separator(b)) ||
           CompareStringOrdinal(&a, 1, &b, 1, TRUE) == CSTR_EQUAL;
}

static BOOL is_digit(WCHAR digit, int value)
{
    return digit == L"0123456789ABCDEF"[value] || digit == L"0123456789abcdef"[value];
}

/* Returns the length of a character that a URL writes as the bytes of its UTF-8, or 0. */
static size_t escape_length(const WCHAR *text, const WCHAR *character, size_t units)
{
    unsigned char bytes[4];
    int count = WideCharToMultiByte(CP_UTF8, 0, character, (int)units, (char *)bytes,
                                    sizeof bytes, NULL, NULL);
    int i;

    for (i = 0; i < count; i++, text += 3) {
        if (text[0] != L'%' || !is_digit(text[1], bytes[i] >> 4) ||
            !is_digit(text[2], bytes[i] & 15))
            return 0;
    }
    return 3 * (size_t)count;
}

/*
 * Returns the length of a name or path that a text begins with, or 0. Nothing may continue it. URLs
 * write some of its characters as %C3%B6.
 */
static size_t length_at(const WCHAR *text, const WCHAR *name)
{
    const WCHAR *begin = text;

    while (*name != L'\0') {
        size_t units = 1;
        size_t length = is_same_character(*text, *name) ? 1 : 0;

        if (length == 0) {
            units = IS_SURROGATE_PAIR(name[0], name[1]) ? 2 : 1;
            length = escape_length(text, name, units);
        }
        if (length == 0)
            return 0;
        text += length;
        name += units;
    }
    return is_of_name(*text) ? 0 : (size_t)(text - begin);
}

/* Replaces characters, and cuts the text's end if it has become too long. */
static void replace(WCHAR *text, size_t room, size_t characters, const WCHAR *by)
{
    size_t count = wcslen(by);
    size_t rest = wcslen(text + characters);

    if (count >= room)
        return;
    if (rest > room - 1 - count)
        rest = room - 1 - count;
    wmemmove(text + count, text + characters, rest);
    text[count + rest] = L'\0';
    wmemcpy(text, by, count);
}

/* follows_separator: only as a part of a path. */
static void replace_all(WCHAR *text, size_t length, const WCHAR *name, BOOL follows_separator,
                        const WCHAR *by)
{
    size_t i;

    for (i = 0; text[i] != L'\0'; i++) {
        BOOL begins = follows_separator ? i > 0 && is_separator(text[i - 1])
                                        : i == 0 || !is_of_name(text[i - 1]);
        size_t found = begins ? length_at(text + i, name) : 0;

        if (found > 0)
            replace(text + i, length - i, found, by);
    }
}

static void replace_folder(WCHAR *text, size_t length, WCHAR *folder, const WCHAR *by)
{
    size_t end = wcslen(folder);

    while (end > 0 && is_separator(folder[end - 1]))
        folder[--end] = L'\0';
    if (end > 3) /* more than the root of a drive */
        replace_all(text, length, folder, FALSE, by);
}

static void replace_temporary(WCHAR *text, size_t length)
{
    WCHAR folder[IOPROC_PATH];
    WCHAR whole[IOPROC_PATH];
    DWORD found = GetTempPathW(IOPROC_PATH, folder);

    if (found == 0 || found >= IOPROC_PATH)
        return;
    found = GetLongPathNameW(folder, whole, IOPROC_PATH);
    if (found > 0 && found < IOPROC_PATH)
        replace_folder(text, length, whole, L"%TEMP%");
    replace_folder(text, length, folder, L"%TEMP%");
}

/* Programs that cannot use spaces in a path name the folder by its short name. */
static void replace_home(WCHAR *text, size_t length, WCHAR *folder)
{
    WCHAR brief[IOPROC_PATH];
    DWORD found = GetShortPathNameW(folder, brief, IOPROC_PATH);

    replace_folder(text, length, folder, L"%USERPROFILE%");
    if (found > 0 && found < IOPROC_PATH)
        replace_folder(text, length, brief, L"%USERPROFILE%");
}

static BOOL variable(const WCHAR *name, WCHAR *value)
{
    DWORD length = GetEnvironmentVariableW(name, value, IOPROC_PATH);

    return length > 0 && length < IOPROC_PATH;
}

static BOOL is_of_java(const WCHAR *property)
{
    static const WCHAR *const known[] = {L"org.ioproc.", L"java.", L"jna.", L"jdk.", L"sun."};
    size_t i;

    for (i = 0; i < sizeof known / sizeof *known; i++) {
        if (wcsncmp(property, known[i], wcslen(known[i])) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Returns what follows the = of -Dname=value, or NULL. */
static WCHAR *value_of(WCHAR *option)
{
    while (*option != L'\0' && *option != L' ' && *option != L'=')
        option++;
    return *option == L'=' ? option + 1 : NULL;
}

/* Returns the length of the value of -Dname=value, which may be in quotation marks. */
static size_t value_length(const WCHAR *value)
{
    size_t length = 0;
    BOOL quoted = FALSE;

    for (; value[length] != L'\0' && (quoted || value[length] != L' '); length++)
        quoted = quoted != (value[length] == L'"');
    return length;
}

static void replace_properties(WCHAR *text, size_t length)
{
    size_t i;

    for (i = 0; text[i] != L'\0'; i++) {
        WCHAR *value;

        if (wcsncmp(text + i, L"-D", 2) != 0 || (i > 0 && is_of_name(text[i - 1])) ||
            is_of_java(text + i + 2))
            continue;
        value = value_of(text + i);
        if (value != NULL)
            replace(value, length - (size_t)(value - text), value_length(value), L"...");
    }
}

void ioproc_privacy_apply(WCHAR *text, size_t length)
{
    WCHAR value[IOPROC_PATH];

    replace_properties(text, length);
    replace_temporary(text, length);
    if (variable(L"USERPROFILE", value))
        replace_home(text, length, value);
    if (variable(L"USERNAME", value) && wcslen(value) >= SHORTEST_NAME)
        replace_all(text, length, value, TRUE, L"%USERNAME%");
}
