/*
 * The functions that leafioproc.dll exports; leafioproc.h says what they do. Generated from
 *   com.example.LeafIoProc
 */
#include "ioproc_host.h"

#include "leafioproc.h"

const WCHAR ioproc_library[] = L"leafioproc";

/* com.example.LeafIoProc */

static struct ioproc_procedure procedure_LeafIoProc = {
    .name = L"LeafIoProc",
    .provider = L"com.example.LeafIoProcInstaller$Provider",
    .code = mmioFOURCC('L', 'E', 'A', 'F'),
    .exported = LeafIoProc,
};

LRESULT CALLBACK LeafIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_LeafIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI LeafIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallLeafIoProc(void)
{
    return ioproc_install(&procedure_LeafIoProc);
}

MMRESULT WINAPI PreloadLeafIoProc(void)
{
    return ioproc_preload(&procedure_LeafIoProc);
}

MMRESULT WINAPI RemoveLeafIoProc(void)
{
    return ioproc_remove(&procedure_LeafIoProc);
}
