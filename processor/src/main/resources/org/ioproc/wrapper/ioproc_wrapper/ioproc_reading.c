/* Opens a file through mmio as a program does, reads it to its end, and says what is wrong. */
#include "ioproc_private.h"

#include <wchar.h>

#define BUFFER (64 * 1024)

/* Some procedures have files without an end. In milliseconds. */
#define LONGEST 30000

struct reading {
    struct ioproc_report *report;
    HMMIO file;
    LONG count;
    BOOL ended;
    BOOL failed;
};

/* The name's last part, after the last +, or NULL. */
static const WCHAR *element_of(const WCHAR *name)
{
    const WCHAR *plus = wcsrchr(name, L'+');

    return plus == NULL ? NULL : plus + 1;
}

/* The code by which mmio finds the procedure: the container's extension. 0: there is none. */
static FOURCC code_of(const WCHAR *name)
{
    WCHAR container[IOPROC_PATH];
    WCHAR *dot;

    if (element_of(name) == NULL || !ioproc_format(container, IOPROC_PATH, L"%ls", name))
        return 0;
    *wcsrchr(container, L'+') = L'\0';
    dot = wcsrchr(container, L'.');
    if (dot == NULL || wcschr(dot, L'\\') != NULL || wcschr(dot, L'/') != NULL)
        return 0;
    return mmioStringToFOURCCW(dot + 1, MMIO_TOUPPER);
}

static BOOL is_folder(const WCHAR *path)
{
    DWORD attributes = GetFileAttributesW(path);

    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

/* Why this process cannot read a file that exists, or NULL. */
static const WCHAR *refusal_by_windows(const WCHAR *path)
{
    HANDLE file = CreateFileW(path, GENERIC_READ,
                              FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);

    if (file == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_SHARING_VIOLATION
                   ? L"which another program has opened for itself"
                   : L"which this user may not read";
    CloseHandle(file);
    return NULL;
}

static const WCHAR *kind_of(const WCHAR *path)
{
    const WCHAR *refusal;

    if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES)
        return GetLastError() == ERROR_ACCESS_DENIED ? L"which this user may not see"
                                                     : L"which does not exist";
    if (is_folder(path))
        return L"a folder";
    refusal = refusal_by_windows(path);
    return refusal == NULL ? L"a file" : refusal;
}

static void report_parts(struct ioproc_report *report, WCHAR *name)
{
    WCHAR *plus = wcsrchr(name, L'+');

    if (plus == NULL) {
        ioproc_report_line(report, L"file", L"%ls, %ls", name, kind_of(name));
        return;
    }
    *plus = L'\0';
    ioproc_report_line(report, L"container", L"%ls, %ls", name, kind_of(name));
    *plus = L'+';
    ioproc_report_line(report, L"element", L"%ls", plus[1] == L'\0' ? L"none" : plus + 1);
}

static const WCHAR *reason_for(MMRESULT error)
{
    switch (error) {
    case MMIOERR_FILENOTFOUND:
        return L"the file was not found";
    case MMIOERR_PATHNOTFOUND:
        return L"the path was not found";
    case MMIOERR_ACCESSDENIED:
        return L"access was denied";
    case MMIOERR_SHARINGVIOLATION:
        return L"another program has opened it";
    case MMIOERR_OUTOFMEMORY:
        return L"memory ran out";
    case MMIOERR_TOOMANYOPENFILES:
        return L"too many files are open";
    default:
        return L"mmio gave no reason";
    }
}

static void append_codes(WCHAR *text, size_t length)
{
    DWORD i;

    for (i = 0; i < ioproc_library.procedure_count; i++) {
        WCHAR code[IOPROC_CODE];

        ioproc_append(text, length, i == 0 ? L"\"" : L", \"");
        ioproc_append(text, length,
                      ioproc_code_text(ioproc_library.procedures[i]->code, code));
        ioproc_append(text, length, L"\"");
    }
}

/* Explains why mmio did not choose a procedure of this DLL, or is empty. */
static void explain_choice(const WCHAR *name, WCHAR *text, size_t length)
{
    FOURCC code = code_of(name);

    *text = L'\0';
    if (code != 0 && mmioInstallIOProcW(code, NULL, MMIO_FINDPROC) != NULL)
        return;
    ioproc_format(text, length, L"; mmio looked for an ordinary file, because %ls. This DLL's "
                                L"procedures have ",
                  element_of(name) == NULL ? L"the name has no \"+\""
                  : code == 0 ? L"what precedes the \"+\" has no extension"
                              : L"no procedure is installed for the extension before the \"+\"");
    append_codes(text, length);
}

/* Wine 8.0 says that a file was not found if it may not be read. */
static BOOL report_existing(struct ioproc_report *report, const WCHAR *name)
{
    const WCHAR *refusal = ioproc_file_exists(name) ? refusal_by_windows(name) : NULL;

    if (refusal != NULL)
        ioproc_report_problem(report, L"mmio could not open \"%ls\", %ls", name, refusal);
    return refusal != NULL;
}

static void report_refusal(struct ioproc_report *report, const WCHAR *name, MMRESULT error)
{
    const struct ioproc_thread *thread = ioproc_thread_current();
    WCHAR choice[IOPROC_TEXT];

    if (report_existing(report, name))
        return;
    explain_choice(name, choice, IOPROC_TEXT);
    ioproc_report_problem(report, L"mmio could not open \"%ls\" (error %u): %ls%ls", name, error,
                          thread != NULL && thread->failure[0] != L'\0' ? thread->failure
                                                                        : reason_for(error),
                          choice);
}

static void report_size(const struct reading *reading, LONG *size)
{
    *size = mmioSeek(reading->file, 0, SEEK_END);
    if (*size < 0)
        ioproc_report_line(reading->report, L"size",
                           L"unknown, because the procedure cannot seek from the end");
    else
        ioproc_report_line(reading->report, L"size", L"%ld bytes", *size);
    mmioSeek(reading->file, 0, SEEK_SET);
}

static void read_all(struct reading *reading)
{
    char *buffer = HeapAlloc(GetProcessHeap(), 0, BUFFER);
    DWORD begin = timeGetTime();
    LONG read = BUFFER;

    while (buffer != NULL && read == BUFFER && timeGetTime() - begin < LONGEST) {
        read = mmioRead(reading->file, buffer, BUFFER);
        if (read > 0)
            reading->count += read;
    }
    reading->ended = read < BUFFER;
    reading->failed = read < 0;
    if (buffer != NULL)
        HeapFree(GetProcessHeap(), 0, buffer);
}

/* Kilobytes per millisecond are MB/s. */
static void report_reading(struct reading *reading)
{
    DWORD begin = timeGetTime();
    WCHAR speed[32] = L"";
    DWORD time;

    read_all(reading);
    time = timeGetTime() - begin;
    if (time > 0)
        ioproc_format(speed, 32, L" (%lu MB/s)", (DWORD)reading->count / 1000 / time);
    ioproc_report_line(reading->report,
                       reading->ended && !reading->failed ? L"read whole" : L"read",
                       L"%ld bytes in %lu ms%ls%ls", reading->count, time, speed,
                       reading->ended ? L"" : L", and not to its end");
}

static void read_file(struct reading *reading)
{
    const struct ioproc_thread *thread = ioproc_thread_current();
    LONG size;

    report_size(reading, &size);
    ioproc_keep_failure(L"");
    report_reading(reading);
    if (reading->failed)
        ioproc_report_problem(reading->report, L"The file could not be read after %ld bytes: %ls",
                              reading->count,
                              thread != NULL && thread->failure[0] != L'\0'
                                  ? thread->failure
                                  : L"the procedure gave no reason");
    else if (reading->ended && size >= 0 && size != reading->count)
        ioproc_report_problem(reading->report,
                              L"A file must end at its size, because programs trust it. Its size "
                              L"is %ld bytes, but reading ends after %ld bytes.",
                              size, reading->count);
    ioproc_chunks_report(reading->report, reading->file, (DWORD)reading->count);
}

static void open_and_read(struct ioproc_report *report, WCHAR *name)
{
    struct reading reading = {report, NULL, 0, FALSE, FALSE};
    MMIOINFO info;
    DWORD begin;

    ioproc_report_line(report, L"opening", L"if this is the last line, the procedure has not "
                                           L"returned, or has ended the process");
    ZeroMemory(&info, sizeof info);
    ioproc_keep_failure(L"");
    begin = timeGetTime();
    reading.file = mmioOpenW(name, &info, MMIO_READ);
    if (reading.file == NULL) {
        report_refusal(report, name, info.wErrorRet);
        return;
    }
    ioproc_report_line(report, L"opened", L"in %lu ms", timeGetTime() - begin);
    read_file(&reading);
    mmioClose(reading.file, 0);
}

void ioproc_reading_report(struct ioproc_report *report, WCHAR *name)
{
    ioproc_report_section(report, L"File");
    report_parts(report, name);
    if (!ioproc_is_ansi(name))
        ioproc_report_problem(report, L"The name has characters that the ANSI code page lacks, and "
                                      L"mmio passes names to procedures in that code page");
    else if (element_of(name) == NULL && is_folder(name))
        ioproc_report_problem(report, L"A program must name a file, but this is a folder. A "
                                      L"procedure for folders needs a \"+\" after the folder, as "
                                      L"in album.dir+track.wav.");
    else
        open_and_read(report, name);
}
