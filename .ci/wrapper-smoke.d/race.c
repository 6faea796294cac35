/*
 * Two wrapper DLLs whose VMs are started by two threads at the same moment: one of them makes the
 * VM, the other one waits until it is whole.
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>

#include "check.h"
#include "tarioproc.h"
#include "tone.h"
#include "zipioproc.h"

struct side {
    MMRESULT(WINAPI *preload)(void);
    LPMMIOPROC procedure;
    const char *name;
    MMRESULT status;
    BOOL reads;
};

static volatile LONG waiting = 2;

/* What pIOProc brings along, Wine 8.0 adds to its list without a lock, so the threads read in turns. */
static SRWLOCK turn = SRWLOCK_INIT;

/* Waits without giving its processor away, so that both go at once. */
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
    return 0;
}

static void tell(const struct side *side)
{
    char text[80];

    snprintf(text, sizeof text, "%s is read: status %u", side->name, side->status);
    report(text, side->status == 0 && side->reads);
}

int main(void)
{
    struct side sides[] = {{PreloadZipIoProc, ZipIoProc, "music.zip+tone.wav", 1, FALSE},
                           {PreloadTarIoProc, TarIoProc, "music.tar+tone.wav", 1, FALSE}};
    HANDLE thread;

    begin();
    thread = CreateThread(NULL, 0, go, &sides[0], 0, NULL);
    go(&sides[1]);
    WaitForSingleObject(thread, INFINITE);
    tell(&sides[0]);
    tell(&sides[1]);
    return end();
}
