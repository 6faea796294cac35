/* Keeps each failure for the thread on which it happened, and writes it to the log. */
#include "ioproc_private.h"

#include <stdarg.h>

/* Only exceptions with many causes have longer texts. */
#define LINE (IOPROC_TEXT + 128)

/* The stack that logging a line needs. With less, nothing is logged. */
#define LOG_STACK (32 * 1024)

BOOL ioproc_log_path(WCHAR *path)
{
    DWORD length = GetEnvironmentVariableW(L"IOPROC_LOG", path, IOPROC_PATH);

    return length > 0 && length < IOPROC_PATH;
}

/* Opens the log each time, because Java and other wrappers in the process also write to it. */
static void write_bytes(const WCHAR *path, const char *bytes, DWORD length)
{
    DWORD written;
    HANDLE file = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                              OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);

    if (file == INVALID_HANDLE_VALUE)
        return;
    WriteFile(file, bytes, length, &written, NULL);
    CloseHandle(file);
}

void ioproc_log_bytes(const char *bytes, DWORD length)
{
    WCHAR path[IOPROC_PATH];

    if (ioproc_log_path(path))
        write_bytes(path, bytes, length);
}

static void write_line(const WCHAR *path, const WCHAR *line)
{
    char bytes[3 * LINE];
    int length = WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, sizeof bytes, NULL, NULL);

    if (length > 1)
        write_bytes(path, bytes, (DWORD)length - 1);
}

static void log_text(const WCHAR *text)
{
    WCHAR path[IOPROC_PATH];
    WCHAR line[LINE];
    SYSTEMTIME now;

    if (!ioproc_log_path(path))
        return;
    GetSystemTime(&now);
    ioproc_format(line, LINE - 2, L"%04u-%02u-%02uT%02u:%02u:%02u.%03uZ %lu/%lu %ls: %ls",
                  now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond,
                  now.wMilliseconds, GetCurrentProcessId(), GetCurrentThreadId(),
                  ioproc_library.name, text);
    ioproc_append(line, LINE, L"\r\n");
    write_line(path, line);
}

static IOPROC_NOINLINE void log_list(const WCHAR *format, va_list arguments)
{
    WCHAR text[IOPROC_TEXT];

    ioproc_format_list(text, IOPROC_TEXT, format, arguments);
    log_text(text);
}

void ioproc_log(const WCHAR *format, ...)
{
    va_list arguments;

    if (ioproc_stack_left() < LOG_STACK)
        return;
    va_start(arguments, format);
    log_list(format, arguments);
    va_end(arguments);
}

void ioproc_keep_failure(const WCHAR *text)
{
    struct ioproc_thread *thread = ioproc_thread_current();

    if (thread != NULL)
        ioproc_format(thread->failure, IOPROC_TEXT, L"%ls", text);
}

MMRESULT ioproc_fail(MMRESULT status, const WCHAR *format, ...)
{
    WCHAR text[IOPROC_TEXT];
    va_list arguments;

    va_start(arguments, format);
    ioproc_format_list(text, IOPROC_TEXT, format, arguments);
    va_end(arguments);
    ioproc_keep_failure(text);
    ioproc_log(L"failed with %u: %ls", status, text);
    return status;
}

MMRESULT ioproc_fail_memory(void)
{
    return ioproc_fail(IOPROC_E_SYSTEM, L"Out of memory");
}

/* The failures of a damaged library have one text, because no thread can keep any. */
int ioproc_error_text(WCHAR *buffer, int length)
{
    const WCHAR *fault = ioproc_library_fault();
    struct ioproc_thread *thread = ioproc_thread_current();

    if (fault == NULL)
        fault = thread == NULL ? L"" : thread->failure;
    return ioproc_hand_out(fault, buffer, length);
}
