/* The threads of hostile.exe, their files, and the answers that they expect. */
#ifndef HOSTILE_H
#define HOSTILE_H

#include <windows.h>
#include <mmsystem.h>

#include "tone.h"

#define THREADS 16
#define FILES 4
#define STALE 32
#define LENGTH (44 + SAMPLES)
#define PAGES 0x10000
#define NAME "music.zip+tone.wav"

struct file {
    MMIOINFO *info; /* the last bytes of its memory; its token is 0 while no file is open */
    HMMIO handle;
    LONG position;
};

struct thread {
    HANDLE handle;
    int number;
    unsigned long long random;
    struct file file[FILES];
    MMIOINFO *forged;
    char *names, *bytes; /* the ends of their memory */
    DWORD stale[STALE];  /* tokens of files that were closed */
    LONG limit;
    volatile LONG messages;
    LONG wrong;
};

extern struct thread thread[THREADS];

/* hostile_thread.c */
void prepare_threads(unsigned long long seed);
DWORD next(struct thread *t);
LONG below(struct thread *t, DWORD bound);       /* a random number below the bound */
char *name(struct thread *t, const char *text);  /* a copy at the end of its memory */
void expect(struct thread *t, BOOL right, const char *what, LONG_PTR answer);

/* Expects count bytes at the file's position, or as many as are left, and advances it. */
void expect_tone(struct thread *t, struct file *file, LONG count, LRESULT read);

/* Routines of threads. The parameter is a struct thread. */
DWORD WINAPI messages(void *parameter); /* hostile_messages.c: at the procedure's address */
DWORD WINAPI calls(void *parameter);    /* hostile_calls.c: through mmio's functions */

#endif
