/* How a program of these checks tells what it saw. */
#ifndef CHECK_H
#define CHECK_H

#include <windows.h>

void report(const char *what, BOOL good);
BOOL failed(void); /* whether a check has; what the program ends with */

#endif
