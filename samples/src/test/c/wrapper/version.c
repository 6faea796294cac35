/*
 * An application that uses LoadLibrary and the header's types. The version that the DLL returns
 * must be the one in its file.
 */
#include <windows.h>
#include <mmsystem.h>
#include <wchar.h>

#include "check.h"
#include "zipioproc.h"

#define VERSION L"0.0.0"

static PFN_ZipIoProcVersion version;
static PFN_ZipIoProcJava java;

static HMODULE library;

static BOOL find(void)
{
    library = LoadLibraryA("zipioproc.dll");
    if (library == NULL)
        return FALSE;
    version = (PFN_ZipIoProcVersion)(void (*)(void))GetProcAddress(library, "ZipIoProcVersion");
    java = (PFN_ZipIoProcJava)(void (*)(void))GetProcAddress(library, "ZipIoProcJava");
    return version != NULL && java != NULL;
}

static BOOL is_truncated(void)
{
    WCHAR text[] = L"????????";

    return version(text, 4) == 5 && wcscmp(text, L"0.0") == 0 && text[4] == L'?';
}

/* A program that only shows versions must not keep a file that an installer then cannot replace. */
static BOOL is_freed(void)
{
    return FreeLibrary(library) && GetModuleHandleA("zipioproc.dll") == NULL;
}

static BOOL is_in_file(const WCHAR *name, const WCHAR *expected)
{
    static char block[8192];
    WCHAR path[64];
    void *value;
    UINT length;

    wcscpy(path, L"\\StringFileInfo\\040904B0\\");
    wcscat(path, name);
    return GetFileVersionInfoW(L"zipioproc.dll", 0, sizeof block, block) &&
           VerQueryValueW(block, path, &value, &length) && wcscmp(value, expected) == 0;
}

int main(void)
{
    WCHAR text[16];

    begin();
    report("loaded", find());
    if (failed())
        return end();
    report("the version", version(text, 16) == 5 && wcscmp(text, VERSION) == 0);
    report("the version's length", version(NULL, 0) == 5);
    report("the version, truncated", is_truncated());
    report("no Java was chosen", java(text, 16) == 0 && *text == L'\0');
    report("the file's version", is_in_file(L"ProductVersion", VERSION));
    report("the file's product", is_in_file(L"ProductName", L"zipioproc"));
    report("the DLL is freed", is_freed());
    return end();
}
