/*
 * Constructors that wait: for another thread's first message to another procedure of the DLL, for a
 * message to themselves, and for each other. What each of them does is in the environment, see
 * Rendezvous.java; here is the other thread.
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "pair.h"
#include "tone.h"

static MMRESULT first_status = MMSYSERR_ERROR;

static DWORD WINAPI preload_first(void *parameter)
{
    (void)parameter;
    first_status = PreloadFirstIoProc();
    return 0;
}

static void say_error(void)
{
    WCHAR text[1024];

    FirstIoProcErrorText(text, 1024);
    printf("  %ls\n", text);
}

static BOOL text_has(const WCHAR *part)
{
    WCHAR text[1024];

    FirstIoProcErrorText(text, 1024);
    return wcsstr(text, part) != NULL;
}

static BOOL is_refused(const char *name, LPMMIOPROC procedure)
{
    MMRESULT error;

    return open_file(name, &error, procedure) == NULL && error == MMIOERR_CANNOTOPEN;
}

static void await_file(const char *name)
{
    while (GetFileAttributesA(name) == INVALID_FILE_ATTRIBUTES)
        Sleep(5);
}

static void create_file(const char *name)
{
    CloseHandle(CreateFileA(name, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
}

/* Its constructor has begun on another thread when this returns. */
static HANDLE begin_first(const char *steps)
{
    HANDLE thread;

    SetEnvironmentVariableA("SMOKE_First", steps);
    thread = CreateThread(NULL, 0, preload_first, NULL, 0, NULL);
    await_file("First.begun");
    return thread;
}

static void end_first(HANDLE thread, MMRESULT expected)
{
    create_file("go");
    report("the constructor ends", WaitForSingleObject(thread, 20000) == WAIT_OBJECT_0);
    printf("  status %u\n", first_status);
    report("its status", first_status == expected);
}

static void waits_for_another(void)
{
    HANDLE thread = begin_first("go");

    report("meanwhile, the other procedure is created",
           reads_file("a.two+tone.wav", SecondIoProcCallback));
    report("meanwhile, both are installed",
           InstallFirstIoProc() == 0 && InstallSecondIoProc() == 0);
    report("meanwhile, both are removed", RemoveFirstIoProc() == 0 && RemoveSecondIoProc() == 0);
    report("removing is refused as ever", RemoveFirstIoProc() == PAIR_E_NOT_INSTALLED);
    end_first(thread, 0);
    report("the file is read", reads_file("a.one+tone.wav", FirstIoProcCallback));
}

static void waits_for_itself(void)
{
    HANDLE thread = begin_first("go");

    report("a message to it is refused in time", is_refused("a.one+tone.wav", FirstIoProcCallback));
    say_error();
    report("its text", text_has(L"Another thread has been creating FirstIoProc for "));
    report("so is a preload", PreloadFirstIoProc() == PAIR_E_BUSY);
    report("the other procedure is created", reads_file("a.two+tone.wav", SecondIoProcCallback));
    end_first(thread, 0);
    report("the file is read", reads_file("a.one+tone.wav", FirstIoProcCallback));
}

static void is_awaited_in_time(void)
{
    HANDLE thread = begin_first("go");
    HANDLE another = CreateThread(NULL, 0, preload_first, NULL, 0, NULL);

    Sleep(100);
    end_first(thread, 0);
    report("who waited is served", WaitForSingleObject(another, 20000) == WAIT_OBJECT_0 &&
                                       first_status == 0);
}

static void opens_itself(void)
{
    report("installed", InstallFirstIoProc() == 0);
    SetEnvironmentVariableA("SMOKE_First", "open:a.one+tone.wav");
    report("a constructor that opens its own file",
           PreloadFirstIoProc() == PAIR_E_PROCEDURE);
    say_error();
    report("its text", text_has(L"a.one+tone.wav was refused"));
    SetEnvironmentVariableA("SMOKE_First", NULL);
}

/* The second's constructor, on this thread, comes too late: both would wait for ever. */
static void opens_each_other(void)
{
    HANDLE thread;

    report("installed", InstallFirstIoProc() == 0 && InstallSecondIoProc() == 0);
    SetEnvironmentVariableA("SMOKE_Second", "open:a.one+tone.wav");
    thread = begin_first("Second.begun,open:a.two+tone.wav");
    report("a constructor that opens a file of one that waits for it",
           PreloadSecondIoProc() == PAIR_E_PROCEDURE || first_status == PAIR_E_PROCEDURE);
    say_error();
    report("the other constructor ends", WaitForSingleObject(thread, 20000) == WAIT_OBJECT_0);
}

static DWORD WINAPI hold(void *parameter)
{
    WCHAR name[64];
    HANDLE mutex;

    _snwprintf(name, 64, L"Local\\org.ioproc.vm.%lu.%p", GetCurrentProcessId(),
               EncodePointer(GetProcessHeap()));
    mutex = CreateMutexW(NULL, TRUE, name);
    SetEvent(parameter);
    await_file("go");
    ReleaseMutex(mutex);
    return 0;
}

/* Whoever starts Java is stuck: an agent, or a runtime on a network that does not answer. */
static void start_is_stuck(void)
{
    HANDLE held = CreateEventA(NULL, FALSE, FALSE, NULL);
    HANDLE thread = CreateThread(NULL, 0, hold, held, 0, NULL);

    WaitForSingleObject(held, INFINITE);
    report("a preload is refused in time", PreloadFirstIoProc() == PAIR_E_BUSY);
    say_error();
    report("its text", text_has(L"Another thread has been starting Java for "));
    report("an open is, too", is_refused("a.one+tone.wav", FirstIoProcCallback));
    create_file("go");
    WaitForSingleObject(thread, INFINITE);
    report("the file is read afterwards", reads_file("a.one+tone.wav", FirstIoProcCallback));
}

static const struct scene {
    const char *name;
    void (*run)(void);
} scenes[] = {
    {"waits-for-another", waits_for_another}, {"waits-for-itself", waits_for_itself},
    {"is-awaited", is_awaited_in_time},       {"opens-itself", opens_itself},
    {"opens-each-other", opens_each_other},   {"start-is-stuck", start_is_stuck},
};

int main(int argc, char **argv)
{
    size_t i;

    begin();
    DeleteFileA("go");
    DeleteFileA("First.begun");
    DeleteFileA("Second.begun");
    for (i = 0; argc > 1 && i < sizeof scenes / sizeof *scenes; i++) {
        if (strcmp(scenes[i].name, argv[1]) == 0)
            scenes[i].run();
    }
    return end();
}
