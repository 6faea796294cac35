/*
 * The functions that media.dll exports; media.h says what they do. Generated from
 *   com.example.FirstIoProc
 *   com.example.SecondIoProc
 */
#include "ioproc_host.h"

#include "media.h"

const WCHAR ioproc_library[] = L"media";

/* com.example.FirstIoProc */

static struct ioproc_procedure procedure_FirstIoProc = {
    .name = L"FirstIoProc",
    .provider = L"com.example.FirstIoProcInstaller$Provider",
    .code = mmioFOURCC('O', 'N', 'E', ' '),
    .exported = FirstIoProc,
};

LRESULT CALLBACK FirstIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_FirstIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI FirstIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallFirstIoProc(void)
{
    return ioproc_install(&procedure_FirstIoProc);
}

MMRESULT WINAPI PreloadFirstIoProc(void)
{
    return ioproc_preload(&procedure_FirstIoProc);
}

MMRESULT WINAPI RemoveFirstIoProc(void)
{
    return ioproc_remove(&procedure_FirstIoProc);
}

/* com.example.SecondIoProc */

static struct ioproc_procedure procedure_SecondIoProc = {
    .name = L"SecondIoProc",
    .provider = L"com.example.SecondIoProcInstaller$Provider",
    .code = mmioFOURCC('T', 'W', 'O', ' '),
    .exported = SecondIoProc,
};

LRESULT CALLBACK SecondIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_SecondIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI SecondIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallSecondIoProc(void)
{
    return ioproc_install(&procedure_SecondIoProc);
}

MMRESULT WINAPI PreloadSecondIoProc(void)
{
    return ioproc_preload(&procedure_SecondIoProc);
}

MMRESULT WINAPI RemoveSecondIoProc(void)
{
    return ioproc_remove(&procedure_SecondIoProc);
}
