/* Calls of mmio's functions, on open files and on invalid handles. */
#include "hostile.h"

#include <string.h>

/*
 * Wine 8.0 counts a procedure's open files without a lock, so these calls take turns. With a wrong
 * count, mmio would never remove the procedure.
 */
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

DWORD WINAPI calls(void *parameter)
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
