/*
 * The functions that bufferioproc.dll exports; bufferioproc.h says what they do. Generated from
 *   com.example.BufferIoProc
 */
#include "ioproc_host.h"

#include "bufferioproc.h"

const WCHAR ioproc_library[] = L"bufferioproc";

/* com.example.BufferIoProc */

static struct ioproc_procedure procedure_BufferIoProc = {
    .name = L"BufferIoProc",
    .provider = L"com.example.BufferIoProcInstaller$Provider",
    .code = mmioFOURCC('B', 'U', 'F', ' '),
    .exported = BufferIoProc,
};

LRESULT CALLBACK BufferIoProc(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_BufferIoProc, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI BufferIoProcErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallBufferIoProc(void)
{
    return ioproc_install(&procedure_BufferIoProc);
}

MMRESULT WINAPI PreloadBufferIoProc(void)
{
    return ioproc_preload(&procedure_BufferIoProc);
}

MMRESULT WINAPI RemoveBufferIoProc(void)
{
    return ioproc_remove(&procedure_BufferIoProc);
}
