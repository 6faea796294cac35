/*
 * Two wrapper DLLs whose VMs are started by two threads at the same moment: one of them makes the
 * VM, the other one waits until it is whole. Says nothing unless that failed.
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>

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

int main(void)
{
    struct side sides[] = {{PreloadZipIoProc, ZipIoProc, "music.zip+tone.wav", 1, FALSE},
                           {PreloadTarIoProc, TarIoProc, "music.tar+tone.wav", 1, FALSE}};
    HANDLE thread = CreateThread(NULL, 0, go, &sides[0], 0, NULL);
    int i;

    go(&sides[1]);
    WaitForSingleObject(thread, INFINITE);
    for (i = 0; i < 2; i++)
        if (sides[i].status != 0 || !sides[i].reads)
            printf("  %s: status %u, %s\n", sides[i].name, sides[i].status,
                   sides[i].reads ? "read" : "not read");
    return sides[0].status != 0 || !sides[0].reads || sides[1].status != 0 || !sides[1].reads;
}
