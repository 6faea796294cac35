/* The VM's options: one of the wrapper's own, and those of a file beside the DLL. */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

static BOOL read_file(const WCHAR *path, char *text, DWORD length)
{
    DWORD read = 0;
    BOOL whole;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);

    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    whole = ReadFile(file, text, length - 1, &read, NULL) && read < length - 1;
    CloseHandle(file);
    text[whole ? read : 0] = '\0';
    return whole;
}

static BOOL add(struct ioproc_options *options, char *option)
{
    if (options->count == IOPROC_OPTIONS)
        return FALSE;
    options->option[options->count].optionString = option;
    options->option[options->count].extraInfo = NULL;
    options->count++;
    return TRUE;
}

static char *trimmed(char *line)
{
    char *end;

    line += strspn(line, " \t");
    end = line + strlen(line);
    while (end > line && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
        *--end = '\0';
    return line;
}

/* One option a line, in the ANSI code page as JNI takes it; lines with # are comments. */
static BOOL split(struct ioproc_options *options)
{
    char *rest = options->text;

    while (rest != NULL) {
        char *line = rest;

        rest = strchr(rest, '\n');
        if (rest != NULL)
            *rest++ = '\0';
        line = trimmed(line);
        if (*line != '\0' && *line != '#' && !add(options, line))
            return FALSE;
    }
    return TRUE;
}

MMRESULT ioproc_options_read(struct ioproc_options *options)
{
    /* The application's Ctrl+C, logoff and shutdown are its own business, not the VM's. */
    static char no_signals[] = "-Xrs";
    WCHAR name[MAX_PATH];
    WCHAR path[IOPROC_PATH];

    options->count = 0;
    add(options, no_signals);
    if (!ioproc_format(name, MAX_PATH, L"%ls.vmoptions", ioproc_library) ||
        !ioproc_beside(path, name) || !ioproc_file_exists(path))
        return MMSYSERR_NOERROR;
    if (!read_file(path, options->text, sizeof options->text) || !split(options))
        return ioproc_fail(IOPROC_E_VM_OPTIONS,
                           L"%ls cannot be read, is longer than %d bytes or has more than %d "
                           L"options",
                           path, (int)sizeof options->text - 2, IOPROC_OPTIONS - 1);
    return MMSYSERR_NOERROR;
}
