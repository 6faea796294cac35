/* Command lines and the environment of Java's launcher. */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

static BOOL append_character(WCHAR *line, size_t *length, WCHAR character)
{
    if (*length + 1 >= IOPROC_COMMAND_LINE)
        return FALSE;
    line[(*length)++] = character;
    line[*length] = L'\0';
    return TRUE;
}

/* Backslashes count only before a quotation mark: Microsoft, "Parsing C command-line arguments". */
BOOL ioproc_command_append(WCHAR *line, const WCHAR *argument)
{
    size_t length = wcslen(line);
    size_t backslashes = 0;
    BOOL fits = append_character(line, &length, L'"');

    for (; fits && *argument != L'\0'; argument++) {
        backslashes = *argument == L'\\' ? backslashes + 1 : 0;
        if (*argument == L'"')
            fits = append_character(line, &length, L'\\');
        fits = fits && append_character(line, &length, *argument);
        if (*argument == L'\\' && (argument[1] == L'"' || argument[1] == L'\0')) {
            for (; fits && backslashes > 0; backslashes--)
                fits = append_character(line, &length, L'\\');
        }
    }
    return fits && append_character(line, &length, L'"') && append_character(line, &length, L' ');
}

static BOOL append_option(WCHAR *line, const char *option)
{
    WCHAR wide[4096];

    return MultiByteToWideChar(CP_ACP, 0, option, -1, wide, 4096) > 0 &&
           ioproc_command_append(line, wide);
}

BOOL ioproc_command_options(WCHAR *line, const struct ioproc_options *options)
{
    jint i;

    for (i = 0; i < options->count; i++) {
        if (!append_option(line, options->option[i].optionString))
            return FALSE;
    }
    return TRUE;
}

/* The launcher reads options from JDK_JAVA_OPTIONS, but the VM does not. */
WCHAR *ioproc_command_environment(void)
{
    WCHAR *environment = GetEnvironmentStringsW();
    WCHAR *from = environment;
    WCHAR *copy;
    WCHAR *to;
    size_t length;

    if (environment == NULL)
        return NULL;
    while (*from != L'\0')
        from += wcslen(from) + 1;
    copy = HeapAlloc(GetProcessHeap(), 0, (size_t)(from - environment + 2) * sizeof *copy);
    for (from = environment, to = copy; copy != NULL && *from != L'\0'; from += length) {
        length = wcslen(from) + 1;
        if (!ioproc_begins_alike(from, L"JDK_JAVA_OPTIONS=")) {
            memcpy(to, from, length * sizeof *to);
            to += length;
        }
    }
    FreeEnvironmentStringsW(environment);
    if (copy == NULL)
        return NULL;
    to[0] = L'\0';
    to[1] = L'\0';
    return copy;
}
