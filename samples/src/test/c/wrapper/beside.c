/*
 * A program with Java beside it, which ends in every way that a handler, a user or this program can
 * cause: beside.exe CHECK[=ELEMENT]... Each time the program must go on.
 */
#include "beside.h"

#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "failure.h"
#include "faultyioproc.h"
#include "files.h"

#define ENDED "Java has ended beside this process (exit code "
#define IS_ENDED "Java beside this process has been ended, because "

/* What a read of an element does to Java, and the failure's text. */
static const struct fault {
    const char *element;
    const char *text;
} faults[] = {
    {"exit", ENDED "3)*"},
    {"halt", ENDED "4)*"},
    {"crash", IS_ENDED "it has crashed*"},
    {"nonsense", IS_ENDED "its answers do not follow the protocol*"},
    {"closed", ENDED "1)*"},
    {"hang", IS_ENDED "it did not answer within the time that IOPROC_JAVA_LIMIT allows*"},
    {"killed", ENDED "9)*"},
    {"deep", "java.lang.StackOverflowError*"},
    {"memory", "java.lang.OutOfMemoryError*"},
    {"full", "*emory*"},
};

const char *text_of(const char *element)
{
    size_t i;

    for (i = 0; i < sizeof faults / sizeof *faults; i++) {
        if (strcmp(faults[i].element, element) == 0)
            return faults[i].text;
    }
    return "";
}

HMMIO open_element(const char *element)
{
    char name[64] = "music.bad+";
    MMIOINFO info = {0};

    lstrcatA(name, element);
    info.pIOProc = FaultyIoProcCallback;
    return open_named(name, &info, MMIO_READ);
}

/* Prints what the program sees, and after how long. */
static void read_fails(HMMIO file, const char *element)
{
    DWORD start = GetTickCount();
    char bytes[100];
    LONG read = mmioRead(file, bytes, sizeof bytes);

    printf("  %s: READ returns %ld after %lu ms\n", element, read, GetTickCount() - start);
    report(element, read == -1);
    report_failure("its text", FaultyIoProcErrorText, text_of(element));
}

void stays_failed(HMMIO file)
{
    char byte;

    report("the file stays failed",
           mmioSeek(file, 0, SEEK_SET) == -1 && mmioRead(file, &byte, 1) == -1 &&
               mmioSeek(file, 0, SEEK_END) == -1);
    report("closing it is an error", mmioClose(file, 0) != 0);
}

static void opens_again(const char *unused)
{
    DWORD start = GetTickCount();
    BOOL read = reads_file(TONE, FaultyIoProcCallback);

    (void)unused;
    printf("  a new file is read after %lu ms\n", GetTickCount() - start);
    report("a new file is read", read);
}

static void refused(const char *text)
{
    report("a new file is refused", !reads_file(TONE, FaultyIoProcCallback));
    report_failure("its text", FaultyIoProcErrorText, text);
}

static void print_failure(void)
{
    char text[3 * FAILURE_LENGTH];

    read_failure(FaultyIoProcErrorText, text);
    printf("  %s\n", text);
}

HMMIO open_and_begin(const char *element)
{
    HMMIO file = open_element(&TONE[10]);
    char bytes[64];

    (void)element;
    if (file == NULL)
        print_failure();
    report("a file is open", file != NULL && mmioRead(file, bytes, 64) == 64 &&
                                 mmioRead(file, bytes, 64) == 64);
    return file;
}

/* Reading an element ends Java, and so another file fails as well. */
static void ends(const char *element)
{
    HMMIO other = open_and_begin(element);
    HMMIO file = open_element(element);

    read_fails(file, element);
    stays_failed(file);
    stays_failed(other);
}

/* Reading an element fails, but Java goes on. */
static void survives(const char *element)
{
    HMMIO other = open_and_begin(element);
    HMMIO file = open_element(element);
    char byte;

    read_fails(file, element);
    report("Java goes on", mmioRead(other, &byte, 1) == 1 && mmioClose(other, 0) == 0 &&
                               mmioClose(file, 0) == 0);
    opens_again(element);
}

/* Java has no memory for two seconds. Meanwhile messages may fail. */
static void full(const char *element)
{
    HMMIO other = open_and_begin(element);
    HMMIO file = open_element("full");
    DWORD start = GetTickCount();
    int failures = 0;

    read_fails(file, "full");
    while (!reads_file(TONE, FaultyIoProcCallback) && GetTickCount() - start < 20000)
        failures++;
    printf("  %d files fail within %lu ms\n", failures, GetTickCount() - start);
    report("files that were open are closed", mmioClose(other, 0) == 0 && mmioClose(file, 0) == 0);
    opens_again(element);
}

/* Waits with an open file until another program ends this one. */
static void hold(const char *unused)
{
    open_and_begin(unused);
    report("a file is held", TRUE);
    Sleep(INFINITE);
}

static const struct check checks[] = {
    {"ends", ends},     {"survives", survives},       {"opens", opens_again},
    {"killed", killed}, {"killed-by-many", killed_by_many}, {"killed-idle", killed_idle},
    {"hold", hold},     {"refused", refused},         {"invalid", invalid},
    {"full", full},
};

int main(int argc, char **argv)
{
    begin();
    run_checks(checks, sizeof checks / sizeof *checks, argc, argv);
    return end();
}
