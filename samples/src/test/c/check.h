/*
 * Reports the results of the test programs: one line per check, which begins with "ok" or
 * "FAILED". Indented lines give details of the next check. A program's first and last lines are
 * indented, too.
 */
#ifndef CHECK_H
#define CHECK_H

#include <windows.h>

/* Prints "  begun". A program calls this before anything else. */
void begin(void);

void report(const char *what, BOOL good);

/* Reports a check. Its name is formatted as by printf. */
void report_as(BOOL good, const char *format, ...);

/* Reports a failure at a place in the source, and returns FALSE. */
BOOL fail_at(const char *file, int line, const char *condition);

/* Reports a condition that does not hold, and returns FALSE from the calling function. */
#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            return fail_at(__FILE__, __LINE__, #condition);                                        \
    } while (0)

/* Returns whether a check has failed. */
BOOL failed(void);

/* Prints "  ended", and returns the exit status: 1 if a check failed, otherwise 0. */
int end(void);

/*
 * A check that the command line selects. Its argument is NAME or NAME=VALUE; value is "" or VALUE.
 */
struct check {
    const char *name;
    void (*run)(const char *value);
};

/* Runs the checks that the arguments select, in their order. An unknown name is a failure. */
void run_checks(const struct check *checks, size_t count, int argc, char **argv);

#endif
