/* Reads and checks the text of a wrapper DLL's most recent failure on this thread. */
#ifndef FAILURE_H
#define FAILURE_H

#include <windows.h>

#define FAILURE_LENGTH 4096

/* The DLL's function, such as ZipIoProcErrorText. */
typedef int(WINAPI *error_text_t)(WCHAR *buffer, int length);

/* Copies the text in UTF-8; text has 3 * FAILURE_LENGTH bytes. */
void read_failure(error_text_t error_text, char *text);

/* Returns whether the text matches a pattern, in which * stands for any characters. */
BOOL failure_is(error_text_t error_text, const char *pattern);

/* Prints the text, and reports whether it matches. */
void report_failure(const char *what, error_text_t error_text, const char *pattern);

#endif
