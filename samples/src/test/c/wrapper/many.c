/*
 * An application that installs the 64 procedures of one DLL, P01IoProc to P64IoProc, and opens a
 * file through each.
 */
#include <windows.h>
#include <mmsystem.h>
#include <stdio.h>

#include "check.h"
#include "files.h"

#define PROCEDURES 64

typedef MMRESULT(WINAPI *install_t)(void);

static HMODULE library;

static FARPROC find(const char *format, int number)
{
    char name[32];

    snprintf(name, sizeof name, format, number);
    return GetProcAddress(library, name);
}

static int count_installed(void)
{
    int installed = 0;
    int i;

    for (i = 1; i <= PROCEDURES; i++) {
        install_t install = (install_t)(void *)find("InstallP%02dIoProc", i);

        installed += install != NULL && install() == 0;
    }
    return installed;
}

static int count_read(void)
{
    char name[32];
    int read = 0;
    int i;

    for (i = 1; i <= PROCEDURES; i++) {
        snprintf(name, sizeof name, "music.p%02d+tone.wav", i);
        read += reads_file(name, NULL);
    }
    return read;
}

int main(void)
{
    int installed, read;

    begin();
    library = LoadLibraryA("many.dll");
    report("loaded", library != NULL);
    if (failed())
        return end();
    installed = count_installed();
    report_as(installed == PROCEDURES, "%d procedures are installed", installed);
    read = count_read();
    report_as(read == PROCEDURES, "%d files are read", read);
    report("there is no 65th procedure", find("InstallP%02dIoProc", PROCEDURES + 1) == NULL);
    return end();
}
