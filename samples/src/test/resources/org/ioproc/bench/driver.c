/*
 * Calls I/O procedures from C as mmio does, and times the calls. Contains the procedures in C that
 * those in Java are compared with.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#ifdef _WIN32
#include <windows.h>
#include <io.h>
#include <mmsystem.h>
#endif

typedef intptr_t (*procedure)(void *lpmmioinfo, unsigned message, intptr_t lParam1,
                              intptr_t lParam2);

struct drive {
    procedure called;
    void *lpmmioinfo;
    unsigned message;
    intptr_t lParam1;
    intptr_t lParam2;
    int32_t *position;
    int64_t rounds;
    intptr_t expected;
    double nanoseconds;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

/* Sets the position, if any, to 0 before the call, so that a read never reaches the end. */
static int is_wrong(const struct drive *drive)
{
    if (drive->position) {
        *drive->position = 0;
    }
    return drive->called(drive->lpmmioinfo, drive->message, drive->lParam1, drive->lParam2) !=
           drive->expected;
}

/* Does not time the first call, which makes the thread known to Java. */
static void *run(void *argument)
{
    struct drive *drive = argument;
    int64_t wrong = is_wrong(drive);
    double start = now();
    for (int64_t i = 0; i < drive->rounds; i++) {
        wrong += is_wrong(drive);
    }
    if (wrong == 0) {
        drive->nanoseconds = (now() - start) / drive->rounds;
    }
    return NULL;
}

/*
 * Returns the time of one call in nanoseconds, or -1 if a call returned an unexpected result. The
 * calls come from this thread, or from a new one that Java has never seen.
 */
double bench_drive(procedure called, void *lpmmioinfo, unsigned message, intptr_t lParam1,
                   intptr_t lParam2, int32_t *position, int64_t rounds, intptr_t expected,
                   int new_thread)
{
    struct drive drive = {called,   lpmmioinfo, message,  lParam1, lParam2,
                          position, rounds,     expected, -1};
    pthread_t thread;
    if (!new_thread) {
        run(&drive);
    } else if (pthread_create(&thread, NULL, run, &drive) == 0) {
        pthread_join(thread, NULL);
    }
    return drive.nanoseconds;
}

static const char *content;
static int file = -1;

#ifdef _WIN32
static intptr_t pread(int descriptor, void *buffer, size_t count, int64_t position)
{
    OVERLAPPED from = {.Offset = (DWORD)position, .OffsetHigh = (DWORD)(position >> 32)};
    DWORD done;

    return ReadFile((HANDLE)_get_osfhandle(descriptor), buffer, (DWORD)count, &done, &from)
               ? (intptr_t)done
               : -1;
}

/* Opens a file with a procedure through winmm. */
void *bench_open(LPMMIOPROC opened)
{
    static char name[] = "benchmark";
    MMIOINFO info = {.pIOProc = opened};

    return mmioOpenA(name, &info, MMIO_READ);
}

int bench_close(void *opened)
{
    return (int)mmioClose(opened, 0);
}

/* Makes winmm send a message to the file. mmioSendMessage refuses mmio's own messages. */
intptr_t bench_send(void *opened, unsigned message, intptr_t lParam1, intptr_t lParam2)
{
    if (message == MMIOM_SEEK) {
        return mmioSeek(opened, (LONG)lParam1, (int)lParam2);
    }
    return mmioSendMessage(opened, message, lParam1, lParam2);
}
#endif

/* Sets the content that the procedures below read. Returns a negative number if that fails. */
int bench_prepare(const char *memory, const char *path)
{
    content = memory;
    file = open(path, O_RDONLY);
    return file;
}

int bench_release(void)
{
    return close(file);
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
