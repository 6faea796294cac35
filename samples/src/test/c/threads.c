#include "threads.h"

#define LEVEL 256 /* bytes that a level of the descent takes, at least */

HANDLE start_thread(LPTHREAD_START_ROUTINE routine, void *parameter)
{
    return CreateThread(NULL, 0, routine, parameter, 0, NULL);
}

BOOL end_thread(HANDLE thread)
{
    DWORD result = FALSE;

    WaitForSingleObject(thread, INFINITE);
    GetExitCodeThread(thread, &result);
    CloseHandle(thread);
    return result == TRUE;
}

BOOL run_thread(LPTHREAD_START_ROUTINE routine, void *parameter)
{
    return end_thread(start_thread(routine, parameter));
}

BOOL run_threads(int count, LPTHREAD_START_ROUTINE routine, void *parameter)
{
    HANDLE thread[64];
    BOOL good = TRUE;
    int i;

    for (i = 0; i < count; i++)
        thread[i] = start_thread(routine, parameter);
    for (i = 0; i < count; i++)
        good = end_thread(thread[i]) && good;
    return good;
}

/* The stack ends where its memory was reserved. */
static UINT_PTR bottom(void)
{
    MEMORY_BASIC_INFORMATION memory = {0};

    VirtualQuery(&memory, &memory, sizeof memory);
    return (UINT_PTR)memory.AllocationBase;
}

static __attribute__((noinline)) DWORD descend(UINT_PTR end, LPTHREAD_START_ROUTINE routine,
                                               void *parameter)
{
    volatile char level[LEVEL];
    DWORD result;

    level[0] = 1;
    if ((UINT_PTR)level > end + LEVEL)
        result = descend(end, routine, parameter);
    else
        result = routine(parameter);
    level[0] = 0; /* so that each level keeps its frame */
    return result;
}

DWORD call_deep(DWORD left, LPTHREAD_START_ROUTINE routine, void *parameter)
{
    return descend(bottom() + left * 1024, routine, parameter);
}
