/*
 * Threads that send the procedure what it must refuse, between what it must do right: their own
 * files hold what they should at all times. First at its address, while it is removed and installed
 * again, then through mmio's functions.
 *
 *   hostile MESSAGES [SEED]
 *
 * A pointer is NULL or leads to memory exactly as long as it says, with an unmapped page after it; a
 * name ends within it. Nothing else can be survived. mmio itself does not survive a NULL buffer, nor
 * that a procedure is removed while it looks for it, so those are left out of the second part.
 */
#include <windows.h>
#include <mmsystem.h>
#define PSAPI_VERSION 2 /* It is in kernel32 then. */
#include <psapi.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "tone.h"
#include "zipioproc.h"

#define THREADS 16
#define FILES 4
#define STALE 32
#define LENGTH (44 + SAMPLES)
#define PAGES 0x10000
#define NAME "music.zip+tone.wav"

struct file {
    MMIOINFO *info; /* the last bytes of its memory; its token is 0 while no file is open */
    HMMIO handle;
    LONG position;
};

struct thread {
    HANDLE handle;
    int number;
    unsigned long long random;
    struct file file[FILES];
    MMIOINFO *forged;
    char *names, *bytes; /* where their memory ends */
    DWORD stale[STALE];
    LONG limit;
    volatile LONG messages;
    LONG wrong;
};

static unsigned char tone[LENGTH];
static struct thread thread[THREADS];

static void make_tone(void)
{
    const DWORD format[] = {16, 0x10001, 8000, 8000, 0x80001};
    const DWORD riff = LENGTH - 8, data = SAMPLES;
    int i;

    memcpy(tone, "RIFF", 4);
    memcpy(tone + 4, &riff, 4);
    memcpy(tone + 8, "WAVEfmt ", 8);
    memcpy(tone + 16, format, sizeof format);
    memcpy(tone + 36, "data", 4);
    memcpy(tone + 40, &data, 4);
    for (i = 0; i < SAMPLES; i++)
        tone[44 + i] = (unsigned char)(i * 7);
}

/* The end of memory that an unmapped page follows. */
static char *guarded(void)
{
    char *memory = VirtualAlloc(NULL, 2 * PAGES, MEM_RESERVE, PAGE_NOACCESS);

    return (char *)VirtualAlloc(memory, PAGES, MEM_COMMIT, PAGE_READWRITE) + PAGES;
}

/* Marsaglia's xorshift, of which the upper half is used. */
static DWORD next(struct thread *t)
{
    t->random ^= t->random << 13;
    t->random ^= t->random >> 7;
    t->random ^= t->random << 17;
    return (DWORD)(t->random >> 32);
}

static LONG below(struct thread *t, DWORD bound)
{
    return (LONG)(next(t) % bound);
}

static void expect(struct thread *t, BOOL right, const char *what, LONG_PTR answer)
{
    if (!right && t->wrong++ < 5)
        printf("  thread %d, message %ld: %s -> %lld\n", t->number, t->messages, what,
               (long long)answer);
}

static LRESULT send_to(struct thread *t, MMIOINFO *info, UINT message, LPARAM lParam1, LPARAM lParam2)
{
    t->messages++;
    return ZipIoProc((LPSTR)info, message, lParam1, lParam2);
}

static char *name(struct thread *t, const char *text)
{
    size_t length = strlen(text) + 1;

    return memcpy(t->names - length, text, length);
}

static LRESULT open_at(struct thread *t, MMIOINFO *info, DWORD flags, const char *text)
{
    memset(info, (int)next(t), sizeof *info);
    info->dwFlags = flags;
    return send_to(t, info, MMIOM_OPEN, (LPARAM)(text == NULL ? NULL : name(t, text)), 0);
}

static void open_well(struct thread *t, struct file *file)
{
    LRESULT opened = open_at(t, file->info, (DWORD)below(t, 5) << 4, NAME);

    expect(t, opened == 0 && file->info->adwInfo[2] != 0 && file->info->lDiskOffset == 0, "open",
           opened);
    file->position = 0;
}

static void close_well(struct thread *t, struct file *file)
{
    DWORD token = file->info->adwInfo[2];
    LRESULT closed = send_to(t, file->info, MMIOM_CLOSE, 0, 0);

    expect(t, closed == 0 && file->info->adwInfo[2] == 0, "close", closed);
    t->stale[below(t, STALE)] = token;
}

static LONG readable(LONG position, LONG count)
{
    LONG left = position < LENGTH ? LENGTH - position : 0;

    return count < left ? count : left;
}

static void expect_tone(struct thread *t, struct file *file, LONG count, LRESULT read)
{
    LONG expected = readable(file->position, count);

    expect(t, read == expected, "read", read);
    if (expected > 0) {
        expect(t, memcmp(t->bytes - count, tone + file->position, (size_t)expected) == 0,
               "the bytes that were read", file->position);
        file->position += expected;
    }
}

static void read_well(struct thread *t, struct file *file)
{
    LONG count = below(t, below(t, 8) == 0 ? 9000 : 80);

    expect_tone(t, file, count, send_to(t, file->info, MMIOM_READ, (LPARAM)(t->bytes - count), count));
}

static void seek_somewhere(struct thread *t, struct file *file)
{
    LONG_PTR offset = below(t, 2) == 0 ? below(t, LENGTH) : (LONG)next(t);
    LONG_PTR target = 0;
    int origin = below(t, 4);
    LRESULT found;

    if (origin < 2)
        target = offset + (origin == 1 ? file->position : 0);
    else if (origin == 2)
        target = LENGTH - (offset < 0 ? -offset : offset);
    if (origin == 3 || target < 0 || target > 0x7FFFFFFF)
        target = -1;
    found = send_to(t, file->info, MMIOM_SEEK, offset, origin);
    expect(t, found == target, "seek", found);
    if (target >= 0)
        file->position = (LONG)target;
}

static void send_badly(struct thread *t, struct file *file)
{
    static const UINT transfers[] = {MMIOM_READ, MMIOM_WRITE, MMIOM_WRITEFLUSH};
    UINT message = transfers[below(t, 3)];
    LPARAM bad = (LPARAM)((ULONG_PTR)0x80000000 << below(t, 33)) | (LPARAM)next(t) << 33;
    LRESULT answer;

    if (bad >= 0 && bad < 0x80000000LL)
        bad = -1;
    answer = send_to(t, file->info, message, (LPARAM)(t->bytes - 80), bad);
    expect(t, answer == -1, "a bad count", answer);
    answer = send_to(t, file->info, message, 0, 1 + below(t, 100));
    expect(t, answer == -1, "no buffer", answer);
    answer = send_to(t, file->info, MMIOM_WRITE, (LPARAM)(t->bytes - 9), 9);
    expect(t, answer == -1, "write, read-only", answer);
    answer = send_to(t, NULL, message, (LPARAM)(t->bytes - 9), 9);
    expect(t, answer == -1, "no MMIOINFO", answer);
    answer = send_to(t, NULL, below(t, 2) == 0 ? MMIOM_OPEN : MMIOM_CLOSE, 0, 0);
    expect(t, answer > 0, "open or close without MMIOINFO", answer);
    answer = send_to(t, NULL, MMIOM_RENAME, 0, 0);
    expect(t, answer > 0, "rename", answer);
    answer = send_to(t, file->info, 7 + below(t, 0x7FFFFFF), next(t), next(t));
    expect(t, answer == 0, "an unknown message", answer);
}

static BOOL is_open(DWORD token)
{
    int i;

    for (i = 0; i < THREADS * FILES; i++)
        if (thread[i / FILES].file[i % FILES].info->adwInfo[2] == token)
            return TRUE;
    return FALSE;
}

static void send_forged(struct thread *t, DWORD token)
{
    LRESULT answer;

    if (token == 0 || is_open(token))
        return;
    t->forged->adwInfo[2] = token;
    t->forged->lDiskOffset = below(t, 100);
    answer = send_to(t, t->forged, below(t, 3), (LPARAM)(t->bytes - 80), below(t, 80));
    expect(t, answer == -1, "a forged token", answer);
    answer = send_to(t, t->forged, MMIOM_CLOSE, 0, 0);
    expect(t, answer > 0, "close, forged", answer);
}

static void open_badly(struct thread *t)
{
    LRESULT answer;

    answer = open_at(t, t->forged, MMIO_READ, "music.zip+absent.wav");
    expect(t, answer == MMIOERR_FILENOTFOUND, "a missing file", answer);
    answer = open_at(t, t->forged, MMIO_WRITE | MMIO_READWRITE, NAME);
    expect(t, answer > 0, "mode 3", answer);
    answer = open_at(t, t->forged, MMIO_READ, NULL);
    expect(t, answer > 0, "no name", answer);
    answer = open_at(t, t->forged, MMIO_EXIST, NAME);
    expect(t, answer == 0 && t->forged->adwInfo[2] == 0, "exist", answer);
    answer = send_to(t, t->forged, MMIOM_CLOSE, 0, 0);
    expect(t, answer == 0, "close after it", answer);
    memset(t->names - PAGES, 'x', PAGES);
    answer = send_to(t, t->forged, MMIOM_OPEN, (LPARAM)(t->names - PAGES), 0);
    expect(t, answer > 0, "a name without end", answer);
}

static void one_message(struct thread *t)
{
    struct file *file = &t->file[below(t, FILES)];
    int what = below(t, 20);

    if (file->info->adwInfo[2] == 0)
        open_well(t, file);
    else if (what < 8)
        read_well(t, file);
    else if (what < 13)
        seek_somewhere(t, file);
    else if (what < 15)
        close_well(t, file);
    else if (what < 16)
        send_badly(t, file);
    else if (what < 17)
        send_forged(t, t->stale[below(t, STALE)]);
    else if (what < 19)
        send_forged(t, file->info->adwInfo[2] ^ (DWORD)1 << below(t, 32));
    else
        open_badly(t);
}

static DWORD WINAPI messages(void *parameter)
{
    struct thread *t = parameter;
    int i;

    while (t->messages < t->limit)
        one_message(t);
    for (i = 0; i < FILES; i++)
        if (t->file[i].info->adwInfo[2] != 0)
            close_well(t, &t->file[i]);
    return 0;
}

/* Wine 8.0 counts a procedure's open files without a lock, so these take turns: with a wrong count
 * mmio never removes the procedure. */
static SRWLOCK turn = SRWLOCK_INIT;

static HMMIO open_alone(LPSTR path, MMIOINFO *info, DWORD flags)
{
    HMMIO handle;

    AcquireSRWLockExclusive(&turn);
    handle = mmioOpenA(path, info, flags);
    ReleaseSRWLockExclusive(&turn);
    return handle;
}

static MMRESULT close_alone(HMMIO handle)
{
    MMRESULT result;

    AcquireSRWLockExclusive(&turn);
    result = mmioClose(handle, 0);
    ReleaseSRWLockExclusive(&turn);
    return result;
}

static void no_file(struct thread *t, HMMIO handle)
{
    MMIOINFO info;

    expect(t, mmioRead(handle, t->bytes - 80, 80) == -1, "mmioRead of no file", 0);
    expect(t, mmioFlush(handle, 0) == MMSYSERR_INVALHANDLE, "mmioFlush of no file", 0);
    expect(t, mmioGetInfo(handle, &info, 0) == MMSYSERR_INVALHANDLE, "mmioGetInfo of no file", 0);
    expect(t, mmioClose(handle, 0) == MMSYSERR_INVALHANDLE, "mmioClose of no file", 0);
    t->messages += 4;
}

static void call_on(struct thread *t, struct file *file)
{
    int what = below(t, 20);
    LONG count = below(t, below(t, 8) == 0 ? 9000 : 80);

    t->messages++;
    if (what < 10) {
        expect_tone(t, file, count, mmioRead(file->handle, t->bytes - count, count));
    } else if (what < 16) {
        file->position = below(t, LENGTH);
        count = mmioSeek(file->handle, file->position, SEEK_SET);
        expect(t, count == file->position, "mmioSeek", count);
    } else if (what < 18) {
        count = (LONG)mmioSendMessage(file->handle, MMIOM_USER + below(t, 1000), 1, 2);
        expect(t, count == 0, "an unknown message", count);
    } else {
        count = close_alone(file->handle);
        expect(t, count == 0, "mmioClose", count);
        file->handle = NULL;
    }
}

static void one_call(struct thread *t)
{
    struct file *file = &t->file[below(t, FILES)];

    if (below(t, 20) == 0)
        no_file(t, (HMMIO)(ULONG_PTR)(below(t, 2) == 0 ? 0 : next(t) | 0x80000000));
    if (file->handle == NULL) {
        memset(file->info, 0, sizeof *file->info);
        file->handle =
            open_alone(name(t, NAME), file->info, below(t, 2) == 0 ? MMIO_READ : MMIO_ALLOCBUF);
        expect(t, file->handle != NULL, "mmioOpen", file->info->wErrorRet);
        file->position = 0;
        t->messages++;
    } else {
        call_on(t, file);
    }
}

static DWORD WINAPI calls(void *parameter)
{
    struct thread *t = parameter;
    int i;

    while (t->messages < t->limit)
        one_call(t);
    for (i = 0; i < FILES; i++) {
        if (t->file[i].handle != NULL)
            expect(t, close_alone(t->file[i].handle) == 0, "mmioClose", 0);
        t->file[i].handle = NULL;
    }
    return 0;
}

static void prepare(unsigned long long seed)
{
    int i, j;

    for (i = 0; i < THREADS; i++) {
        thread[i].number = i;
        thread[i].random = (seed + 1) * 0x9E3779B97F4A7C15ULL + (unsigned long long)i * 0x5851F42DU;
        thread[i].names = guarded();
        thread[i].bytes = guarded();
        thread[i].forged = (MMIOINFO *)(guarded() - sizeof(MMIOINFO));
        for (j = 0; j < FILES; j++)
            thread[i].file[j].info = (MMIOINFO *)(guarded() - sizeof(MMIOINFO));
    }
}

static LONG sent(void)
{
    LONG sum = 0;
    int i;

    for (i = 0; i < THREADS; i++)
        sum += thread[i].messages;
    return sum;
}

static BOOL are_running(void)
{
    int i;

    for (i = 0; i < THREADS; i++)
        if (WaitForSingleObject(thread[i].handle, 0) == WAIT_TIMEOUT)
            return TRUE;
    return FALSE;
}

static void install_again(void)
{
    Sleep(5);
    if (RemoveZipIoProc() != 0 || InstallZipIoProc() != 0)
        report("removed and installed again", FALSE);
}

static LONG run(LPTHREAD_START_ROUTINE program, LONG count, BOOL alone)
{
    LONG wrong = 0;
    int i;

    for (i = 0; i < THREADS; i++) {
        thread[i].limit = thread[i].messages + count / THREADS;
        thread[i].handle = CreateThread(NULL, 0, program, &thread[i], 0, NULL);
    }
    while (alone && are_running())
        install_again();
    for (i = 0; i < THREADS; i++) {
        WaitForSingleObject(thread[i].handle, INFINITE);
        CloseHandle(thread[i].handle);
        wrong += thread[i].wrong;
    }
    return wrong;
}

static LONG kibibytes(void)
{
    PROCESS_MEMORY_COUNTERS memory;

    return GetProcessMemoryInfo(GetCurrentProcess(), &memory, sizeof memory)
               ? (LONG)(memory.WorkingSetSize / 1024)
               : 0;
}

static void part(const char *what, LPTHREAD_START_ROUTINE program, LONG count, BOOL alone)
{
    char line[160];
    LONG before, wrong, begun = sent();

    run(program, count / 5, alone); /* From here on memory should not grow. */
    before = kibibytes();
    wrong = run(program, count - count / 5, alone);
    snprintf(line, sizeof line, "%s: %ld messages, %d threads, %ld wrong answers, memory %+ld KiB",
             what, sent() - begun, THREADS, wrong, kibibytes() - before);
    report(line, wrong == 0);
}

int main(int argc, char **argv)
{
    LONG count = argc > 1 ? strtol(argv[1], NULL, 10) : 20000;

    begin();
    make_tone();
    prepare(argc > 2 ? strtoull(argv[2], NULL, 10) : GetTickCount64());
    report("installed", InstallZipIoProc() == 0);
    part("to its address", messages, count, TRUE);
    part("through mmio", calls, count, FALSE);
    report("removed", RemoveZipIoProc() == 0);
    return end();
}
