/* How a program of these checks tells what it saw. */
#ifndef CHECK_H
#define CHECK_H

#include <windows.h>

/* Says that the program has begun: the first thing that it does. */
void begin(void);
void report(const char *what, BOOL good);
BOOL failed(void); /* whether a check has */
int end(void);     /* says that the program has come to its end; what main returns */

#endif
