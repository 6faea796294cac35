/* Runs parts of a test program on other threads. */
#ifndef THREADS_H
#define THREADS_H

#include <windows.h>

/* Starts a thread with Windows' default stack. */
HANDLE start_thread(LPTHREAD_START_ROUTINE routine, void *parameter);

/*
 * Waits until the thread has ended, and closes its handle. Returns FALSE unless it returned TRUE.
 */
BOOL end_thread(HANDLE thread);

/* Runs the routine on a new thread and returns its result. */
BOOL run_thread(LPTHREAD_START_ROUTINE routine, void *parameter);

/* Runs the routine on up to 64 new threads at once. Returns whether it returned TRUE on all. */
BOOL run_threads(int count, LPTHREAD_START_ROUTINE routine, void *parameter);

/* Calls the routine where at most so many kilobytes of this thread's stack are left. */
DWORD call_deep(DWORD left, LPTHREAD_START_ROUTINE routine, void *parameter);

#endif
