/*
 * The functions that my_audio.dll exports; my_audio.h says what they do. Generated from
 *   com.example.Outer.QuotesIoProc
 *   com.example.ZipIoProc
 */
#include "ioproc_host.h"

#include "my_audio.h"

const WCHAR ioproc_library[] = L"my_audio";

/* com.example.Outer.QuotesIoProc */

static struct ioproc_procedure procedure_Outer_QuotesIoProc = {
    .name = L"Outer_QuotesIoProc",
    .provider = L"com.example.Outer_QuotesIoProcInstaller$Provider",
    .code = mmioFOURCC('\'', '\\', '"', '%'),
    .exported = Outer_QuotesIoProc,
};

LRESULT CALLBACK Outer_QuotesIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_Outer_QuotesIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI Outer_QuotesIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallOuter_QuotesIoProc(void)
{
    return ioproc_install(&procedure_Outer_QuotesIoProc);
}

MMRESULT WINAPI PreloadOuter_QuotesIoProc(void)
{
    return ioproc_preload(&procedure_Outer_QuotesIoProc);
}

MMRESULT WINAPI RemoveOuter_QuotesIoProc(void)
{
    return ioproc_remove(&procedure_Outer_QuotesIoProc);
}

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
