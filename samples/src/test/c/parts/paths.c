/* Tests paths in the form that Java knows. The program contains the DLL's source. */
#include "ioproc_private.h"

#include <wchar.h>

#include "check.h"

static const struct row {
    const WCHAR *path;
    const WCHAR *stripped;
} rows[] = {
    {L"C:\\folder\\x.dll", L"C:\\folder\\x.dll"},
    {L"\\\\server\\share\\x.dll", L"\\\\server\\share\\x.dll"},
    {L"\\\\?\\C:\\folder\\x.dll", L"C:\\folder\\x.dll"},
    {L"\\\\.\\C:\\folder\\x.dll", L"C:\\folder\\x.dll"},
    {L"\\\\?\\UNC\\server\\share\\x.dll", L"\\\\server\\share\\x.dll"},
    {L"\\\\?\\unc\\server\\share\\x.dll", L"\\\\server\\share\\x.dll"},
    {L"\\\\.\\UNC\\server\\share\\x.dll", L"\\\\server\\share\\x.dll"},
    {L"\\\\?\\UNCLE\\x.dll", L"\\\\?\\UNCLE\\x.dll"},
    {L"\\\\?\\Volume{0}\\x.dll", L"\\\\?\\Volume{0}\\x.dll"},
    {L"\\\\?\\C", L"\\\\?\\C"},
    {L"\\\\?\\C:", L"\\\\?\\C:"},
    {L"\\\\?\\", L"\\\\?\\"},
    {L"", L""},
};

int main(void)
{
    size_t i;

    begin();
    for (i = 0; i < sizeof rows / sizeof *rows; i++) {
        WCHAR path[64];

        wcscpy(path, rows[i].path);
        ioproc_strip_prefix(path);
        report_as(wcscmp(path, rows[i].stripped) == 0, "%ls is %ls", rows[i].path, path);
    }
    return end();
}
