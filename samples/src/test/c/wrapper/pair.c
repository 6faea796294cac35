/*
 * Constructors that wait: for another thread's first message to another procedure of the DLL, for a
 * message to themselves, and for each other. An environment variable tells each of them what to do
 * (see Rendezvous.java). This program is the other thread.
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>

#include "check.h"
#include "failure.h"
#include "files.h"
#include "pair.h"
#include "threads.h"

#define FIRST "a.one+tone.wav"
#define SECOND "a.two+tone.wav"

static MMRESULT first_status = MMSYSERR_ERROR;

static DWORD WINAPI preload_first(void *parameter)
{
    (void)parameter;
    first_status = PreloadFirstIoProc();
    return TRUE;
}

static void text_is(const char *pattern)
{
    report_failure("its text", FirstIoProcErrorText, pattern);
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

/* Returns after the constructor has begun on another thread. */
static HANDLE begin_first(const char *steps)
{
    HANDLE thread;

    SetEnvironmentVariableA("SMOKE_First", steps);
    thread = start_thread(preload_first, NULL);
    await_file("First.begun");
    return thread;
}

static void end_first(HANDLE thread, MMRESULT expected)
{
    create_file("go");
    report("the constructor ends", WaitForSingleObject(thread, 20000) == WAIT_OBJECT_0);
    report_as(first_status == expected, "its status is %u", first_status);
}

static void waits_for_another(const char *value)
{
    HANDLE thread = begin_first("go");

    (void)value;
    report("meanwhile, the other procedure is created", reads_file(SECOND, SecondIoProcCallback));
    report("meanwhile, both are installed",
           InstallFirstIoProc() == 0 && InstallSecondIoProc() == 0);
    report("meanwhile, both are removed", RemoveFirstIoProc() == 0 && RemoveSecondIoProc() == 0);
    report("meanwhile, a third remove is refused", RemoveFirstIoProc() == PAIR_E_NOT_INSTALLED);
    end_first(thread, 0);
    report("the file is read", reads_file(FIRST, FirstIoProcCallback));
}

static void waits_for_itself(const char *value)
{
    HANDLE thread = begin_first("go");

    (void)value;
    report("a message to it is refused in time", is_refused(FIRST, FirstIoProcCallback));
    text_is("Another thread has been creating FirstIoProc for *");
    report("so is a preload", PreloadFirstIoProc() == PAIR_E_BUSY);
    report("the other procedure is created", reads_file(SECOND, SecondIoProcCallback));
    end_first(thread, 0);
    report("the file is read", reads_file(FIRST, FirstIoProcCallback));
}

static void is_awaited(const char *value)
{
    HANDLE thread = begin_first("go");
    HANDLE another = start_thread(preload_first, NULL);

    (void)value;
    Sleep(100);
    end_first(thread, 0);
    report("the thread that waited succeeds",
           WaitForSingleObject(another, 20000) == WAIT_OBJECT_0 && first_status == 0);
}

static void opens_itself(const char *value)
{
    (void)value;
    report("installed", InstallFirstIoProc() == 0);
    SetEnvironmentVariableA("SMOKE_First", "open:" FIRST);
    report("a constructor opens its own file", PreloadFirstIoProc() == PAIR_E_PROCEDURE);
    text_is("*" FIRST " was refused*");
    SetEnvironmentVariableA("SMOKE_First", NULL);
}

static DWORD WINAPI preload_deep(void *parameter)
{
    return call_deep(200, preload_first, parameter);
}

/* The constructor begins with enough stack for Java, but its file's first message does not. */
static void opens_itself_deep(const char *value)
{
    (void)value;
    report("installed", InstallFirstIoProc() == 0);
    SetEnvironmentVariableA("SMOKE_First", "open:" FIRST);
    report("the preload ends", run_thread(preload_deep, NULL));
    report_as(first_status == PAIR_E_PROCEDURE, "its status is %u", first_status);
}

/* Both constructors would wait for each other forever, so one of them must be refused. */
static void opens_each_other(const char *value)
{
    HANDLE thread;

    (void)value;
    report("installed", InstallFirstIoProc() == 0 && InstallSecondIoProc() == 0);
    SetEnvironmentVariableA("SMOKE_Second", "open:" FIRST);
    thread = begin_first("Second.begun,open:" SECOND);
    report("a constructor opens a file of one that waits for it",
           PreloadSecondIoProc() == PAIR_E_PROCEDURE || first_status == PAIR_E_PROCEDURE);
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
    return TRUE;
}

/* The thread that starts Java is stuck, as in an agent or on a network drive that hangs. */
static void start_is_stuck(const char *value)
{
    HANDLE held = CreateEventA(NULL, FALSE, FALSE, NULL);
    HANDLE thread = start_thread(hold, held);

    (void)value;
    WaitForSingleObject(held, INFINITE);
    report("a preload is refused in time", PreloadFirstIoProc() == PAIR_E_BUSY);
    text_is("Another thread has been starting Java for *");
    report("so is an open", is_refused(FIRST, FirstIoProcCallback));
    create_file("go");
    end_thread(thread);
    report("the file is read afterwards", reads_file(FIRST, FirstIoProcCallback));
}

static const struct check scenes[] = {
    {"waits-for-another", waits_for_another}, {"waits-for-itself", waits_for_itself},
    {"is-awaited", is_awaited},               {"opens-itself", opens_itself},
    {"opens-itself-deep", opens_itself_deep}, {"opens-each-other", opens_each_other},
    {"start-is-stuck", start_is_stuck},
};

int main(int argc, char **argv)
{
    begin();
    DeleteFileA("go");
    DeleteFileA("First.begun");
    DeleteFileA("Second.begun");
    run_checks(scenes, sizeof scenes / sizeof *scenes, argc, argv);
    return end();
}
