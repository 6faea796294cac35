/*
 * A program that reads files on fibers. Each argument is a case; after each, the procedure must still
 * work on an ordinary thread.
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "tone.h"
#include "zipioproc.h"

#define TONE "music.zip+tone.wav"

/* A fiber's work, and the fiber to which it goes back. */
struct errand {
    LPVOID home;
    BOOL good;
    HMMIO file;
    LPVOID own;
};

static BOOL fails_with_text(void)
{
    WCHAR text[256];
    MMRESULT error;

    if (open_file("music.zip+absent.wav", &error, NULL) != NULL || error != MMIOERR_FILENOTFOUND)
        return FALSE;
    ZipIoProcErrorText(text, 256);
    return lstrcmpW(text, L"entry absent.wav not in music.zip") == 0;
}

static BOOL works(void)
{
    return reads_file(TONE, NULL) && fails_with_text() && PreloadZipIoProc() == 0;
}

static void go_home(struct errand *errand)
{
    for (;;)
        SwitchToFiber(errand->home);
}

static void CALLBACK work(void *parameter)
{
    struct errand *errand = parameter;

    for (;;) {
        errand->good = works();
        SwitchToFiber(errand->home);
    }
}

static void CALLBACK open_only(void *parameter)
{
    struct errand *errand = parameter;
    MMRESULT error;

    errand->file = open_file(TONE, &error, NULL);
    errand->good = errand->file != NULL;
    SwitchToFiber(errand->home);
    errand->good = mmioSeek(errand->file, 8, SEEK_SET) == 8 && mmioClose(errand->file, 0) == 0;
    go_home(errand);
}

static void CALLBACK leave_thread(void *parameter)
{
    struct errand *errand = parameter;

    errand->good = works();
    ExitThread(0);
}

/* home: what this thread has become */
static BOOL on_fiber(LPVOID home)
{
    struct errand errand = {home, FALSE, NULL, NULL};

    errand.own = CreateFiber(0, work, &errand);
    SwitchToFiber(errand.own);
    DeleteFiber(errand.own);
    return errand.good;
}

static BOOL on_thread(LPTHREAD_START_ROUTINE routine, void *parameter)
{
    HANDLE thread = CreateThread(NULL, 0, routine, parameter, 0, NULL);
    DWORD result = 0;

    if (WaitForSingleObject(thread, 30000) == WAIT_OBJECT_0)
        GetExitCodeThread(thread, &result);
    CloseHandle(thread);
    return result == 1;
}

/* The thread's own stack first, and last, and fibers between. */
static DWORD WINAPI known_first(void *unused)
{
    BOOL good = works();
    LPVOID home = ConvertThreadToFiber(unused);

    good = good && works() && on_fiber(home) && on_fiber(home);
    return good && works() && ConvertFiberToThread() && works();
}

/* Two fibers and their thread by turns. */
static DWORD WINAPI alternate(void *unused)
{
    struct errand first = {ConvertThreadToFiber(unused), FALSE, NULL, NULL};
    struct errand second = first;
    BOOL good = TRUE;
    int i;

    first.own = CreateFiber(0, work, &first);
    second.own = CreateFiber(0, work, &second);
    for (i = 0; good && i < 5; i++) {
        first.good = second.good = FALSE;
        SwitchToFiber(first.own);
        SwitchToFiber(second.own);
        good = first.good && second.good && works();
    }
    DeleteFiber(first.own);
    DeleteFiber(second.own);
    return good && ConvertFiberToThread() && works();
}

static DWORD WINAPI fiber_first(void *unused)
{
    LPVOID home = ConvertThreadToFiber(unused);

    return on_fiber(home) && works() && on_fiber(home) && ConvertFiberToThread() && works();
}

static DWORD WINAPI converted_first(void *unused)
{
    LPVOID home = ConvertThreadToFiber(unused);

    return works() && on_fiber(home) && works();
}

/* Java has it by its first stack, and it goes on upon another. */
static void CALLBACK stay(void *parameter)
{
    struct errand *errand = parameter;

    DeleteFiber(errand->home);
    errand->good = works() && ConvertFiberToThread() && works();
    ExitThread(errand->good);
}

static DWORD WINAPI moved(void *unused)
{
    static struct errand errand;

    if (!works())
        return 0;
    errand.home = ConvertThreadToFiber(unused);
    SwitchToFiber(CreateFiber(0, stay, &errand));
    return 0;
}

/* It ends on a fiber, and so its first one's end is never told. */
static DWORD WINAPI ended(void *parameter)
{
    if (!works() || ConvertThreadToFiber(NULL) == NULL)
        return 0;
    SwitchToFiber(CreateFiber(0, leave_thread, parameter));
    return 0;
}

static BOOL ends_on_a_fiber(void)
{
    static struct errand errand;

    on_thread(ended, &errand);
    return errand.good;
}

static DWORD WINAPI go_on(void *parameter)
{
    struct errand *errand = parameter;
    BOOL good = works();

    errand->home = ConvertThreadToFiber(NULL);
    errand->good = FALSE;
    SwitchToFiber(errand->own);
    good = good && errand->good && works();
    DeleteFiber(errand->own);
    return good && works();
}

/* One thread's fiber opens a file; it goes on on another thread, which closes that and deletes it. */
static DWORD WINAPI begin_there(void *parameter)
{
    struct errand *errand = parameter;

    errand->home = ConvertThreadToFiber(NULL);
    errand->own = CreateFiber(0, open_only, errand);
    SwitchToFiber(errand->own);
    return errand->good && ConvertFiberToThread() && on_thread(go_on, errand) && works();
}

static BOOL moves(void)
{
    static struct errand errand;

    return on_thread(begin_there, &errand);
}

/* A file that a fiber opened is read by a thread, while another fiber is there. */
static DWORD WINAPI read_elsewhere(void *parameter)
{
    HMMIO file = parameter;
    char byte;

    return mmioRead(file, &byte, 1) == 1 && mmioClose(file, 0) == 0;
}

static DWORD WINAPI hand_over(void *unused)
{
    struct errand errand = {ConvertThreadToFiber(unused), FALSE, NULL, NULL};

    errand.own = CreateFiber(0, open_only, &errand);
    SwitchToFiber(errand.own);
    DeleteFiber(errand.own);
    return errand.good && on_thread(read_elsewhere, errand.file) && works();
}

/* More fibers than helpers are wanted for. */
static DWORD WINAPI many(void *unused)
{
    LPVOID home = ConvertThreadToFiber(unused);
    BOOL good = home != NULL;
    int i;

    for (i = 0; good && i < 200; i++)
        good = on_fiber(home);
    return good;
}

static DWORD WINAPI plain_thread(void *unused)
{
    (void)unused;
    return works();
}

static void tell(const char *what, BOOL good)
{
    char line[128];

    report(what, good);
    snprintf(line, sizeof line, "a thread, after %s", what);
    report(line, on_thread(plain_thread, NULL));
}

static BOOL at_once(void)
{
    HANDLE thread[16];
    DWORD result;
    BOOL good = TRUE;
    int i;

    for (i = 0; i < 16; i++)
        thread[i] = CreateThread(NULL, 0, many, NULL, 0, NULL);
    for (i = 0; i < 16; i++) {
        WaitForSingleObject(thread[i], INFINITE);
        good = GetExitCodeThread(thread[i], &result) && result == 1 && good;
        CloseHandle(thread[i]);
    }
    return good;
}

static void run(const char *name)
{
    if (strcmp(name, "known") == 0)
        tell("fibers of a thread that Java knows", on_thread(known_first, NULL));
    else if (strcmp(name, "first") == 0)
        tell("a fiber before its thread", on_thread(fiber_first, NULL));
    else if (strcmp(name, "turns") == 0)
        tell("two fibers by turns", on_thread(alternate, NULL));
    else if (strcmp(name, "converted") == 0)
        tell("a thread that was made a fiber first", on_thread(converted_first, NULL));
    else if (strcmp(name, "stays") == 0)
        tell("a thread that goes on upon a fiber's stack", on_thread(moved, NULL));
    else if (strcmp(name, "ends") == 0)
        tell("a thread that ends on a fiber", ends_on_a_fiber());
    else if (strcmp(name, "moves") == 0)
        tell("a fiber that moves to another thread", moves());
    else if (strcmp(name, "shared") == 0)
        tell("a fiber's file on another thread", on_thread(hand_over, NULL));
    else if (strcmp(name, "many") == 0)
        tell("16 threads with 200 fibers each", at_once());
    else
        report(name, FALSE);
}

int main(int argc, char **argv)
{
    int i;

    begin();
    report("installed", InstallZipIoProc() == 0);
    for (i = 1; i < argc; i++)
        run(argv[i]);
    return end();
}
