/*
 * JNI_CreateJavaVM itself ends the process for some options: a heap that cannot be had, two
 * collectors, an agent that is missing. So options that somebody else chose are first tried in a
 * process of their own, which is Java's launcher with -version.
 */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

#define COMMAND_LINE 32767
#define TRIAL_MILLISECONDS 30000

struct trial {
    HANDLE process;
    HANDLE output;
    char said[IOPROC_TEXT];
    DWORD length;
};

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

static BOOL make_command_line(WCHAR *line, const WCHAR *java, const struct ioproc_options *options)
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

/* What the launcher reads from JDK_JAVA_OPTIONS is none of the VM's options. */
static WCHAR *environment_of_trial(void)
{
    static const WCHAR launchers[] = L"JDK_JAVA_OPTIONS=";
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
        if (_wcsnicmp(from, launchers, sizeof launchers / sizeof *launchers - 1) != 0) {
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

static BOOL create_process(struct trial *trial, const WCHAR *java, WCHAR *line,
                           STARTUPINFOEXW *startup)
{
    WCHAR *environment = environment_of_trial();
    PROCESS_INFORMATION started;
    BOOL done;

    if (environment == NULL)
        return FALSE;
    done = CreateProcessW(java, line, NULL, NULL, TRUE,
                          CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT |
                              EXTENDED_STARTUPINFO_PRESENT,
                          environment, NULL, &startup->StartupInfo, &started);
    HeapFree(GetProcessHeap(), 0, environment);
    if (!done)
        return FALSE;
    CloseHandle(started.hThread);
    trial->process = started.hProcess;
    return TRUE;
}

/* The trial gets these two handles and none that the application happens to have inheritable. */
static BOOL start_with(struct trial *trial, const WCHAR *java, WCHAR *line, HANDLE nothing,
                       HANDLE output)
{
    HANDLE handles[2];
    void *list[32]; /* one attribute takes 48 bytes on x64 */
    SIZE_T size = sizeof list;
    STARTUPINFOEXW startup;
    BOOL done;

    ZeroMemory(&startup, sizeof startup);
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES | STARTF_USESHOWWINDOW;
    startup.StartupInfo.wShowWindow = SW_HIDE;
    startup.StartupInfo.hStdInput = handles[0] = nothing;
    startup.StartupInfo.hStdOutput = startup.StartupInfo.hStdError = handles[1] = output;
    startup.lpAttributeList = (LPPROC_THREAD_ATTRIBUTE_LIST)(void *)list;
    if (!InitializeProcThreadAttributeList(startup.lpAttributeList, 1, 0, &size))
        return FALSE;
    done = UpdateProcThreadAttribute(startup.lpAttributeList, 0,
                                     PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles, sizeof handles,
                                     NULL, NULL) &&
           create_process(trial, java, line, &startup);
    DeleteProcThreadAttributeList(startup.lpAttributeList);
    return done;
}

static BOOL start(struct trial *trial, const WCHAR *java, WCHAR *line)
{
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    HANDLE output;
    HANDLE nothing;
    BOOL started = FALSE;

    if (!CreatePipe(&trial->output, &output, &inherited, 0))
        return FALSE;
    SetHandleInformation(trial->output, HANDLE_FLAG_INHERIT, 0);
    nothing = CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                          OPEN_EXISTING, 0, NULL);
    if (nothing != INVALID_HANDLE_VALUE) {
        started = start_with(trial, java, line, nothing, output);
        CloseHandle(nothing);
    }
    CloseHandle(output);
    if (!started)
        CloseHandle(trial->output);
    return started;
}

static void keep(struct trial *trial, const char *heard, DWORD length)
{
    DWORD room = (DWORD)sizeof trial->said - 1 - trial->length;

    if (length > room)
        length = room;
    memcpy(trial->said + trial->length, heard, length);
    trial->length += length;
}

/* Takes all that the trial says, so that it can end, and keeps the beginning. */
static void hear(struct trial *trial)
{
    char heard[512];
    DWORD length;

    while (PeekNamedPipe(trial->output, NULL, 0, NULL, &length, NULL) && length > 0) {
        if (!ReadFile(trial->output, heard, sizeof heard, &length, NULL))
            return;
        keep(trial, heard, length);
    }
}

/* The exit code; nonzero, too, for one that does not end, such as one that awaits a debugger. */
static DWORD outcome(struct trial *trial)
{
    DWORD code = 1;
    ULONGLONG begin = GetTickCount64();

    while (WaitForSingleObject(trial->process, 10) == WAIT_TIMEOUT) {
        hear(trial);
        if (GetTickCount64() - begin > TRIAL_MILLISECONDS) {
            TerminateProcess(trial->process, 1);
            break;
        }
    }
    hear(trial);
    GetExitCodeProcess(trial->process, &code);
    CloseHandle(trial->process);
    CloseHandle(trial->output);
    return code;
}

static MMRESULT refused(const struct trial *trial, DWORD code)
{
    WCHAR said[IOPROC_TEXT];
    WCHAR *character;

    if (MultiByteToWideChar(CP_ACP, 0, trial->said, -1, said, IOPROC_TEXT) == 0)
        said[0] = L'\0';
    for (character = said; *character != L'\0'; character++) {
        if (*character == L'\r' || *character == L'\n')
            *character = L' ';
    }
    return ioproc_fail(IOPROC_E_VM_OPTIONS,
                       L"Java does not start with the options in %ls.vmoptions, "
                       L"JAVA_TOOL_OPTIONS or _JAVA_OPTIONS (exit code %lu): %ls",
                       ioproc_library, code, said);
}

static MMRESULT try_with(WCHAR *line, const struct ioproc_options *options, const WCHAR *java)
{
    struct trial trial = {NULL, NULL, {0}, 0};
    DWORD code;

    if (!make_command_line(line, java, options))
        return ioproc_fail(IOPROC_E_VM_OPTIONS, L"The VM's options are too long to be tried");
    if (!start(&trial, java, line))
        return ioproc_fail(IOPROC_E_VM_OPTIONS,
                           L"The VM's options cannot be tried, because %ls cannot be run (Windows "
                           L"error %lu)",
                           java, GetLastError());
    code = outcome(&trial);
    return code == 0 ? MMSYSERR_NOERROR : refused(&trial, code);
}

/* jlink and jpackage can leave the launcher out. */
static BOOL has_launcher(const struct ioproc_runtime *runtime, WCHAR *java, const char *unsure)
{
    if (ioproc_format(java, IOPROC_PATH, L"%ls\\bin\\java.exe", runtime->home) &&
        ioproc_file_exists(java))
        return TRUE;
    ioproc_log(L"The VM's options are not tried, though Java may refuse %hs: there is no %ls",
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
    status = try_with(line, options, java);
    HeapFree(GetProcessHeap(), 0, line);
    return status;
}

/* Of an unknown version it may be Java 8, whose classes are elsewhere, and which says so itself. */
MMRESULT ioproc_trial(const struct ioproc_options *options, const struct ioproc_runtime *runtime)
{
    if (runtime->version.part[0] != 0 && !ioproc_candidate_has_classes(runtime))
        return ioproc_fail(IOPROC_E_BAD_JAVA,
                           L"%ls is incomplete: there is no lib\\modules, and Java would end the "
                           L"process",
                           runtime->home);
    return try_options(options, runtime);
}
