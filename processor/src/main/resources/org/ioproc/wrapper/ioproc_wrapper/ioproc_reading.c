/* Opens a file through mmio as a program does, reads it to its end, and says what is wrong. */
#include "ioproc_private.h"

#define BUFFER (64 * 1024)

/* Some procedures have files without an end. In milliseconds and bytes. */
#define LONGEST 30000
#define MOST (MAXLONG - BUFFER)

struct reading {
    struct ioproc_report *report;
    HMMIO file;
    LONG count;
    BOOL ended;
    BOOL failed;
};

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

    while (buffer != NULL && read == BUFFER && reading->count <= MOST &&
           timeGetTime() - begin < LONGEST) {
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
        ioproc_refusal_report(report, name, info.wErrorRet);
        return;
    }
    ioproc_report_line(report, L"opened", L"in %lu ms", timeGetTime() - begin);
    read_file(&reading);
    mmioClose(reading.file, 0);
}

void ioproc_reading_report(struct ioproc_report *report, WCHAR *name)
{
    ioproc_report_section(report, L"File");
    if (ioproc_refusal_is_certain(report, name))
        return;
    open_and_read(report, name);
}
