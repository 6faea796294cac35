/*
 * What handlers must not do to the program's threads, and names that the ANSI code page lacks: mmio
 * hands a procedure question marks instead.
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "tone.h"
#include "zipioproc.h"

#define TEXT_LENGTH 1024

/* The text of a failure is how the procedure tells the program something. */
static BOOL tells(const char *what, const WCHAR *part)
{
    WCHAR text[TEXT_LENGTH];
    BOOL told;

    ZipIoProcErrorText(text, TEXT_LENGTH);
    told = wcsstr(text, part) != NULL;
    if (!told)
        printf("  %ls\n", text);
    report(what, told);
    return told;
}

static void leave(void)
{
    MMRESULT error;

    report("a handler interrupts its thread and gives it another priority",
           open_file("music.zip+leave", &error, ZipIoProcCallback) == NULL);
    tells("it did", L"left");
    report("the thread's priority is as it was",
           GetThreadPriority(GetCurrentThread()) == THREAD_PRIORITY_NORMAL);
}

/* Runs on another thread, because a handler never sees its own thread's interrupt. */
static DWORD WINAPI look(void *parameter)
{
    MMRESULT error;

    (void)parameter;
    open_file("music.zip+left", &error, ZipIoProcCallback);
    tells("neither stays on the thread", L"interrupted: false, priority: 5");
    return 0;
}

static void open_wide(const WCHAR *name, const WCHAR *text)
{
    WCHAR copy[MAX_PATH];

    lstrcpynW(copy, name, MAX_PATH);
    report("a wide name is refused", mmioOpenW(copy, NULL, MMIO_READ) == NULL);
    tells("its reason", text);
}

int main(void)
{
    HANDLE thread;

    begin();
    report("install", InstallZipIoProc() == 0);
    leave();
    thread = CreateThread(NULL, 0, look, NULL, 0, NULL);
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
    open_wide(L"\x97f3\x697d.zip+path", L"ANSI code page");
    open_wide(L"music.zip+\x97f3\x697d", L"entry ?? not in music.zip");
    open_wide(L"folder\\..\\music.zip+path", L"\\music.zip");
    return end();
}
