/* Cases in which a fiber, its file or the end of its thread moves elsewhere. */
#include "fiber.h"

#include "files.h"
#include "threads.h"

#define TONE "music.zip+tone.wav"

static void CALLBACK stay(void *parameter)
{
    struct task *task = parameter;

    DeleteFiber(task->home);
    task->good = works() && ConvertFiberToThread() && works();
    ExitThread(task->good);
}

/* Java knows the thread by its first stack, to which the thread never returns. */
static DWORD WINAPI leave_first_stack(void *unused)
{
    static struct task task;

    if (!works())
        return FALSE;
    task.home = ConvertThreadToFiber(unused);
    SwitchToFiber(CreateFiber(0, stay, &task));
    return FALSE;
}

BOOL continues_on_a_fiber(void)
{
    return run_thread(leave_first_stack, NULL);
}

static void CALLBACK leave_thread(void *parameter)
{
    struct task *task = parameter;

    task->good = works();
    ExitThread(TRUE);
}

/* The thread ends on a fiber, so Windows never reports the end of its first fiber. */
static DWORD WINAPI end_on_fiber(void *parameter)
{
    if (!works() || ConvertThreadToFiber(NULL) == NULL)
        return FALSE;
    SwitchToFiber(CreateFiber(0, leave_thread, parameter));
    return FALSE;
}

BOOL ends_on_a_fiber(void)
{
    static struct task task;

    return run_thread(end_on_fiber, &task) && task.good;
}

static void CALLBACK open_and_close(void *parameter)
{
    struct task *task = parameter;
    MMRESULT error;

    task->file = open_file(TONE, &error, NULL);
    task->good = task->file != NULL;
    SwitchToFiber(task->home);
    task->good = mmioSeek(task->file, 8, SEEK_SET) == 8 && mmioClose(task->file, 0) == 0;
    for (;;)
        SwitchToFiber(task->home);
}

static DWORD WINAPI close_there(void *parameter)
{
    struct task *task = parameter;
    BOOL good = works();

    task->home = ConvertThreadToFiber(NULL);
    task->good = FALSE;
    SwitchToFiber(task->fiber);
    good = good && task->good && works();
    DeleteFiber(task->fiber);
    return good && works();
}

/* The fiber opens a file on one thread. On another, it closes the file and is deleted. */
static DWORD WINAPI open_first(void *parameter)
{
    struct task *task = parameter;

    task->home = ConvertThreadToFiber(NULL);
    task->fiber = CreateFiber(0, open_and_close, task);
    SwitchToFiber(task->fiber);
    return task->good && ConvertFiberToThread() && run_thread(close_there, task) && works();
}

BOOL moves_to_another_thread(void)
{
    static struct task task;

    return run_thread(open_first, &task);
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
    struct task task = {ConvertThreadToFiber(unused), FALSE, NULL, NULL};

    task.fiber = CreateFiber(0, open_and_close, &task);
    SwitchToFiber(task.fiber);
    DeleteFiber(task.fiber);
    return task.good && run_thread(read_elsewhere, task.file) && works();
}

BOOL hands_its_file_over(void)
{
    return run_thread(hand_over, NULL);
}
