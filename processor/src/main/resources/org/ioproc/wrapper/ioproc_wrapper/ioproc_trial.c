/*
 * JNI_CreateJavaVM ends the process for some options. So options that may do so are first tried in
 * another process, which is Java's launcher with -version.
 */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

#define COMMAND_LINE 32767
#define TRIAL_MILLISECONDS 30000

static BOOL append_character(WCHAR *line, size_t *length, WCHAR character)
{
    if (*length + 1 >= COMMAND_LINE)
        return FALSE;
    line[(*length)++] = character;
    line[*length] = L'\0';
    return TRUE;
}

/* Backslashes count only before a quotation mark: Microsoft, "Parsing C command-line arguments". */
static BOOL append_quoted(WCHAR *line, const WCHAR *argument)
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

    return MultiByteToWideChar(CP_ACP, 0, option, -1, wide, 4096) > 0 && append_quoted(line, wide);
}

static BOOL write_command_line(WCHAR *line, const WCHAR *java, const struct ioproc_options *options)
{
    jint i;

    line[0] = L'\0';
    if (!append_quoted(line, java))
        return FALSE;
    for (i = 0; i < options->count; i++) {
        if (!append_option(line, options->option[i].optionString))
            return FALSE;
    }
    return append_option(line, "-version");
}

/* The launcher reads options from JDK_JAVA_OPTIONS, but the VM does not. */
static WCHAR *environment_of_trial(void)
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

static MMRESULT refused(const struct ioproc_result *result)
{
    WCHAR output[IOPROC_TEXT];
    WCHAR *character;

    if (MultiByteToWideChar(CP_ACP, 0, result->output, -1, output, IOPROC_TEXT) == 0)
        output[0] = L'\0';
    for (character = output; *character != L'\0'; character++) {
        if (*character == L'\r' || *character == L'\n')
            *character = L' ';
    }
    return ioproc_fail(IOPROC_E_VM_OPTIONS,
                       L"Java does not start with the options in %ls.vmoptions, "
                       L"JAVA_TOOL_OPTIONS or _JAVA_OPTIONS (exit code %lu): %ls",
                       ioproc_library.name, result->exit_code, output);
}

static MMRESULT try_with(WCHAR *line, const WCHAR *java)
{
    struct ioproc_program program = {java, line, environment_of_trial(), TRIAL_MILLISECONDS};
    struct ioproc_result result = {1, ""};
    DWORD error;
    BOOL started;

    if (program.environment == NULL)
        return ioproc_fail_memory();
    started = ioproc_child_run(&program, &result);
    error = GetLastError();
    HeapFree(GetProcessHeap(), 0, program.environment);
    if (!started)
        return ioproc_fail(IOPROC_E_VM_OPTIONS,
                           L"The VM's options could not be tried, because %ls could not be run "
                           L"(Windows error %lu)",
                           java, error);
    return result.exit_code == 0 ? MMSYSERR_NOERROR : refused(&result);
}

/* Runtimes from jlink and jpackage may have no launcher. */
static BOOL has_launcher(const struct ioproc_runtime *runtime, WCHAR *java, const char *unsure)
{
    if (ioproc_format(java, IOPROC_PATH, L"%ls\\bin\\java.exe", runtime->home) &&
        ioproc_file_exists(java))
        return TRUE;
    ioproc_log(L"The VM's options are not tried, although Java may refuse %hs: %ls does not exist",
               unsure, java);
    return FALSE;
}

static MMRESULT try_options(const struct ioproc_options *options,
                            const struct ioproc_runtime *runtime)
{
    WCHAR java[IOPROC_PATH];
    const char *unsure = options->demand.unsure;
    WCHAR *line;
    MMRESULT status;

    if (unsure[0] == '\0' || !has_launcher(runtime, java, unsure))
        return MMSYSERR_NOERROR;
    ioproc_log(L"The VM's options are tried first, because of %hs", unsure);
    line = HeapAlloc(GetProcessHeap(), 0, COMMAND_LINE * sizeof *line);
    if (line == NULL)
        return ioproc_fail_memory();
    if (write_command_line(line, java, options))
        status = try_with(line, java);
    else
        status = ioproc_fail(IOPROC_E_VM_OPTIONS, L"The VM's options are too long to be tried");
    HeapFree(GetProcessHeap(), 0, line);
    return status;
}

/*
 * Without its own classes Java ends the process. A runtime of unknown version may be Java 8, which
 * has them elsewhere; JNI_CreateJavaVM refuses Java 8.
 */
MMRESULT ioproc_trial(const struct ioproc_options *options, const struct ioproc_runtime *runtime)
{
    if (runtime->version.part[0] != 0 && !ioproc_candidate_has_classes(runtime))
        return ioproc_fail(IOPROC_E_BAD_JAVA,
                           L"%ls is incomplete: it has no lib\\modules, without which Java would "
                           L"end the process",
                           runtime->home);
    return try_options(options, runtime);
}
