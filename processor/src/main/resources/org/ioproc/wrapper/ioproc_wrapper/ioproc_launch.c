/* Starts a Java process beside this one. */
#include "ioproc_private.h"

#include <wchar.h>

static void close(HANDLE *handle)
{
    if (*handle != NULL)
        CloseHandle(*handle);
    *handle = NULL;
}

void ioproc_launch_close(struct ioproc_launch *launch)
{
    close(&launch->requests);
    close(&launch->answers);
    close(&launch->errors);
    close(&launch->process);
    close(&launch->job); /* which ends the process if it still runs */
}

/*
 * Windows ends the process when the job's last handle is closed, however this process ends. Windows
 * 7 refuses a job within another one. Java also ends when its input does.
 */
static HANDLE create_job(void)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits;
    HANDLE job = CreateJobObjectW(NULL, NULL);

    if (job == NULL)
        return NULL;
    ZeroMemory(&limits, sizeof limits);
    limits.BasicLimitInformation.LimitFlags =
        JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return job;
}

/*
 * Java decodes its command line in the ANSI code page, but not its current folder. So the folder is
 * the DLL's, and the class path is relative to it.
 */
static BOOL find_folder(WCHAR *folder, const WCHAR **name)
{
    WCHAR *end;

    if (!ioproc_own_path(folder))
        return FALSE;
    ioproc_strip_prefix(folder);
    end = wcsrchr(folder, L'\\');
    if (end == NULL)
        return FALSE;
    *end = L'\0';
    *name = end + 1;
    return wcslen(folder) < MAX_PATH - 1;
}

/* Without its backslash, C: would be the current folder of the drive. */
static void complete_root(WCHAR *folder)
{
    size_t length = wcslen(folder);

    if (length > 0 && folder[length - 1] == L':')
        ioproc_append(folder, IOPROC_PATH, L"\\");
}

static MMRESULT class_path(const WCHAR *name, WCHAR *path)
{
    if (!ioproc_loader_in_dll()) {
        ioproc_format(path, IOPROC_PATH, L"%ls.jar;lib\\*", ioproc_library.name);
        return MMSYSERR_NOERROR;
    }
    if (!ioproc_is_ansi(name) || wcschr(name, L';') != NULL)
        return ioproc_fail(IOPROC_E_NO_CLASSES,
                           L"Java cannot load its classes from a DLL of this name, which has a "
                           L"semicolon or a character that the ANSI code page lacks: %ls",
                           name);
    ioproc_format(path, IOPROC_PATH, L"%ls", name);
    return MMSYSERR_NOERROR;
}

/* What the VM prints must not get into the answers. The author's options may change the rest. */
static BOOL write_command_line(WCHAR *line, const WCHAR *java, const struct ioproc_options *options,
                               const WCHAR *classes)
{
    line[0] = L'\0';
    return ioproc_command_append(line, java) &&
           ioproc_command_append(line, L"-XX:+DisplayVMOutputToStderr") &&
           ioproc_command_append(line, L"-Xlog:disable") &&
           ioproc_command_append(line, L"-Xlog:all=warning:stderr") &&
           ioproc_command_options(line, options) && ioproc_command_append(line, L"-cp") &&
           ioproc_command_append(line, classes) &&
           ioproc_command_append(line, L"" IOPROC_SERVER);
}

static BOOL create_pipes(struct ioproc_launch *launch, struct ioproc_streams *streams)
{
    return ioproc_child_pipe(&streams->input, &launch->requests, TRUE) &&
           ioproc_child_pipe(&launch->answers, &streams->output, FALSE) &&
           ioproc_child_pipe(&launch->errors, &streams->error, FALSE);
}

static MMRESULT start(struct ioproc_launch *launch, const struct ioproc_program *program)
{
    struct ioproc_streams streams = {NULL, NULL, NULL};
    BOOL started = create_pipes(launch, &streams);
    DWORD error;

    if (started) {
        launch->job = create_job();
        started = ioproc_child_start(program, &streams, launch->job, &launch->process);
    }
    error = GetLastError();
    close(&streams.input);
    close(&streams.output);
    close(&streams.error);
    if (started)
        return MMSYSERR_NOERROR;
    ioproc_launch_close(launch);
    return ioproc_fail(IOPROC_E_VM_START, L"%ls could not be run (Windows error %lu)",
                       program->path, error);
}

struct memory {
    struct ioproc_runtime runtime;
    struct ioproc_options options;
    WCHAR line[IOPROC_COMMAND_LINE];
    WCHAR java[IOPROC_PATH];
    WCHAR folder[IOPROC_PATH];
    WCHAR classes[IOPROC_PATH];
};

static MMRESULT start_with_environment(struct ioproc_launch *launch, struct memory *memory)
{
    struct ioproc_program program = {memory->java, memory->line, ioproc_command_environment(),
                                     memory->folder};
    MMRESULT status;

    if (program.environment == NULL)
        return ioproc_fail_memory();
    status = start(launch, &program);
    HeapFree(GetProcessHeap(), 0, program.environment);
    return status;
}

static MMRESULT launch_with(struct ioproc_launch *launch, struct memory *memory, const WCHAR *why)
{
    const WCHAR *name;
    MMRESULT status = ioproc_runtime_find(&memory->runtime, why);

    if (status == MMSYSERR_NOERROR)
        status = ioproc_loader_check();
    if (status == MMSYSERR_NOERROR)
        status = ioproc_options_read(&memory->options, !memory->runtime.is_32_bit);
    if (status != MMSYSERR_NOERROR)
        return status;
    launch->unsure = memory->options.demand.unsure[0] != '\0';
    if (!find_folder(memory->folder, &name))
        return ioproc_fail(IOPROC_E_NO_CLASSES, L"The path of the DLL's folder is too long");
    status = class_path(name, memory->classes);
    if (status != MMSYSERR_NOERROR)
        return status;
    complete_root(memory->folder);
    if (!ioproc_candidate_launcher(&memory->runtime, memory->java) ||
        !write_command_line(memory->line, memory->java, &memory->options, memory->classes))
        return ioproc_fail(IOPROC_E_VM_OPTIONS,
                           L"The VM's options are too long for a command line");
    return start_with_environment(launch, memory);
}

MMRESULT ioproc_launch(struct ioproc_launch *launch, const WCHAR *why)
{
    struct memory *memory = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *memory);
    MMRESULT status;

    ZeroMemory(launch, sizeof *launch);
    if (memory == NULL)
        return ioproc_fail_memory();
    status = launch_with(launch, memory, why);
    HeapFree(GetProcessHeap(), 0, memory);
    return status;
}
