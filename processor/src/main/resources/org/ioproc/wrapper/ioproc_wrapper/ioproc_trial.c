/*
 * JNI_CreateJavaVM ends the process for some options. So options that may do so are first tried in
 * another process, which is Java's launcher with -version.
 */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

#define TRIAL_MILLISECONDS 30000

static MMRESULT refused(const struct ioproc_result *result)
{
    WCHAR output[IOPROC_TEXT];

    if (MultiByteToWideChar(CP_ACP, 0, result->output, -1, output, IOPROC_TEXT) == 0)
        output[0] = L'\0';
    ioproc_join_lines(output);
    return ioproc_fail(IOPROC_E_VM_OPTIONS,
                       L"Java does not start with the options in %ls.vmoptions, "
                       L"JAVA_TOOL_OPTIONS or _JAVA_OPTIONS (exit code %lu): %ls",
                       ioproc_library.name, result->exit_code, output);
}

static MMRESULT try_with(WCHAR *line, const WCHAR *java)
{
    struct ioproc_program program = {java, line, ioproc_command_environment(), NULL};
    struct ioproc_result result = {1, ""};
    DWORD error;
    BOOL started;

    if (program.environment == NULL)
        return ioproc_fail_memory();
    started = ioproc_child_run(&program, TRIAL_MILLISECONDS, &result);
    error = GetLastError();
    HeapFree(GetProcessHeap(), 0, program.environment);
    if (!started)
        return ioproc_fail(IOPROC_E_VM_OPTIONS,
                           L"The VM's options could not be tried, because %ls could not be run "
                           L"(Windows error %lu)",
                           java, error);
    return result.exit_code == 0 ? MMSYSERR_NOERROR : refused(&result);
}

static BOOL has_launcher(const struct ioproc_runtime *runtime, WCHAR *java, const char *unsure)
{
    if (ioproc_candidate_launcher(runtime, java))
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
    line = HeapAlloc(GetProcessHeap(), 0, IOPROC_COMMAND_LINE * sizeof *line);
    if (line == NULL)
        return ioproc_fail_memory();
    line[0] = L'\0';
    if (ioproc_command_append(line, java) && ioproc_command_options(line, options) &&
        ioproc_command_append(line, L"-version"))
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
