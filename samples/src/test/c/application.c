/* An application: clients.exe CLIENT container+element PLAIN_FILE. */
#include "client.h"

#include <stdio.h>
#include <string.h>

#include "zipioproc.h"

static int tell(const char *what, MMRESULT status)
{
    WCHAR text[1024];

    ZipIoProcErrorText(text, 1024);
    printf("FAILED, %s: %u %ls\n", what, status, text);
    return 1;
}

int main(int argc, char **argv)
{
    BOOL installs = argc == 4 && strcmp(argv[1], "pIOProc") != 0;
    MMRESULT status = installs ? InstallZipIoProc() : 0;

    if (argc != 4 || status != 0)
        return tell("InstallZipIoProc", status);
    if (client_run(argv[1], argv[2], argv[3], ZipIoProcCallback) != 0)
        return 1;
    status = installs ? RemoveZipIoProc() : 0;
    return status == 0 ? 0 : tell("RemoveZipIoProc", status);
}
