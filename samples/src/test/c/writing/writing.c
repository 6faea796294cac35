/* writing.exe FOLDER: the folder is on a small disk. Prints a line for each kind of writing. */
#include "writing.h"

#include <stdio.h>

#include "dirioproc.h"
#include "failure.h"

static void print_failure(void)
{
    char text[3 * FAILURE_LENGTH];

    read_failure(DirIoProcErrorText, text);
    printf("  %s\n", text);
}

static void check(const char *what, BOOL good)
{
    if (!good)
        print_failure();
    report(what, good);
}

/* Each thread has a most recent failure, which a full disk must change. */
static DWORD WINAPI fill_disk(void *small_disk)
{
    check("full disk without a buffer", fills_disk(small_disk, 0));
    return 0;
}

static void fill_disk_on_thread(char *small_disk)
{
    HANDLE thread = CreateThread(NULL, 0, fill_disk, small_disk, 0, NULL);

    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
}

static void write_all(char *small_disk)
{
    check("RIFF without a buffer", writes_riff(0));
    check("RIFF with a buffer", writes_riff(MMIO_ALLOCBUF));
    check("reads between writes", changes_file());
    check("renames", renames());
    check("deletes", deletes());
    fill_disk_on_thread(small_disk);
    check("full disk with a buffer", fills_disk(small_disk, MMIO_ALLOCBUF));
}

static void print_java(void)
{
    char text[3 * FAILURE_LENGTH];

    read_failure(DirIoProcJava, text);
    printf("  Java: %s\n", text);
}

/* Does not remove the procedure: Wine 8.0 counts files that were deleted as open ones. */
int main(int argc, char **argv)
{
    begin();
    if (argc == 2 && InstallDirIoProc() == 0) {
        write_all(argv[1]);
        print_java();
    } else {
        report("installed, with one argument", FALSE);
    }
    return end();
}
