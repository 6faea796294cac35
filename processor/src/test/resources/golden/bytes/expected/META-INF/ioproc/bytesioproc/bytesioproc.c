/*
 * The functions that bytesioproc.dll exports; bytesioproc.h says what they do. Generated from
 *   com.example.BytesIoProc
 */
#include "ioproc_host.h"

#include "bytesioproc.h"

const WCHAR ioproc_library[] = L"bytesioproc";

/* com.example.BytesIoProc */

static struct ioproc_procedure procedure_BytesIoProc = {
    .name = L"BytesIoProc",
    .provider = L"com.example.BytesIoProcInstaller$Provider",
    .code = mmioFOURCC('B', 'Y', 'T', ' '),
    .exported = BytesIoProc,
};

LRESULT CALLBACK BytesIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_BytesIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI BytesIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallBytesIoProc(void)
{
    return ioproc_install(&procedure_BytesIoProc);
}

MMRESULT WINAPI PreloadBytesIoProc(void)
{
    return ioproc_preload(&procedure_BytesIoProc);
}

MMRESULT WINAPI RemoveBytesIoProc(void)
{
    return ioproc_remove(&procedure_BytesIoProc);
}
