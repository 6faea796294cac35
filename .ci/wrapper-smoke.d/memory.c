/*
 * A program that has little address space left. The shell limits what it may have; this takes all
 * of it but MB, and uses the DLL: Java starts, or Preload returns a status. What it must not do is
 * end the process.
 *
 *   memory MB
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "tone.h"
#include "zipioproc.h"

#define PIECE (1 << 20)
#define PIECES 8192

static void *piece[PIECES];

/* Returns how many megabytes there were. */
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

int main(int argc, char **argv)
{
    int left = argc > 1 ? atoi(argv[1]) : 0;
    char line[96];
    MMRESULT status;
    int count;

    begin();
    report("install", InstallZipIoProc() == 0);
    count = take_all();
    report("the address space is limited", count < PIECES);
    give_back(count, left);
    status = PreloadZipIoProc();
    snprintf(line, sizeof line, "%d MB left: preload %u", left, status);
    report(line, status == 0 || status == ZIPIOPROC_E_HEAP);
    if (status == 0)
        report("read", reads_file("music.zip+tone.wav", NULL));
    return end();
}
