/* The VM's options: the wrapper's own, and those of a file beside the DLL. */
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

/*
 * The application's Ctrl+C, logoff and shutdown are its own business, not the VM's.
 *
 * Wine 8.0, unlike Windows, tells of a thread's end with a lock held that beginning threads need.
 * The end waits for a collection, so no collection may begin a thread.
 */
static void add_own(struct ioproc_options *options)
{
    static char no_signals[] = "-Xrs";

    add(options, no_signals);
    if (ioproc_process_in_wine()) {
        static char all_collectors[] = "-XX:-UseDynamicNumberOfGCThreads";

        add(options, all_collectors);
    }
    options->own = options->count;
}

MMRESULT ioproc_options_read(struct ioproc_options *options)
{
    WCHAR name[MAX_PATH];
    WCHAR path[IOPROC_PATH];

    options->count = 0;
    add_own(options);
    if (!ioproc_format(name, MAX_PATH, L"%ls.vmoptions", ioproc_library) ||
        !ioproc_beside(path, name) || !ioproc_file_exists(path))
        return MMSYSERR_NOERROR;
    if (!read_file(path, options->text, sizeof options->text) || !split(options))
        return ioproc_fail(IOPROC_E_VM_OPTIONS,
                           L"%ls cannot be read, is longer than %d bytes or has more than %d "
                           L"options",
                           path, (int)sizeof options->text - 2, IOPROC_OPTIONS - (int)options->own);
    return MMSYSERR_NOERROR;
}
