#include "check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static int failures;

/* Writes each line at once, because the process may crash before the next one. */
static void say(const char *line)
{
    puts(line);
    fflush(stdout);
}

void begin(void)
{
    say("  begun");
}

void report(const char *what, BOOL good)
{
    report_as(good, "%s", what);
}

void report_as(BOOL good, const char *format, ...)
{
    va_list arguments;

    printf(good ? "ok " : "FAILED ");
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    say("");
    failures += !good;
}

BOOL fail_at(const char *file, int line, const char *condition)
{
    const char *slash = strrchr(file, '/');

    report_as(FALSE, "%s:%d: %s", slash == NULL ? file : slash + 1, line, condition);
    return FALSE;
}

BOOL failed(void)
{
    return failures != 0;
}

int end(void)
{
    say("  ended");
    return failures != 0;
}

static void run_check(const struct check *checks, size_t count, const char *argument)
{
    size_t length = strcspn(argument, "=");
    size_t i;

    for (i = 0; i < count; i++) {
        if (strlen(checks[i].name) == length && strncmp(checks[i].name, argument, length) == 0) {
            checks[i].run(argument[length] == '=' ? argument + length + 1 : "");
            return;
        }
    }
    report_as(FALSE, "no check is named %s", argument);
}

void run_checks(const struct check *checks, size_t count, int argc, char **argv)
{
    int i;

    for (i = 1; i < argc; i++)
        run_check(checks, count, argv[i]);
}
