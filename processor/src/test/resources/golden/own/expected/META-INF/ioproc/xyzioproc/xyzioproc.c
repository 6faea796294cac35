/*
 * The functions that xyzioproc.dll exports; xyzioproc.h says what they do. Generated from
 *   com.example.XyzIoProc
 */
#include "ioproc_host.h"

#include "xyzioproc.h"

const WCHAR ioproc_library[] = L"xyzioproc";

/* com.example.XyzIoProc */

static struct ioproc_procedure procedure_XyzIoProc = {
    .name = L"XyzIoProc",
    .provider = L"com.example.XyzIoProcInstaller$Provider",
    .code = mmioFOURCC('X', 'Y', 'Z', ' '),
    .exported = XyzIoProc,
};

LRESULT CALLBACK XyzIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_XyzIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI XyzIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallXyzIoProc(void)
{
    return ioproc_install(&procedure_XyzIoProc);
}

MMRESULT WINAPI PreloadXyzIoProc(void)
{
    return ioproc_preload(&procedure_XyzIoProc);
}

MMRESULT WINAPI RemoveXyzIoProc(void)
{
    return ioproc_remove(&procedure_XyzIoProc);
}
