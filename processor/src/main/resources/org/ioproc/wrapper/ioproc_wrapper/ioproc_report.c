/* A report for people, in lines of UTF-8. Each is in the file at once, even if Java crashes. */
#include "ioproc_private.h"

#include <stdarg.h>
#include <wchar.h>

#define LINE (2 * IOPROC_TEXT)

/* Between two lines. Only what never ends takes longer. In milliseconds. */
#ifndef IOPROC_DOCTOR_PATIENCE
#define IOPROC_DOCTOR_PATIENCE 120000
#endif

#define WATCHER_STACK (128 * 1024)

typedef int(WINAPI *message_box_t)(HWND, LPCWSTR, LPCWSTR, UINT);

struct ioproc_report {
    HANDLE file;
    DWORD error; /* why it is not where it should be, or 0 */
    BOOL shown;
    int problems;
    HANDLE watcher;
    HANDLE progress; /* set after each line */
    volatile LONG over;
    WCHAR path[IOPROC_PATH];
    WCHAR last[LINE]; /* the last problem, which another function may report again */
    WCHAR line[LINE];
    char bytes[3 * LINE];
};

static BOOL open_at(struct ioproc_report *report, const WCHAR *path)
{
    report->file = CreateFileW(path, GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_ALWAYS,
                               FILE_ATTRIBUTE_NORMAL, NULL);
    if (report->file == INVALID_HANDLE_VALUE) {
        report->error = GetLastError();
        return FALSE;
    }
    ioproc_format(report->path, IOPROC_PATH, L"%ls", path);
    return TRUE;
}

static BOOL open_temporary(struct ioproc_report *report)
{
    WCHAR path[IOPROC_PATH];
    DWORD length = GetTempPathW(IOPROC_PATH, path);

    return length > 0 && length < IOPROC_PATH &&
           ioproc_format(path + length, IOPROC_PATH - length, L"%ls-doctor.txt",
                         ioproc_library.name) &&
           open_at(report, path);
}

static void write_line(struct ioproc_report *report)
{
    DWORD written;
    int length;

    ioproc_privacy_apply(report->line, LINE - 2);
    ioproc_join_lines(report->line);
    ioproc_append(report->line, LINE, L"\r\n");
    length = WideCharToMultiByte(CP_UTF8, 0, report->line, -1, report->bytes,
                                 sizeof report->bytes, NULL, NULL);
    if (length > 1)
        WriteFile(report->file, report->bytes, (DWORD)length - 1, &written, NULL);
    if (report->progress != NULL)
        SetEvent(report->progress);
}

/* Notepad of Windows 7 needs the mark before the text. */
static void write_title(struct ioproc_report *report)
{
    ioproc_format(report->line, LINE - 2, L"\xFEFF" L"Report of %ls.dll", ioproc_library.name);
    write_line(report);
}

static void add(struct ioproc_report *report, const WCHAR *format, va_list arguments)
{
    size_t used = wcslen(report->line);

    ioproc_format_list(report->line + used, LINE - 2 - used, format, arguments);
}

void ioproc_report_section(struct ioproc_report *report, const WCHAR *title)
{
    report->line[0] = L'\0';
    write_line(report);
    ioproc_format(report->line, LINE - 2, L"%ls", title);
    write_line(report);
}

void ioproc_report_line(struct ioproc_report *report, const WCHAR *name, const WCHAR *format, ...)
{
    va_list arguments;
    size_t width;

    ioproc_format(report->line, LINE - 2, L"  %ls", name);
    for (width = wcslen(report->line); width < 18; width++)
        ioproc_append(report->line, LINE - 2, L" ");
    va_start(arguments, format);
    add(report, format, arguments);
    va_end(arguments);
    write_line(report);
}

void ioproc_report_problem(struct ioproc_report *report, const WCHAR *format, ...)
{
    va_list arguments;

    ioproc_format(report->line, LINE - 2, L"! ");
    va_start(arguments, format);
    add(report, format, arguments);
    va_end(arguments);
    if (wcscmp(report->line, report->last) == 0)
        return;
    wmemcpy(report->last, report->line, LINE);
    report->problems++;
    write_line(report);
}

/* rundll32 shows no result. */
static void show_error(DWORD error)
{
    message_box_t box = (message_box_t)(void *)GetProcAddress(GetModuleHandleW(L"user32.dll"),
                                                              "MessageBoxW");
    WCHAR text[IOPROC_TEXT];

    ioproc_format(text, IOPROC_TEXT, L"The report could not be written (Windows error %lu).",
                  error);
    if (box != NULL)
        box(NULL, text, ioproc_library.name, MB_ICONERROR);
}

/* Waits for nothing: Notepad may stay open. */
static void show(const WCHAR *path)
{
    WCHAR program[MAX_PATH];
    WCHAR line[IOPROC_PATH + 16];
    UINT length = GetSystemDirectoryW(program, MAX_PATH);
    STARTUPINFOW startup;
    PROCESS_INFORMATION started;

    ZeroMemory(&startup, sizeof startup);
    startup.cb = sizeof startup;
    if (length == 0 || length >= MAX_PATH ||
        !ioproc_format(program + length, MAX_PATH - length, L"\\notepad.exe"))
        return;
    ioproc_format(line, IOPROC_PATH + 16, L"notepad \"%ls\"", path);
    if (!CreateProcessW(program, line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &started))
        return;
    CloseHandle(started.hThread);
    CloseHandle(started.hProcess);
}

static BOOL is_rundll32(void)
{
    WCHAR path[IOPROC_PATH] = L"";
    const WCHAR *name;

    GetModuleFileNameW(NULL, path, IOPROC_PATH);
    name = wcsrchr(path, L'\\');
    return name != NULL && ioproc_is_same(name + 1, L"rundll32.exe");
}

/* Shows a report that would never end. Nobody but this thread can end rundll32. */
static DWORD WINAPI watch(void *parameter)
{
    static const char late[] = "! Nothing has happened for a long time, so the report ends here. "
                               "The line above says what has not returned.\r\n";
    struct ioproc_report *report = parameter;
    DWORD written;

    while (WaitForSingleObject(report->progress, IOPROC_DOCTOR_PATIENCE) == WAIT_OBJECT_0) {
        if (report->over)
            return 0;
    }
    WriteFile(report->file, late, sizeof late - 1, &written, NULL);
    if (report->shown)
        show(report->path);
    if (is_rundll32())
        TerminateProcess(GetCurrentProcess(), 1);
    return 0;
}

static void start_watcher(struct ioproc_report *report)
{
    report->progress = CreateEventW(NULL, FALSE, FALSE, NULL);
    if (report->progress != NULL)
        report->watcher = CreateThread(NULL, WATCHER_STACK, watch, report,
                                       STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
}

static void end_watcher(struct ioproc_report *report)
{
    InterlockedExchange(&report->over, TRUE);
    if (report->progress == NULL)
        return;
    SetEvent(report->progress);
    if (report->watcher != NULL) {
        WaitForSingleObject(report->watcher, INFINITE);
        CloseHandle(report->watcher);
    }
    CloseHandle(report->progress);
}

struct ioproc_report *ioproc_report_open(const WCHAR *path, BOOL shown)
{
    struct ioproc_report *report = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *report);

    if (report == NULL)
        return NULL;
    report->shown = shown;
    if ((*path != L'\0' && open_at(report, path)) || open_temporary(report)) {
        start_watcher(report);
        write_title(report);
        if (report->error != 0)
            ioproc_report_line(report, L"report",
                               L"here, because %ls could not be written (Windows error %lu)", path,
                               report->error);
        return report;
    }
    if (shown)
        show_error(report->error);
    HeapFree(GetProcessHeap(), 0, report);
    return NULL;
}

int ioproc_report_close(struct ioproc_report *report)
{
    int problems = report->problems;

    report->line[0] = L'\0';
    write_line(report);
    if (problems == 0)
        ioproc_format(report->line, LINE - 2, L"Nothing wrong was found.");
    else
        ioproc_format(report->line, LINE - 2,
                      problems == 1 ? L"One problem was found. Its line begins with \"!\"."
                                    : L"%d problems were found. Their lines begin with \"!\".",
                      problems);
    write_line(report);
    end_watcher(report);
    CloseHandle(report->file);
    if (report->shown)
        show(report->path);
    HeapFree(GetProcessHeap(), 0, report);
    return problems;
}
