/*
 * Handlers that change the program's threads or what all of Java's threads use, and names with
 * characters that the ANSI code page lacks: mmio passes question marks instead.
 */
#include <windows.h>
#include <mmsystem.h>

#include "check.h"
#include "failure.h"
#include "files.h"
#include "threads.h"
#include "zipioproc.h"

/* The procedure answers a question by failing, with the answer in the failure's text. */
static void answers(const char *what, const char *answer)
{
    report_failure(what, ZipIoProcErrorText, answer);
}

static void leave(void)
{
    MMRESULT error;

    report("a handler interrupts its thread and changes its priority",
           open_file("music.zip+leave", &error, ZipIoProcCallback) == NULL);
    answers("it did", "*left*");
    report("the thread has its old priority",
           GetThreadPriority(GetCurrentThread()) == THREAD_PRIORITY_NORMAL);
}

/* Runs on another thread, because a handler never sees its own thread's interrupt. */
static DWORD WINAPI look(void *parameter)
{
    MMRESULT error;

    (void)parameter;
    open_file("music.zip+left", &error, ZipIoProcCallback);
    answers("neither stays with the thread", "*interrupted: false, priority: 5*");
    return TRUE;
}

static DWORD WINAPI work(void *parameter)
{
    MMRESULT error;

    (void)parameter;
    return reads_file("music.zip+tone.wav", NULL) && PreloadZipIoProc() == 0 &&
           open_file("music.zip+absent.wav", &error, NULL) == NULL &&
           error == MMIOERR_FILENOTFOUND &&
           failure_is(ZipIoProcErrorText, "entry absent.wav not in music.zip");
}

/* Java logs a fault, which fails after the damage. */
static void fault(const char *what)
{
    MMRESULT error;

    report(what, open_file("music.zip+fault", &error, ZipIoProcCallback) == NULL && error != 0);
    answers("its text", "*noise from a fault*");
}

static void damage(void)
{
    MMRESULT error;

    report("a handler damages streams, loggers and threads",
           open_file("music.zip+damage", &error, ZipIoProcCallback) == NULL);
    answers("it did", "*damaged*");
    report("its thread reads", work(NULL) == TRUE);
    fault("a handler fails on its thread");
    report("16 threads read", run_threads(16, work, NULL));
    fault("another handler fails");
}

static void open_wide(const WCHAR *name, const char *answer)
{
    WCHAR copy[MAX_PATH];

    lstrcpynW(copy, name, MAX_PATH);
    report("a wide name is refused", mmioOpenW(copy, NULL, MMIO_READ) == NULL);
    answers("its reason", answer);
}

int main(void)
{
    begin();
    report("install", InstallZipIoProc() == 0);
    leave();
    run_thread(look, NULL);
    damage();
    open_wide(L"\x97f3\x697d.zip+path", "*ANSI code page*");
    open_wide(L"music.zip+\x97f3\x697d", "*entry ?? not in music.zip*");
    open_wide(L"folder\\..\\music.zip+path", "*\\music.zip*");
    return end();
}
