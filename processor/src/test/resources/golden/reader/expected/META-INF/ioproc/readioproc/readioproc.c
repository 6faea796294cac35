/*
 * The functions that readioproc.dll exports; readioproc.h says what they do. Generated from
 *   com.example.ReadIoProc
 */
#include "ioproc_host.h"

#include "readioproc.h"

const WCHAR ioproc_library[] = L"readioproc";

/* com.example.ReadIoProc */

static struct ioproc_procedure procedure_ReadIoProc = {
    .name = L"ReadIoProc",
    .provider = L"com.example.ReadIoProcInstaller$Provider",
    .code = mmioFOURCC('R', 'E', 'A', 'D'),
    .exported = ReadIoProc,
};

LRESULT CALLBACK ReadIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_ReadIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI ReadIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallReadIoProc(void)
{
    return ioproc_install(&procedure_ReadIoProc);
}

MMRESULT WINAPI PreloadReadIoProc(void)
{
    return ioproc_preload(&procedure_ReadIoProc);
}

MMRESULT WINAPI RemoveReadIoProc(void)
{
    return ioproc_remove(&procedure_ReadIoProc);
}
