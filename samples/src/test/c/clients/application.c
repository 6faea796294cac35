/* An application: clients.exe CLIENT container+element PLAIN_FILE. */
#include "client.h"

#include <stdio.h>
#include <string.h>

#include "failure.h"
#include "zipioproc.h"

static BOOL succeeds(const char *what, MMRESULT status)
{
    char text[3 * FAILURE_LENGTH];

    if (status == 0)
        return TRUE;
    read_failure(ZipIoProcErrorText, text);
    report_as(FALSE, "%s: %u %s", what, status, text);
    return FALSE;
}

static void print_java(void)
{
    char text[3 * FAILURE_LENGTH];

    read_failure(ZipIoProcJava, text);
    printf("  Java: %s\n", text);
}

static void run(char **argv)
{
    BOOL installs = strcmp(argv[1], "pIOProc") != 0;
    BOOL good;

    if (installs && !succeeds("InstallZipIoProc", InstallZipIoProc()))
        return;
    good = client_run(argv[1], argv[2], argv[3], ZipIoProcCallback);
    print_java();
    if (good && installs)
        succeeds("RemoveZipIoProc", RemoveZipIoProc());
}

int main(int argc, char **argv)
{
    begin();
    if (argc == 4)
        run(argv);
    else
        report("three arguments", FALSE);
    return end();
}
