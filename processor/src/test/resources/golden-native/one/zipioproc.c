/*
 * The functions that zipioproc.dll exports; zipioproc.h says what they do. Generated from
 *   com.example.ZipIoProc
 */
#include "ioproc_host.h"

#include "zipioproc.h"

const WCHAR ioproc_library[] = L"zipioproc";

/* com.example.ZipIoProc */

static struct ioproc_procedure procedure_ZipIoProc = {
    .name = L"ZipIoProc",
    .provider = L"com.example.ZipIoProcInstaller$Provider",
    .code = mmioFOURCC('Z', 'I', 'P', ' '),
    .exported = ZipIoProc,
};

LRESULT CALLBACK ZipIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_ZipIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI ZipIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallZipIoProc(void)
{
    return ioproc_install(&procedure_ZipIoProc);
}

MMRESULT WINAPI PreloadZipIoProc(void)
{
    return ioproc_preload(&procedure_ZipIoProc);
}

MMRESULT WINAPI RemoveZipIoProc(void)
{
    return ioproc_remove(&procedure_ZipIoProc);
}
