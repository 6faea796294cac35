/* An application: clients.exe CLIENT container+element PLAIN_FILE. */
#include "client.h"

#include <stdio.h>
#include <string.h>

#include LIBRARY
#include "failure.h"

struct procedure {
    const char *name;
    MMRESULT(WINAPI *install)(void);
    MMRESULT(WINAPI *remove)(void);
    LPMMIOPROC callback;
    error_text_t error_text;
    error_text_t java;
};

#define PROCEDURE(name)                                                                            \
    {#name, Install##name, Remove##name, name##Callback, name##ErrorText, name##Java},

static const struct procedure procedures[] = {PROCEDURES};

#define COUNT (sizeof procedures / sizeof *procedures)

static BOOL succeeds(const char *what, const struct procedure *procedure, MMRESULT status)
{
    char text[3 * FAILURE_LENGTH];

    if (status == 0)
        return TRUE;
    read_failure(procedure->error_text, text);
    report_as(FALSE, "%s %s: %u %s", what, procedure->name, status, text);
    return FALSE;
}

/* Installs all procedures, or removes them. */
static BOOL change_all(BOOL installs)
{
    const char *what = installs ? "install" : "remove";
    size_t i;

    for (i = 0; i < COUNT; i++) {
        const struct procedure *one = &procedures[i];

        if (!succeeds(what, one, installs ? one->install() : one->remove()))
            return FALSE;
    }
    return TRUE;
}

/* The DLL's procedures share Java, and the text of the thread's most recent failure. */
static void print_texts(void)
{
    char text[3 * FAILURE_LENGTH];

    read_failure(procedures[0].error_text, text);
    printf("  Failure: %s\n", text);
    read_failure(procedures[0].java, text);
    printf("  Java: %s\n", text);
}

static void run(char **argv)
{
    BOOL installs = strcmp(argv[1], "pIOProc") != 0;
    BOOL good;

    if (installs && !change_all(TRUE))
        return;
    good = client_run(argv[1], argv[2], argv[3], procedures[0].callback);
    print_texts();
    if (good && installs)
        change_all(FALSE);
}

int main(int argc, char **argv)
{
    begin();
    if (argc == 4)
        run(argv);
    else
        report("three arguments", FALSE);
    return end();
}
