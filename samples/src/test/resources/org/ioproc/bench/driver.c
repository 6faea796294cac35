/*
 * Calls I/O procedures from C as mmio does, and times the calls; and the procedures in C that those
 * in Java are compared with.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

typedef intptr_t (*procedure)(void *lpmmioinfo, unsigned message, intptr_t lParam1, intptr_t lParam2);

struct drive {
    procedure called;
    void *lpmmioinfo;
    unsigned message;
    intptr_t lParam1;
    intptr_t lParam2;
    int32_t *position;
    long rounds;
    double nanoseconds;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

/* A position that is given is set to 0 before each call, so that a read never meets the end. */
static void *run(void *argument)
{
    struct drive *drive = argument;
    volatile intptr_t result = 0;
    double start = now();
    for (long i = 0; i < drive->rounds; i++) {
        if (drive->position) {
            *drive->position = 0;
        }
        result += drive->called(drive->lpmmioinfo, drive->message, drive->lParam1, drive->lParam2);
    }
    drive->nanoseconds = (now() - start) / drive->rounds;
    return NULL;
}

/* The time of one call in nanoseconds, on this thread or on one that Java has never seen. */
double bench_drive(procedure called, void *lpmmioinfo, unsigned message, intptr_t lParam1,
                   intptr_t lParam2, int32_t *position, long rounds, int own_thread)
{
    struct drive drive = {called, lpmmioinfo, message, lParam1, lParam2, position, rounds, -1};
    pthread_t thread;
    if (!own_thread) {
        run(&drive);
    } else if (pthread_create(&thread, NULL, run, &drive) == 0) {
        pthread_join(thread, NULL);
    }
    return drive.nanoseconds;
}

static const char *content;
static int file = -1;

/* What the procedures below read. */
int bench_prepare(const char *memory, const char *path)
{
    content = memory;
    file = open(path, O_RDONLY);
    return file;
}

intptr_t bench_empty(void *lpmmioinfo, unsigned message, intptr_t lParam1, intptr_t lParam2)
{
    (void)lpmmioinfo;
    (void)message;
    (void)lParam1;
    (void)lParam2;
    return 0;
}

intptr_t bench_memcpy(void *lpmmioinfo, unsigned message, intptr_t lParam1, intptr_t lParam2)
{
    (void)lpmmioinfo;
    (void)message;
    memcpy((void *)lParam1, content, (size_t)lParam2);
    return lParam2;
}

intptr_t bench_pread(void *lpmmioinfo, unsigned message, intptr_t lParam1, intptr_t lParam2)
{
    (void)lpmmioinfo;
    (void)message;
    return pread(file, (void *)lParam1, (size_t)lParam2, 0);
}
