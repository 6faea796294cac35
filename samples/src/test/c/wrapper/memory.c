/*
 * A program with little address space. The shell limits the space. The program takes all but MB
 * megabytes of it and then calls the DLL. Either Java must start or Preload must return a status;
 * the process must not end.
 *
 *   memory MB
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdlib.h>

#include "check.h"
#include "files.h"
#include "zipioproc.h"

#define PIECE (1 << 20)
#define PIECES 8192

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

int main(int argc, char **argv)
{
    int left = argc > 1 ? atoi(argv[1]) : 0;
    MMRESULT status;
    int count;

    begin();
    report("install", InstallZipIoProc() == 0);
    count = take_all();
    report("the address space is limited", count < PIECES);
    give_back(count, left);
    status = PreloadZipIoProc();
    report_as(status == 0 || status == ZIPIOPROC_E_HEAP, "%d MB left: preload %u", left, status);
    if (status == 0)
        report("read", reads_file("music.zip+tone.wav", NULL));
    return end();
}
