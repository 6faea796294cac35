/* A fiber's work, and the cases of fiber.exe: each returns whether the procedure worked. */
#ifndef FIBER_H
#define FIBER_H

#include <windows.h>
#include <mmsystem.h>

/* What a fiber does, and the fiber that it returns to. */
struct errand {
    LPVOID home;
    BOOL good;
    HMMIO file;
    LPVOID own;
};

/* Returns whether a file is read, another refused with its text, and a preload succeeds. */
BOOL works(void);

/* A fiber's routine: calls works() each time it is switched to. The parameter is an errand. */
void CALLBACK work(void *parameter);

/* Creates a fiber, works on it, and deletes it. The home is what this thread was converted to. */
BOOL works_on_fiber(LPVOID home);

/* fiber_moves.c: cases in which a fiber, its file or its thread's end is somewhere else. */
BOOL goes_on_upon_a_fiber(void);
BOOL ends_on_a_fiber(void);
BOOL moves_to_another_thread(void);
BOOL hands_its_file_over(void);

#endif
