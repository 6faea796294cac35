/* Keeps the procedure busy: many threads, many messages, a full heap. */
#include "client.h"

#include <stdio.h>
#include <wchar.h>

#include "threads.h"

/* Opens by name, because Wine 8.0 may corrupt its list when threads open with pIOProc. */
static DWORD WINAPI read_files(void *parameter)
{
    int i;

    (void)parameter;
    for (i = 0; i < 200; i++) {
        if (!reads_file(TONE, NULL))
            return FALSE;
    }
    return TRUE;
}

void many_threads(const char *value)
{
    (void)value;
    report("64 threads read 200 files each", run_threads(64, read_files, NULL));
}

void threads(const char *value)
{
    MMRESULT error;

    many_threads(value);
    open_file("music.zip+threads", &error, ZipIoProcCallback);
    text_is("1 attached");
}

/*
 * Returns how many bytes Java has allocated on this thread. The call itself always allocates the
 * same number.
 */
static long long allocated(void)
{
    WCHAR text[FAILURE_LENGTH];
    MMRESULT error;

    open_file("music.zip+allocated", &error, ZipIoProcCallback);
    ZipIoProcErrorText(text, FAILURE_LENGTH);
    return _wtoi64(text);
}

static BOOL seek_and_read(HMMIO file, int times)
{
    char bytes[64];
    BOOL good = TRUE;
    int i;

    for (i = 0; i < times; i++)
        good = good && mmioSeek(file, i % 100, SEEK_SET) == i % 100 &&
               mmioRead(file, bytes, sizeof bytes) == sizeof bytes;
    return good;
}

/* Without mmio's buffer each call is a message. */
void steady(const char *value)
{
    MMRESULT error;
    HMMIO file = open_file(TONE, &error, ZipIoProcCallback);
    BOOL good = mmioSetBuffer(file, NULL, 0, 0) == 0 && seek_and_read(file, 20000);
    long long first, second, last;

    (void)value;
    allocated();
    first = allocated();
    second = allocated();
    good = good && seek_and_read(file, 100000);
    last = allocated();
    printf("  one count: %lld bytes; one count and 200000 messages: %lld bytes\n", second - first,
           last - second);
    report("messages allocate nothing", good && first > 0 && last - second < second - first + 4096);
    mmioClose(file, 0);
}

/* When this returns, Java's heap has been collected twice, and threads continue to fill it. */
void garbage(const char *value)
{
    MMRESULT error;

    (void)value;
    report("Java collects garbage",
           open_file("music.zip+garbage", &error, ZipIoProcCallback) == NULL && error != 0);
    text_is("collected");
}

static DWORD WINAPI exit_now(void *parameter)
{
    (void)parameter;
    ExitProcess((UINT)end());
}

void exit_elsewhere(const char *value)
{
    (void)value;
    run_thread(exit_now, NULL);
}
