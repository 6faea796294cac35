/*
 * A program with little address space. The shell limits the space. The program takes all but MB
 * megabytes of it and then calls the DLL. Either Java must start or Preload must return a status;
 * the process must not end. With a reason (* stands for any characters), Java must start beside the
 * process, for this reason.
 *
 *   memory MB [REASON]
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdlib.h>

#include "check.h"
#include "failure.h"
#include "files.h"
#include "java.h"
#include "zipioproc.h"

#define PIECE (1 << 20)
#define PIECES 8192
#define TONE "music.zip+tone.wav"

static void *piece[PIECES];

/* Returns how many megabytes it took. */
static int take_all(void)
{
    int count = 0;

    while (count < PIECES) {
        piece[count] = VirtualAlloc(NULL, PIECE, MEM_RESERVE, PAGE_READWRITE);
        if (piece[count] == NULL)
            break;
        count++;
    }
    return count;
}

static void give_back(int count, int megabytes)
{
    for (; count > 0 && megabytes > 0; megabytes--)
        VirtualFree(piece[--count], 0, MEM_RELEASE);
}

/* jvm.dll may be in the process, because it is loaded before the VM's memory is reserved. */
static void runs_beside(const char *reason)
{
    char pattern[256] = "*, beside this process: ";

    lstrcatA(pattern, reason);
    report("no VM is in the process", java_vm() == NULL);
    report_failure("which Java runs, and why there", ZipIoProcJava, pattern);
    report("the same file again", reads_file(TONE, NULL));
}

int main(int argc, char **argv)
{
    int left = argc > 1 ? atoi(argv[1]) : 0;
    const char *reason = argc > 2 ? argv[2] : NULL;
    MMRESULT status;
    int count;

    begin();
    report("install", InstallZipIoProc() == 0);
    count = take_all();
    report("the address space is limited", count < PIECES);
    give_back(count, left);
    status = PreloadZipIoProc();
    report_as(status == 0 || (status == ZIPIOPROC_E_HEAP && reason == NULL),
              "%d MB left: preload %u", left, status);
    if (status == 0)
        report("read", reads_file(TONE, NULL));
    if (reason != NULL)
        runs_beside(reason);
    return end();
}
