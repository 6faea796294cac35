/* A report for people, in lines of UTF-8. Each is in the file at once, even if Java crashes. */
#include "ioproc_private.h"

#include <stdarg.h>
#include <wchar.h>

#define LINE (2 * IOPROC_TEXT)

struct ioproc_report {
    HANDLE file;
    int problems;
    WCHAR path[IOPROC_PATH];
    WCHAR last[LINE]; /* the last problem, which another function may report again */
    WCHAR line[LINE];
    char bytes[3 * LINE];
};

static BOOL open_at(struct ioproc_report *report, const WCHAR *path)
{
    report->file = CreateFileW(path, GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_ALWAYS,
                               FILE_ATTRIBUTE_NORMAL, NULL);
    if (report->file == INVALID_HANDLE_VALUE)
        return FALSE;
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
}

/* Notepad of Windows 7 needs the mark before the text. */
static void write_title(struct ioproc_report *report)
{
    ioproc_format(report->line, LINE - 2, L"\xFEFF" L"Report of %ls.dll", ioproc_library.name);
    write_line(report);
}

struct ioproc_report *ioproc_report_open(const WCHAR *path)
{
    struct ioproc_report *report = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *report);

    if (report == NULL)
        return NULL;
    if ((*path != L'\0' && open_at(report, path)) || open_temporary(report)) {
        write_title(report);
        return report;
    }
    HeapFree(GetProcessHeap(), 0, report);
    return NULL;
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

int ioproc_report_close(struct ioproc_report *report, BOOL shown)
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
    CloseHandle(report->file);
    if (shown)
        show(report->path);
    HeapFree(GetProcessHeap(), 0, report);
    return problems;
}
