/* Runs a program without a window, and keeps what it prints. */
#include "ioproc_private.h"

#include <string.h>

struct child {
    const struct ioproc_program *program;
    HANDLE process;
    HANDLE output;
    struct ioproc_result *result;
    DWORD length;
};

static BOOL create_process(struct child *child, STARTUPINFOEXW *startup)
{
    const struct ioproc_program *program = child->program;
    PROCESS_INFORMATION started;

    if (!CreateProcessW(program->path, program->command_line, NULL, NULL, TRUE,
                        CREATE_NO_WINDOW | CREATE_UNICODE_ENVIRONMENT |
                            EXTENDED_STARTUPINFO_PRESENT,
                        program->environment, NULL, &startup->StartupInfo, &started))
        return FALSE;
    CloseHandle(started.hThread);
    child->process = started.hProcess;
    return TRUE;
}

/* The child inherits only these two handles, even if others of the process are inheritable. */
static BOOL start_with(struct child *child, HANDLE nothing, HANDLE output)
{
    HANDLE handles[2];
    void *list[32]; /* one attribute takes 48 bytes on x64 */
    SIZE_T size = sizeof list;
    STARTUPINFOEXW startup;
    BOOL started;

    ZeroMemory(&startup, sizeof startup);
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES | STARTF_USESHOWWINDOW;
    startup.StartupInfo.wShowWindow = SW_HIDE;
    startup.StartupInfo.hStdInput = handles[0] = nothing;
    startup.StartupInfo.hStdOutput = startup.StartupInfo.hStdError = handles[1] = output;
    startup.lpAttributeList = (LPPROC_THREAD_ATTRIBUTE_LIST)(void *)list;
    if (!InitializeProcThreadAttributeList(startup.lpAttributeList, 1, 0, &size))
        return FALSE;
    started = UpdateProcThreadAttribute(startup.lpAttributeList, 0,
                                        PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles, sizeof handles,
                                        NULL, NULL) &&
              create_process(child, &startup);
    DeleteProcThreadAttributeList(startup.lpAttributeList);
    return started;
}

static BOOL start(struct child *child)
{
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    HANDLE output;
    HANDLE nothing;
    BOOL started = FALSE;

    if (!CreatePipe(&child->output, &output, &inherited, 0))
        return FALSE;
    SetHandleInformation(child->output, HANDLE_FLAG_INHERIT, 0);
    nothing = CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherited,
                          OPEN_EXISTING, 0, NULL);
    if (nothing != INVALID_HANDLE_VALUE) {
        started = start_with(child, nothing, output);
        CloseHandle(nothing);
    }
    CloseHandle(output);
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
static void await_end(struct child *child)
{
    ULONGLONG begin = GetTickCount64();

    while (WaitForSingleObject(child->process, 10) == WAIT_TIMEOUT) {
        drain(child);
        if (GetTickCount64() - begin > child->program->milliseconds) {
            TerminateProcess(child->process, 1);
            break;
        }
    }
    drain(child);
}

BOOL ioproc_child_run(const struct ioproc_program *program, struct ioproc_result *result)
{
    struct child child = {program, NULL, NULL, result, 0};

    if (!start(&child))
        return FALSE;
    await_end(&child);
    GetExitCodeProcess(child.process, &result->exit_code);
    CloseHandle(child.process);
    CloseHandle(child.output);
    return TRUE;
}
