/* Sends command strings to MCI. */
#ifndef COMMAND_H
#define COMMAND_H

#include <windows.h>

/* Opens a device of a type with a file, under the alias "sample". */
BOOL opens(const char *type, const char *file);

/* Returns whether the command succeeds; otherwise prints the reason. */
BOOL command(const char *text);

/* Returns whether the answer to a command is the expected number. */
BOOL answers(const char *text, DWORD expected);

/* Stores the number with which a command is answered. */
BOOL asks(const char *text, DWORD *number);

#endif
