/*
 * Measures the time that the wrapper takes, and the least that any use of Java from C takes. Each
 * process prints one kind of figure, because it can start Java only once.
 *
 *   figures install       microseconds of Install, which looks for Java
 *   figures open          milliseconds of the first mmioOpen
 *   figures create JVM    milliseconds of loading jvm.dll and JNI_CreateJavaVM; the same with one
 *                         class loaded from a jar
 *   figures message       nanoseconds, as medians of rounds that alternate: JNI's
 *                         CallStaticLongMethodA alone; a procedure written by hand in C, which
 *                         does what JNI requires (GetEnv, the call, ExceptionCheck); through the
 *                         DLL, a message without a handler, and a SEEK
 *   figures ways          microseconds, as medians of rounds: mmioSendMessage; mmioRead of 8 KiB
 *                         and of 64 KiB at a file's start; the milliseconds of reading 64 MiB in
 *                         pieces of 8 KiB; microseconds for each read of 8 KiB by 16 threads
 *                         together
 */
#include "figures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "files.h"
#include "tarioproc.h"

double now(void)
{
    LARGE_INTEGER count, frequency;

    QueryPerformanceCounter(&count);
    QueryPerformanceFrequency(&frequency);
    return 1e6 * (double)count.QuadPart / (double)frequency.QuadPart;
}

static int compare(const void *a, const void *b)
{
    double first = *(const double *)a;
    double second = *(const double *)b;

    return (first > second) - (first < second);
}

double median_of(double *times, int count)
{
    qsort(times, (size_t)count, sizeof *times, compare);
    return times[count / 2];
}

static int install(void)
{
    double begin = now();
    MMRESULT status = InstallTarIoProc();

    printf("%.1f\n", now() - begin);
    return status != 0;
}

static int open_first(void)
{
    MMRESULT error;
    double begin;
    HMMIO file;

    if (InstallTarIoProc() != 0)
        return 1;
    begin = now();
    file = open_file("music.tar+tone.wav", &error, NULL);
    printf("%.3f\n", (now() - begin) / 1000);
    return file == NULL || mmioClose(file, 0) != 0;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "install") == 0)
        return install();
    if (argc == 2 && strcmp(argv[1], "open") == 0)
        return open_first();
    if (argc == 3 && strcmp(argv[1], "create") == 0)
        return figure_create(argv[2]);
    if (argc == 2 && strcmp(argv[1], "message") == 0)
        return figure_message();
    if (argc == 2 && strcmp(argv[1], "ways") == 0)
        return figure_ways();
    return 2;
}
