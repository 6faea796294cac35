#include "threads.h"

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
