/*
 * The functions that outer_inner.dll exports; outer_inner.h says what they do. Generated from
 *   com.example.Outer.Inner
 */
#include "ioproc_host.h"

#include "outer_inner.h"

const WCHAR ioproc_library[] = L"outer_inner";

/* com.example.Outer.Inner */

static struct ioproc_procedure procedure_Outer_Inner = {
    .name = L"Outer_Inner",
    .provider = L"com.example.Outer_InnerInstaller$Provider",
    .code = mmioFOURCC('N', 'E', 'S', 'T'),
    .exported = Outer_Inner,
};

LRESULT CALLBACK Outer_Inner(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    return ioproc_message(&procedure_Outer_Inner, lpmmioinfo, uMsg, lParam1, lParam2);
}

int WINAPI Outer_InnerErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

MMRESULT WINAPI InstallOuter_Inner(void)
{
    return ioproc_install(&procedure_Outer_Inner);
}

MMRESULT WINAPI PreloadOuter_Inner(void)
{
    return ioproc_preload(&procedure_Outer_Inner);
}

MMRESULT WINAPI RemoveOuter_Inner(void)
{
    return ioproc_remove(&procedure_Outer_Inner);
}
