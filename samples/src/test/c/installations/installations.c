/*
 * Checks which Java runtime the DLL chooses. For each computer, the program sets variables,
 * registry values and folders, calls Install, and undoes its changes. Keys that existed before
 * remain. The program reads the choice from IOPROC_LOG.
 *
 *   installations HOMES     the folder that .ci/wrapper-smoke.d/installations.sh fills
 */
#define _CRT_SECURE_NO_WARNINGS
#include "computer.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "check.h"
#include "failure.h"
#include "zipioproc.h"

#define LENGTH (3 * FAILURE_LENGTH)

/* Copies the text after "Java is" in the last such line of the log. */
static void read_choice(char *choice)
{
    FILE *log = _wfopen(_wgetenv(L"IOPROC_LOG"), L"r");
    char line[LENGTH];

    choice[0] = '\0';
    while (log != NULL && fgets(line, sizeof line, log) != NULL) {
        const char *found = strstr(line, ": Java is ");

        if (found != NULL)
            strcpy(choice, found + 10);
    }
    choice[strcspn(choice, "\r\n")] = '\0';
    if (log != NULL)
        fclose(log);
}

/* The home is the path's last part, and " (" follows. */
static BOOL is_chosen(const char *choice, const char *home)
{
    char ending[128];

    snprintf(ending, sizeof ending, "\\%s (Java ", home);
    return strstr(choice, ending) != NULL;
}

static BOOL is_right(const struct computer *computer, MMRESULT status, const char *said)
{
    if (computer->chosen != NULL)
        return status == 0 && is_chosen(said, computer->chosen);
    return status == computer->status && strstr(said, computer->text) != NULL;
}

static void check(const struct computer *computer)
{
    char said[LENGTH] = "";
    MMRESULT status;

    DeleteFileW(_wgetenv(L"IOPROC_LOG"));
    take_steps(computer);
    status = InstallZipIoProc();
    if (status == 0) {
        read_choice(said);
        RemoveZipIoProc();
    } else {
        read_failure(ZipIoProcErrorText, said);
    }
    undo_steps(computer);
    report_as(is_right(computer, status, said), "%s -> %u %s", computer->name, status, said);
}

/* The failure's text has no room for all runtimes, but must still end with the remedy. */
static void check_many(void)
{
    MMRESULT status;
    int i;

    for (i = 10; i < 50; i++) {
        char step[256];

        snprintf(step, sizeof step,
                 JAVASOFT "JDK\\11.0.%d|JavaHome=@\\a folder with quite a long name for number %d",
                 i, i);
        take_step(step);
    }
    status = InstallZipIoProc();
    remove_keys();
    report("40 runtimes that are too old: the text has the first, and the remedy",
           status == ZIPIOPROC_E_WRONG_JAVA &&
               failure_is(ZipIoProcErrorText,
                          "*number 10) is Java 11.0.10*; * more, which IOPROC_LOG lists; "
                          "*set IOPROC_JAVA_HOME to its folder"));
}

/* The DLL searches again after a search that failed. */
static void check_later(void)
{
    char said[LENGTH];

    report("there is no Java yet", InstallZipIoProc() != 0);
    take_step("JAVA_HOME=@\\jdk-21.0.8");
    report("a Java that is installed later is found", InstallZipIoProc() == 0);
    read_choice(said);
    report("it is chosen", is_chosen(said, "jdk-21.0.8") && RemoveZipIoProc() == 0);
    undo_step("JAVA_HOME=");
}

int main(int argc, char **argv)
{
    const struct computer *computer;

    begin();
    set_homes(argc > 1 ? argv[1] : "");
    SetEnvironmentVariableW(L"PATH", NULL);
    for (computer = computers; computer->name != NULL; computer++)
        check(computer);
    check_many();
    check_later();
    return end();
}
