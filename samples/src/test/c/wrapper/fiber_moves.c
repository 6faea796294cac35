/* Cases in which a fiber, its file or its thread's end is somewhere else than where it began. */
#include "fiber.h"

#include "files.h"
#include "threads.h"

#define TONE "music.zip+tone.wav"

static void CALLBACK stay(void *parameter)
{
    struct errand *errand = parameter;

    DeleteFiber(errand->home);
    errand->good = works() && ConvertFiberToThread() && works();
    ExitThread(errand->good);
}

/* Java knows the thread by its first stack, which it leaves for ever. */
static DWORD WINAPI leave_first_stack(void *unused)
{
    static struct errand errand;

    if (!works())
        return FALSE;
    errand.home = ConvertThreadToFiber(unused);
    SwitchToFiber(CreateFiber(0, stay, &errand));
    return FALSE;
}

BOOL goes_on_upon_a_fiber(void)
{
    return run_thread(leave_first_stack, NULL);
}

static void CALLBACK leave_thread(void *parameter)
{
    struct errand *errand = parameter;

    errand->good = works();
    ExitThread(TRUE);
}

/* The thread ends on a fiber, so nothing reports the end of its first one. */
static DWORD WINAPI end_on_fiber(void *parameter)
{
    if (!works() || ConvertThreadToFiber(NULL) == NULL)
        return FALSE;
    SwitchToFiber(CreateFiber(0, leave_thread, parameter));
    return FALSE;
}

BOOL ends_on_a_fiber(void)
{
    static struct errand errand;

    return run_thread(end_on_fiber, &errand) && errand.good;
}

static void CALLBACK open_and_close(void *parameter)
{
    struct errand *errand = parameter;
    MMRESULT error;

    errand->file = open_file(TONE, &error, NULL);
    errand->good = errand->file != NULL;
    SwitchToFiber(errand->home);
    errand->good = mmioSeek(errand->file, 8, SEEK_SET) == 8 && mmioClose(errand->file, 0) == 0;
    for (;;)
        SwitchToFiber(errand->home);
}

static DWORD WINAPI close_there(void *parameter)
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

/* The fiber opens a file on one thread; on another it closes the file and is deleted. */
static DWORD WINAPI open_first(void *parameter)
{
    struct errand *errand = parameter;

    errand->home = ConvertThreadToFiber(NULL);
    errand->own = CreateFiber(0, open_and_close, errand);
    SwitchToFiber(errand->own);
    return errand->good && ConvertFiberToThread() && run_thread(close_there, errand) && works();
}

BOOL moves_to_another_thread(void)
{
    static struct errand errand;

    return run_thread(open_first, &errand);
}

static DWORD WINAPI read_elsewhere(void *parameter)
{
    HMMIO file = parameter;
    char byte;

    return mmioRead(file, &byte, 1) == 1 && mmioClose(file, 0) == 0;
}

/* A fiber opens the file, and another thread reads it while this one is still a fiber. */
static DWORD WINAPI hand_over(void *unused)
{
    struct errand errand = {ConvertThreadToFiber(unused), FALSE, NULL, NULL};

    errand.own = CreateFiber(0, open_and_close, &errand);
    SwitchToFiber(errand.own);
    DeleteFiber(errand.own);
    return errand.good && run_thread(read_elsewhere, errand.file) && works();
}

BOOL hands_its_file_over(void)
{
    return run_thread(hand_over, NULL);
}
