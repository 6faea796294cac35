#include "check.h"

#include <stdio.h>

static int failures;

void begin(void)
{
    puts("  begun");
    fflush(stdout);
}

/* The lines that begin with a word are results, the indented ones tell more about the next. */
void report(const char *what, BOOL good)
{
    printf("%s %s\n", good ? "ok" : "FAILED", what);
    fflush(stdout);
    failures += !good;
}

BOOL failed(void)
{
    return failures != 0;
}

int end(void)
{
    puts("  ended");
    fflush(stdout);
    return failures != 0;
}
