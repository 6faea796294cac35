/*
 * The functions that plain.dll exports; plain.h says what they do. Generated from
 *   Plain
 */
#include "ioproc_host.h"

#include "plain.h"

const WCHAR ioproc_library[] = L"plain";

/* Plain */

static struct ioproc_procedure procedure_Plain = {
    .name = L"Plain",
    .provider = L"PlainInstaller$Provider",
    .code = mmioFOURCC('P', ' ', ' ', ' '),
    .exported = Plain,
};

LRESULT CALLBACK Plain(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_Plain, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI PlainErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallPlain(void)
{
    return ioproc_install(&procedure_Plain);
}

MMRESULT WINAPI PreloadPlain(void)
{
    return ioproc_preload(&procedure_Plain);
}

MMRESULT WINAPI RemovePlain(void)
{
    return ioproc_remove(&procedure_Plain);
}
