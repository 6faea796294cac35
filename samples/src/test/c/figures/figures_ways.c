/* What a program sees of the two ways to run Java: inside the process, and beside it. */
#include "figures.h"

#include <stdio.h>

#include "files.h"
#include "tarioproc.h"

#define ROUNDS 51
#define ROUND 20000.0 /* in microseconds, because a message takes 0.1 of them or some hundreds */
#define BATCH 32
#define THREADS 16
#define READS 500 /* of each thread */
#define READINGS 5
#define SMALL (8 * 1024)
#define LARGE (64 * 1024)

static char buffer[LARGE];

static HMMIO open_large(void)
{
    MMIOINFO info = {0};

    return open_named("music.tar+large.wav", &info, MMIO_READ);
}

static void send_message(HMMIO file)
{
    mmioSendMessage(file, MMIOM_USER, 0, 0);
}

/* Reads at the start, where nothing is read ahead. A seek needs no message to Java. */
static BOOL read_start(HMMIO file, char *to, LONG count)
{
    return mmioSeek(file, 0, SEEK_SET) == 0 && mmioRead(file, to, count) == count;
}

static void read_small(HMMIO file)
{
    read_start(file, buffer, SMALL);
}

static void read_large(HMMIO file)
{
    read_start(file, buffer, LARGE);
}

static double one_round(void (*call)(HMMIO), HMMIO file)
{
    double begin = now();
    double taken;
    int calls = 0;

    do {
        int i;

        for (i = 0; i < BATCH; i++)
            call(file);
        calls += BATCH;
        taken = now() - begin;
    } while (taken < ROUND);
    return taken / calls;
}

static double time_of(void (*call)(HMMIO), HMMIO file)
{
    double times[ROUNDS];
    int i;

    for (i = 0; i < ROUNDS; i++)
        times[i] = one_round(call, file);
    return median_of(times, ROUNDS);
}

static double read_all(HMMIO file)
{
    double times[READINGS];
    int i;

    for (i = 0; i < READINGS; i++) {
        double begin = now();

        mmioSeek(file, 0, SEEK_SET);
        while (mmioRead(file, buffer, SMALL) == SMALL)
            ;
        times[i] = (now() - begin) / 1000;
    }
    return median_of(times, READINGS);
}

static DWORD WINAPI read_often(void *unused)
{
    char own[SMALL];
    HMMIO file = open_large();
    BOOL good = file != NULL;
    int i;

    (void)unused;
    for (i = 0; good && i < READS; i++)
        good = read_start(file, own, SMALL);
    return good && mmioClose(file, 0) == 0;
}

/* Returns the time for each read of all threads together, or 0 if one failed. */
static double read_together(void)
{
    HANDLE threads[THREADS];
    double begin = now();
    BOOL good = TRUE;
    DWORD result;
    int i;

    for (i = 0; i < THREADS; i++)
        threads[i] = CreateThread(NULL, 0, read_often, NULL, 0, NULL);
    WaitForMultipleObjects(THREADS, threads, TRUE, INFINITE);
    for (i = 0; i < THREADS; i++) {
        good = GetExitCodeThread(threads[i], &result) && result == 1 && good;
        CloseHandle(threads[i]);
    }
    return good ? (now() - begin) / (THREADS * READS) : 0;
}

static double read_together_often(void)
{
    double times[READINGS];
    int i;

    for (i = 0; i < READINGS; i++)
        times[i] = read_together();
    return median_of(times, READINGS);
}

int figure_ways(void)
{
    HMMIO file = InstallTarIoProc() == 0 ? open_large() : NULL;
    double message, small, large, all, together;

    if (file == NULL || !read_start(file, buffer, LARGE))
        return 1;
    time_of(read_small, file); /* meanwhile Java compiles */
    message = time_of(send_message, file);
    small = time_of(read_small, file);
    large = time_of(read_large, file);
    all = read_all(file);
    together = read_together_often();
    printf("%.3f %.3f %.3f %.1f %.3f\n", message, small, large, all, together);
    return together == 0 || mmioClose(file, 0) != 0;
}
