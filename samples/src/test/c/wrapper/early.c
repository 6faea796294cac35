/*
 * A DLL that calls the wrapper where its header forbids it: while this DLL is loaded, and while the
 * process exits. The program that loads it reads the first status. The DLL reports the second
 * itself, because the program has ended by then.
 */
#include <windows.h>
#include <mmsystem.h>

#include <string.h>

#include "zipioproc.h"

static MMRESULT status;

__declspec(dllexport) MMRESULT early_status(void)
{
    return status;
}

/* C's standard output is closed by then. */
static void say(const char *line)
{
    DWORD written;

    WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), line, (DWORD)strlen(line), &written, NULL);
}

/* Windows prescribes the signature. */
/* cppcheck-suppress constParameter */
BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, void *reserved)
{
    (void)module;
    if (reason == DLL_PROCESS_ATTACH)
        status = PreloadZipIoProc();
    if (reason == DLL_PROCESS_DETACH && reserved != NULL)
        say(InstallZipIoProc() == ZIPIOPROC_E_EXITING ? "ok install as the process exits\r\n"
                                                      : "FAILED install as the process exits\r\n");
    return TRUE;
}
