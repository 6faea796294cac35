/*
 * The functions that pathioproc.dll exports; pathioproc.h says what they do. Generated from
 *   com.example.PathIoProc
 */
#include "ioproc_host.h"

#include "pathioproc.h"

const WCHAR ioproc_library[] = L"pathioproc";

/* com.example.PathIoProc */

static struct ioproc_procedure procedure_PathIoProc = {
    .name = L"PathIoProc",
    .provider = L"com.example.PathIoProcInstaller$Provider",
    .code = mmioFOURCC('D', 'I', 'R', ' '),
    .exported = PathIoProc,
};

LRESULT CALLBACK PathIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_PathIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI PathIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallPathIoProc(void)
{
    return ioproc_install(&procedure_PathIoProc);
}

MMRESULT WINAPI PreloadPathIoProc(void)
{
    return ioproc_preload(&procedure_PathIoProc);
}

MMRESULT WINAPI RemovePathIoProc(void)
{
    return ioproc_remove(&procedure_PathIoProc);
}
