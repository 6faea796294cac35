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

/* Waits without giving its processor away, so that both go at once. */
static DWORD WINAPI go(void *parameter)
{
    struct side *side = parameter;

    InterlockedDecrement(&waiting);
    while (waiting > 0)
        YieldProcessor();
    side->status = side->preload();
    side->reads = reads_file(side->name, side->procedure);
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
    struct side sides[] = {{PreloadZipIoProc, ZipIoProcCallback, "music.zip+tone.wav", 1, FALSE},
                           {PreloadTarIoProc, TarIoProcCallback, "music.tar+tone.wav", 1, FALSE}};
    HANDLE thread;

    begin();
    thread = CreateThread(NULL, 0, go, &sides[0], 0, NULL);
    go(&sides[1]);
    WaitForSingleObject(thread, INFINITE);
    tell(&sides[0]);
    tell(&sides[1]);
    return end();
}
