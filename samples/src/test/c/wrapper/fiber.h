/* A fiber's work, and the cases of fiber.exe: each returns whether the procedure worked. */
#ifndef FIBER_H
#define FIBER_H

#include <windows.h>
#include <mmsystem.h>

/* A fiber, its results, and the fiber that it returns to. */
struct task {
    LPVOID home;
    BOOL good;
    HMMIO file;
    LPVOID fiber;
};

/* Returns whether a file is read, a missing one is refused with a text, and a preload succeeds. */
BOOL works(void);

/* A fiber's routine: calls works() each time it is switched to. The parameter is a task. */
void CALLBACK work(void *parameter);

/* Creates a fiber, works on it, and deletes it. The home is what ConvertThreadToFiber returned. */
BOOL works_on_fiber(LPVOID home);

/* fiber_moves.c: cases in which a fiber, its file or the end of its thread moves elsewhere. */
BOOL continues_on_a_fiber(void);
BOOL ends_on_a_fiber(void);
BOOL moves_to_another_thread(void);
BOOL hands_its_file_over(void);

/*
 * fiber_left.c: how many things there are that each thread leaves if the DLL forgets it, and what
 * they are. With Java inside this process, the calling thread must be attached.
 */
int left_behind(const char **what);

#endif
