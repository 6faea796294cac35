#include "failure.h"

#include <stdio.h>

#include "check.h"

void read_failure(error_text_t error_text, char *text)
{
    WCHAR wide[FAILURE_LENGTH];

    error_text(wide, FAILURE_LENGTH);
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, 3 * FAILURE_LENGTH, NULL, NULL);
}

static BOOL matches(const char *text, const char *pattern)
{
    if (*pattern == '*')
        return matches(text, pattern + 1) || (*text != '\0' && matches(text + 1, pattern));
    if (*pattern == '\0' || *text == '\0')
        return *text == *pattern;
    return *text == *pattern && matches(text + 1, pattern + 1);
}

BOOL failure_is(error_text_t error_text, const char *pattern)
{
    char text[3 * FAILURE_LENGTH];

    read_failure(error_text, text);
    return matches(text, pattern);
}

void report_failure(const char *what, error_text_t error_text, const char *pattern)
{
    char text[3 * FAILURE_LENGTH];

    read_failure(error_text, text);
    printf("  %s\n", text);
    report(what, matches(text, pattern));
}
