/* Files in arrays, and what answers for Java in the test of read-ahead. */
#ifndef AHEAD_H
#define AHEAD_H

#include "ioproc_private.h"

#define CONTENTS 3
#define LARGEST (400 * 1024)

struct content {
    DWORD size;
    BYTE bytes[LARGEST];
};

extern struct content contents[CONTENTS];

DWORD random_below(DWORD limit);
void fill(BYTE *bytes, DWORD size); /* with random bytes */

/* What has happened since these were set to zero. */
struct seen {
    DWORD reads;     /* that Java has answered */
    DWORD with_wish; /* those that asked for bytes ahead */
    BOOL shortened;  /* a read got less than the file has */
    BOOL failed;     /* a read failed */
};
extern struct seen seen;

/* Whether reads may go wrong, and what other threads do during a read or a write, or NULL. */
struct trouble {
    BOOL reads;
    void (*meanwhile)(BOOL writing);
};
extern struct trouble trouble;

#endif
