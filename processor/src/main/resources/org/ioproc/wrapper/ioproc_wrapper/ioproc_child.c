/* Starts programs without a window, and keeps what they print. */
#include "ioproc_private.h"

#include <string.h>

struct child {
    HANDLE process;
    HANDLE output;
    struct ioproc_result *result;
    DWORD length;
};

/* The process begins to run only once it is in the job. */
static BOOL create_process(const struct ioproc_program *program, STARTUPINFOEXW *startup,
                           HANDLE job, HANDLE *process)
{
    PROCESS_INFORMATION started;

    if (!CreateProcessW(program->path, program->command_line, NULL, NULL, TRUE,
                        CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT | CREATE_SUSPENDED |
                            EXTENDED_STARTUPINFO_PRESENT,
                        program->environment, program->folder, &startup->StartupInfo, &started))
        return FALSE;
    if (job != NULL && !AssignProcessToJobObject(job, started.hProcess))
        ioproc_log(L"%ls could not be added to a job (Windows error %lu)", program->path,
                   GetLastError());
    ResumeThread(started.hThread);
    CloseHandle(started.hThread);
    *process = started.hProcess;
    return TRUE;
}

/* The child inherits only these handles, even if others of the process are inheritable. */
BOOL ioproc_child_start(const struct ioproc_program *program, const struct ioproc_streams *streams,
                        HANDLE job, HANDLE *process)
{
    HANDLE handles[3];
    DWORD count = streams->output == streams->error ? 2 : 3;
    void *list[32]; /* one attribute takes 48 bytes on x64 */
    SIZE_T size = sizeof list;
    STARTUPINFOEXW startup;
    BOOL started;

    ZeroMemory(&startup, sizeof startup);
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES | STARTF_USESHOWWINDOW;
    startup.StartupInfo.wShowWindow = SW_HIDE;
    startup.StartupInfo.hStdInput = handles[0] = streams->input;
    startup.StartupInfo.hStdOutput = handles[1] = streams->output;
    startup.StartupInfo.hStdError = handles[2] = streams->error;
    startup.lpAttributeList = (LPPROC_THREAD_ATTRIBUTE_LIST)(void *)list;
    if (!InitializeProcThreadAttributeList(startup.lpAttributeList, 1, 0, &size))
        return FALSE;
    started = UpdateProcThreadAttribute(startup.lpAttributeList, 0,
                                        PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles,
                                        count * sizeof *handles, NULL, NULL) &&
              create_process(program, &startup, job, process);
    DeleteProcThreadAttributeList(startup.lpAttributeList);
    return started;
}

/*
 * Makes a pipe of which the child inherits one end. The other end must never be inheritable,
 * because another thread may start a program at any moment.
 */
BOOL ioproc_child_pipe(HANDLE *read, HANDLE *write, BOOL child_reads)
{
    if (!CreatePipe(read, write, NULL, IOPROC_PIPE)) {
        *read = *write = NULL;
        return FALSE;
    }
    SetHandleInformation(child_reads ? *read : *write, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    return TRUE;
}

static BOOL start(struct child *child, const struct ioproc_program *program)
{
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    struct ioproc_streams streams;
    BOOL started = FALSE;

    if (!ioproc_child_pipe(&child->output, &streams.output, FALSE))
        return FALSE;
    streams.error = streams.output;
    streams.input = CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE,
                                &inherited, OPEN_EXISTING, 0, NULL);
    if (streams.input != INVALID_HANDLE_VALUE) {
        started = ioproc_child_start(program, &streams, NULL, &child->process);
        CloseHandle(streams.input);
    }
    CloseHandle(streams.output);
    if (!started)
        CloseHandle(child->output);
    return started;
}

static void keep(struct child *child, const char *bytes, DWORD length)
{
    DWORD room = (DWORD)sizeof child->result->output - 1 - child->length;

    if (length > room)
        length = room;
    memcpy(child->result->output + child->length, bytes, length);
    child->length += length;
    child->result->output[child->length] = '\0';
}

/* Reads all of the child's output, so that the child can end, and keeps the beginning. */
static void drain(struct child *child)
{
    char bytes[512];
    DWORD length;

    while (PeekNamedPipe(child->output, NULL, 0, NULL, &length, NULL) && length > 0) {
        if (!ReadFile(child->output, bytes, sizeof bytes, &length, NULL))
            return;
        keep(child, bytes, length);
    }
}

/* Terminates a child that does not end, such as one that waits for a debugger. */
static void await_end(struct child *child, DWORD milliseconds)
{
    ULONGLONG begin = GetTickCount64();

    while (WaitForSingleObject(child->process, 10) == WAIT_TIMEOUT) {
        drain(child);
        if (GetTickCount64() - begin > milliseconds) {
            TerminateProcess(child->process, 1);
            break;
        }
    }
    drain(child);
}

BOOL ioproc_child_run(const struct ioproc_program *program, DWORD milliseconds,
                      struct ioproc_result *result)
{
    struct child child = {NULL, NULL, result, 0};

    if (!start(&child, program))
        return FALSE;
    await_end(&child, milliseconds);
    GetExitCodeProcess(child.process, &result->exit_code);
    CloseHandle(child.process);
    CloseHandle(child.output);
    return TRUE;
}
