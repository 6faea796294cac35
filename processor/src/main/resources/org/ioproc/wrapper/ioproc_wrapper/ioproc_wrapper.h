/*
 * The functions that a wrapper's generated source calls, one for each exported function. The
 * generated source fills in one structure for the library and one for each procedure.
 */
#ifndef IOPROC_WRAPPER_H
#define IOPROC_WRAPPER_H

#ifndef _WIN32_WINNT
#define _WIN32_WINNT 0x0601
#endif
#ifndef WIN32_LEAN_AND_MEAN
#define WIN32_LEAN_AND_MEAN
#endif
#include <windows.h>
#include <mmsystem.h>

#include "ioproc_status.h"

/* A zip with the library's classes, in the DLL's own file. */
struct ioproc_archive {
    DWORD offset; /* from the file's start */
    DWORD length; /* 0: the classes are in <name>.jar and the folder lib beside the DLL */
    DWORD crc;    /* CRC-32 */
};

/* Where Java runs. */
enum ioproc_way {
    IOPROC_AUTO, /* inside the process if it can, else beside it */
    IOPROC_INSIDE,
    IOPROC_BESIDE
};

struct ioproc_library {
    const WCHAR *name;    /* as in <name>.jar and <name>.vmoptions beside the DLL */
    const WCHAR *version; /* that the build gives the library */
    struct ioproc_archive archive;
    enum ioproc_way way;
    struct ioproc_procedure *const *procedures;
    DWORD procedure_count;
    BOOL (*load)(void); /* fills in all of this and the procedures, once; NULL: they are known */
};

extern struct ioproc_library ioproc_library;

/* Work that one thread does while others wait, however long it takes. */
struct ioproc_turn {
    struct ioproc_thread *taker;
};

struct ioproc_procedure {
    /* Filled in by the generated source. */
    const WCHAR *name;     /* of the exported function */
    const WCHAR *provider; /* of the Java class that creates the procedure */
    FOURCC code;
    LPMMIOPROC exported; /* the function that mmio calls */

    /* Owned by the fixed sources. */
    void *volatile object;  /* the Java object; NULL before the first message, or beside */
    volatile LONG prepared; /* the number of the Java process that has it; 0: none */
    LONG installed;         /* the number of installations */
    struct ioproc_turn creation;
};

MMRESULT ioproc_install(struct ioproc_procedure *procedure);
MMRESULT ioproc_remove(struct ioproc_procedure *procedure);
MMRESULT ioproc_preload(struct ioproc_procedure *procedure);
LRESULT ioproc_message(struct ioproc_procedure *procedure, LPSTR lpmmioinfo, UINT uMsg,
                       LPARAM lParam1, LPARAM lParam2);

/* Each copies as much as fits, and returns the length of the whole text. */
int ioproc_error_text(WCHAR *buffer, int length);
int ioproc_java_text(WCHAR *buffer, int length); /* the Java that was chosen, and its place */
int ioproc_version_text(WCHAR *buffer, int length);

/* Writes a report on this computer. Returns the number of problems; -1: there is no report. */
int ioproc_doctor(HWND hwnd, HINSTANCE hinst, LPWSTR lpszCmdLine, int nCmdShow);

#endif
