/*
 * Two wrapper DLLs start Java on two threads at the same moment. One of them must create the VM,
 * and the other must wait until it is complete.
 */
#include <windows.h>
#include <mmsystem.h>

#include "check.h"
#include "files.h"
#include "tarioproc.h"
#include "threads.h"
#include "zipioproc.h"

struct side {
    MMRESULT(WINAPI *preload)(void);
    LPMMIOPROC procedure;
    const char *name;
    MMRESULT status;
    BOOL reads;
};

static volatile LONG waiting = 2;

/* Wine 8.0 adds a pIOProc to its list without a lock, so the threads read in turns. */
static SRWLOCK turn = SRWLOCK_INIT;

/* Spins, so that both sides start at once. */
static DWORD WINAPI go(void *parameter)
{
    struct side *side = parameter;

    InterlockedDecrement(&waiting);
    while (waiting > 0)
        YieldProcessor();
    side->status = side->preload();
    AcquireSRWLockExclusive(&turn);
    side->reads = reads_file(side->name, side->procedure);
    ReleaseSRWLockExclusive(&turn);
    return TRUE;
}

static void report_side(const struct side *side)
{
    report_as(side->status == 0 && side->reads, "%s is read: status %u", side->name, side->status);
}

int main(void)
{
    struct side sides[] = {{PreloadZipIoProc, ZipIoProcCallback, "music.zip+tone.wav", 1, FALSE},
                           {PreloadTarIoProc, TarIoProcCallback, "music.tar+tone.wav", 1, FALSE}};
    HANDLE thread;

    begin();
    thread = start_thread(go, &sides[0]);
    go(&sides[1]);
    end_thread(thread);
    report_side(&sides[0]);
    report_side(&sides[1]);
    return end();
}
