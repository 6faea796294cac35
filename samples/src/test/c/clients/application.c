/* An application: clients.exe CLIENT container+element PLAIN_FILE. */
#include "client.h"

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

static void run(char **argv)
{
    BOOL installs = strcmp(argv[1], "pIOProc") != 0;

    if (installs && !succeeds("InstallZipIoProc", InstallZipIoProc()))
        return;
    if (client_run(argv[1], argv[2], argv[3], ZipIoProcCallback) && installs)
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
