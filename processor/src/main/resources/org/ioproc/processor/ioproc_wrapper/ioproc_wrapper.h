/*
 * What a generated wrapper asks of the fixed sources: one call for each function that the DLL
 * exports. A procedure is known here by one structure, which the generated source fills in.
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

/* The library's name: <name>.jar and <name>.vmoptions are looked for beside the DLL. */
extern const WCHAR ioproc_library[];

/* The version that the build gives the library. */
extern const WCHAR ioproc_version[];
/* What one thread does at a time, however long it takes, while others wait. */
struct ioproc_turn {
    struct ioproc_thread *taker;
};

struct ioproc_procedure {
    /* Filled in by the generated source. */
    const WCHAR *name;     /* of the exported function */
    const WCHAR *provider; /* of the Java class that creates the procedure */
    FOURCC code;
    LPMMIOPROC exported; /* the function that mmio is given */

    /* Owned by the fixed sources. */
    void *volatile object; /* the Java object, from the first message on */
    LONG installed;        /* how often it was installed */
    struct ioproc_turn creation;
};

MMRESULT ioproc_install(struct ioproc_procedure *procedure);
MMRESULT ioproc_remove(struct ioproc_procedure *procedure);
MMRESULT ioproc_preload(struct ioproc_procedure *procedure);
LRESULT ioproc_message(struct ioproc_procedure *procedure, LPSTR lpmmioinfo, UINT uMsg,
                       LPARAM lParam1, LPARAM lParam2);

/* Each returns the length of the whole text; of the text as much is copied as fits. */
int ioproc_error_text(WCHAR *buffer, int length);
int ioproc_java_text(WCHAR *buffer, int length); /* which Java was chosen, and where */
int ioproc_version_text(WCHAR *buffer, int length);

#endif
