/*
 * Which Java is chosen. Each row is a computer: variables, registry values and folders, which are
 * made, looked at through Install, and removed; a key that was there before stays. The choice is
 * read from IOPROC_LOG.
 *
 *   installations HOMES     the folder that installations.sh fills
 */
#define _CRT_SECURE_NO_WARNINGS
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "check.h"
#include "zipioproc.h"

#define STEPS 6
#define KEYS 256
#define LENGTH 4096

#define JAVASOFT "HKLM\\SOFTWARE\\JavaSoft\\"
#define ADOPTIUM "HKLM\\SOFTWARE\\Eclipse Adoptium\\"

/*
 * A step is NAME=VALUE for a variable, HIVE\KEY|VALUE=DATA for the registry, or runtime=HOME for
 * the folder beside the DLL. @ is the folder of the homes. An expanded value begins with a %.
 */
static const struct installation {
    const char *name;
    const char *step[STEPS];
    const char *chosen; /* NULL: it is refused */
    MMRESULT status;
    const char *text; /* which the failure's text must contain */
} installations[] = {
    {"IOPROC_JAVA_HOME, before all others",
     {"IOPROC_JAVA_HOME=@\\jdk-17.0.9", "runtime=image", "JAVA_HOME=@\\jdk-21.0.8",
      JAVASOFT "JDK\\25|JavaHome=@\\jdk-25.0.2"},
     "jdk-17.0.9", 0, NULL},
    {"a folder \"runtime\" from jpackage, without launcher and release file, before JAVA_HOME",
     {"runtime=image", "JAVA_HOME=@\\jdk-25.0.2"}, "runtime", 0, NULL},
    {"JAVA_HOME before the registry",
     {"JAVA_HOME=@\\jdk-17.0.9", JAVASOFT "JDK\\21|JavaHome=@\\jdk-21.0.8"},
     "jdk-17.0.9", 0, NULL},
    {"the registry before PATH",
     {JAVASOFT "JDK\\17|JavaHome=@\\jdk-17.0.9", "PATH=@\\jdk-25.0.2\\bin"},
     "jdk-17.0.9", 0, NULL},
    {"JAVA_HOME is 11, 21 in the registry",
     {"JAVA_HOME=@\\jdk-11.0.20", JAVASOFT "JDK\\21|JavaHome=@\\jdk-21.0.8"},
     "jdk-21.0.8", 0, NULL},
    {"JAVA_HOME is a JDK 8, a Temurin JRE 21 in the registry",
     {"JAVA_HOME=@\\jdk8", ADOPTIUM "JRE\\21.0.8.9\\hotspot\\MSI|Path=@\\jre 21.0.8\\"},
     "jre 21.0.8", 0, NULL},
    {"IOPROC_JAVA_HOME and runtime do not fit, JAVA_HOME does",
     {"IOPROC_JAVA_HOME=@\\jre8", "runtime=jdk-32-bit", "JAVA_HOME=@\\jdk-17.0.10"},
     "jdk-17.0.10", 0, NULL},
    {"CurrentVersion is 11, the key 21 beside it",
     {JAVASOFT "JDK|CurrentVersion=11", JAVASOFT "JDK\\11|JavaHome=@\\jdk-11.0.20",
      JAVASOFT "JDK\\21|JavaHome=@\\jdk-21.0.8"}, "jdk-21.0.8", 0, NULL},
    {"CurrentVersion is 17, 25 is newer",
     {JAVASOFT "JDK|CurrentVersion=17", JAVASOFT "JDK\\17|JavaHome=@\\jdk-17.0.9",
      JAVASOFT "JDK\\25|JavaHome=@\\jdk-25.0.2"}, "jdk-25.0.2", 0, NULL},
    {"17.0.9 and 17.0.10",
     {JAVASOFT "JDK\\17.0.9|JavaHome=@\\jdk-17.0.9",
      JAVASOFT "JDK\\17.0.10|JavaHome=@\\jdk-17.0.10"},
     "jdk-17.0.10", 0, NULL},
    {"9 and 21", {JAVASOFT "JDK\\9|JavaHome=@\\jdk-9", JAVASOFT "JDK\\21|JavaHome=@\\jdk-21.0.8"},
     "jdk-21.0.8", 0, NULL},
    {"a JDK 17 and a JRE 21",
     {JAVASOFT "JDK\\17|JavaHome=@\\jdk-17.0.9", JAVASOFT "JRE\\21|JavaHome=@\\jre 21.0.8"},
     "jre 21.0.8", 0, NULL},
    {"an early access of 25 beside 21",
     {JAVASOFT "JDK\\21|JavaHome=@\\jdk-21.0.8", JAVASOFT "JDK\\25|JavaHome=@\\jdk-25-ea"},
     "jdk-25-ea", 0, NULL},
    {"the user's own key", {"HKCU\\SOFTWARE\\JavaSoft\\JDK\\21|JavaHome=@\\jdk-21.0.8"},
     "jdk-21.0.8", 0, NULL},
    {"17 for all users, 21 for this one",
     {JAVASOFT "JDK\\17|JavaHome=@\\jdk-17.0.9",
      "HKCU\\SOFTWARE\\JavaSoft\\JDK\\21|JavaHome=@\\jdk-21.0.8"}, "jdk-21.0.8", 0, NULL},
    {"a value that Windows expands", {JAVASOFT "JDK\\21|JavaHome=%INSTALLATIONS%\\jdk-21.0.8"},
     "jdk-21.0.8", 0, NULL},
    {"keys of what was uninstalled, and of one that was not",
     {JAVASOFT "JDK\\25|JavaHome=@\\gone", JAVASOFT "JDK\\22|JavaHome=@\\no-java",
      JAVASOFT "JDK\\17|JavaHome=@\\jdk-17.0.9"}, "jdk-17.0.9", 0, NULL},
    {"Eclipse Temurin", {ADOPTIUM "JDK\\21.0.8.9\\hotspot\\MSI|Path=@\\jdk-21.0.8\\"},
     "jdk-21.0.8", 0, NULL},
    {"Eclipse Temurin, 17 and 21",
     {ADOPTIUM "JDK\\17.0.9.9\\hotspot\\MSI|Path=@\\jdk-17.0.9\\",
      ADOPTIUM "JRE\\21.0.8.9\\hotspot\\MSI|Path=@\\jre 21.0.8\\"}, "jre 21.0.8", 0, NULL},
    {"Eclipse Temurin for one user",
     {"HKCU\\SOFTWARE\\Eclipse Adoptium\\JDK\\21.0.8.9\\hotspot\\MSI|Path=@\\jdk-21.0.8\\"},
     "jdk-21.0.8", 0, NULL},
    {"AdoptOpenJDK 11 and Semeru 17",
     {"HKLM\\SOFTWARE\\AdoptOpenJDK\\JDK\\11.0.20.8\\hotspot\\MSI|Path=@\\jdk-11.0.20\\",
      "HKLM\\SOFTWARE\\Semeru\\JRE\\17.0.9.9\\openj9\\MSI|Path=@\\jdk-17.0.9\\"},
     "jdk-17.0.9", 0, NULL},
    {"Eclipse Foundation",
     {"HKLM\\SOFTWARE\\Eclipse Foundation\\JDK\\17.0.9.9\\hotspot\\MSI|Path=@\\jdk-17.0.9\\"},
     "jdk-17.0.9", 0, NULL},
    {"Microsoft", {"HKLM\\SOFTWARE\\Microsoft\\JDK\\21.0.8.9\\hotspot\\MSI|Path=@\\jdk-21.0.8\\"},
     "jdk-21.0.8", 0, NULL},
    {"Azul", {"HKLM\\SOFTWARE\\Azul Systems\\Zulu\\zulu-21|InstallationPath=@\\jdk-21.0.8\\"},
     "jdk-21.0.8", 0, NULL},
    {"BellSoft", {"HKLM\\SOFTWARE\\BellSoft\\Liberica\\jdk-21|InstallationPath=@\\jdk-21.0.8\\"},
     "jdk-21.0.8", 0, NULL},
    {"Amazon, with JavaSoft's key",
     {JAVASOFT "JDK|CurrentVersion=21.0.8", JAVASOFT "JDK\\21.0.8|JavaHome=@\\jdk-21.0.8"},
     "jdk-21.0.8", 0, NULL},
    {"Amazon, with its own key",
     {"HKLM\\SOFTWARE\\Amazon Corretto\\JDK\\21.0.8|Path=@\\jdk-21.0.8"}, "jdk-21.0.8", 0, NULL},
    {"SapMachine", {"HKLM\\SOFTWARE\\SapMachine\\JDK\\21|JavaHome=@\\jdk-21.0.8"},
     "jdk-21.0.8", 0, NULL},
    {"GraalVM", {"HKLM\\SOFTWARE\\GraalVM\\21|InstallationPath=@\\jdk-21.0.8"},
     "jdk-21.0.8", 0, NULL},
    {"JAVA_HOME in quotes, with a blank after it", {"JAVA_HOME=\"@\\jre 21.0.8\\\" "},
     "jre 21.0.8", 0, NULL},
    {"JAVA_HOME with backslashes at the end", {"JAVA_HOME=@\\jdk-21.0.8\\\\"},
     "jdk-21.0.8", 0, NULL},
    {"JAVA_HOME names bin", {"JAVA_HOME=@\\jdk-21.0.8\\bin\\"}, "jdk-21.0.8", 0, NULL},
    {"JAVA_HOME names java.exe, with a semicolon", {"JAVA_HOME=@\\jdk-21.0.8\\bin\\java.exe;"},
     "jdk-21.0.8", 0, NULL},
    {"JAVA_HOME with slashes and a variable in it", {"JAVA_HOME=%INSTALLATIONS%/jdk-21.0.8/"},
     "jdk-21.0.8", 0, NULL},
    {"JAVA_HOME with the prefix for long paths", {"JAVA_HOME=\\\\?\\@\\jdk-21.0.8"},
     "jdk-21.0.8", 0, NULL},
    {"PATH: a relative entry, Oracle's javapath, and a quoted one",
     {"PATH=homes\\jdk-25.0.2\\bin;.;;@\\javapath;\"@\\jre 21.0.8\\bin\";@\\jdk-25.0.2\\bin"},
     "jre 21.0.8", 0, NULL},
    {"PATH: 11 before 17", {"PATH=@\\jdk-11.0.20\\bin;@\\jdk-17.0.9\\bin\\"},
     "jdk-17.0.9", 0, NULL},
    {"JAVA_HOME is for 32 bits", {"JAVA_HOME=@\\jdk-32-bit", "PATH=@\\jdk-17.0.9\\bin"},
     "jdk-17.0.9", 0, NULL},
    {"JAVA_HOME's jvm.dll is cut off",
     {"JAVA_HOME=@\\cut-off", JAVASOFT "JDK\\17|JavaHome=@\\jdk-17.0.9"}, "jdk-17.0.9", 0, NULL},
    {"JAVA_HOME's jvm.dll is empty", {"JAVA_HOME=@\\empty-file", "PATH=@\\jdk-17.0.9\\bin"},
     "jdk-17.0.9", 0, NULL},
    {"JAVA_HOME's classes are missing", {"JAVA_HOME=@\\no-classes", "PATH=@\\jdk-17.0.9\\bin"},
     "jdk-17.0.9", 0, NULL},
    {"JAVA_HOME does not say its version", {"JAVA_HOME=@\\no-version", "PATH=@\\jdk-17.0.9\\bin"},
     "jdk-17.0.9", 0, NULL},
    {"nothing but one without a version", {"JAVA_HOME=@\\no-version"}, "no-version", 0, NULL},
    {"nothing but Java 8, with HotSpot's version 25",
     {JAVASOFT "Java Runtime Environment|CurrentVersion=1.8",
      JAVASOFT "Java Runtime Environment\\1.8|JavaHome=@\\jre8"}, NULL, ZIPIOPROC_E_WRONG_JAVA,
     "jre8) is Java 8.0.4020, older than 17"},
    {"nothing but a JDK 8", {"JAVA_HOME=@\\jdk8"}, NULL, ZIPIOPROC_E_WRONG_JAVA,
     "jdk8) is Java 1.8.0_402, older than 17"},
    {"nothing but 32 bits", {"JAVA_HOME=@\\jdk-32-bit"}, NULL, ZIPIOPROC_E_WRONG_JAVA,
     "jdk-32-bit) is not for 64-bit processes"},
    {"a relative JAVA_HOME", {"JAVA_HOME=homes\\jdk-21.0.8"}, NULL, ZIPIOPROC_E_NO_JAVA,
     "JAVA_HOME (homes\\jdk-21.0.8) is no absolute path"},
    {"nothing", {NULL}, NULL, ZIPIOPROC_E_NO_JAVA,
     "found: IOPROC_JAVA_HOME is not set; no folder \"runtime\" is beside the DLL; JAVA_HOME is not "
     "set"},
};

static WCHAR homes[MAX_PATH];
static HKEY made_hive[KEYS];
static WCHAR made_key[KEYS][256];
static int made;

/* The step's text, with the folder of the homes. */
static void expand(const char *text, WCHAR *expanded)
{
    for (; *text != '\0'; text++) {
        if (*text == '@') {
            wcscpy(expanded, homes);
            expanded += wcslen(homes);
        } else {
            *expanded++ = (WCHAR)*text;
        }
    }
    *expanded = L'\0';
}

/* Level by level, to know which are new. */
static HKEY make_key(HKEY hive, const WCHAR *path)
{
    WCHAR part[256];
    const WCHAR *level = path;
    HKEY key = NULL;

    do {
        DWORD disposition;

        level = wcschr(level + 1, L'\\');
        lstrcpynW(part, path, level == NULL ? 256 : (int)(level - path) + 1);
        if (key != NULL)
            RegCloseKey(key);
        if (RegCreateKeyExW(hive, part, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, &disposition) !=
            ERROR_SUCCESS)
            return NULL;
        if (disposition == REG_CREATED_NEW_KEY) {
            made_hive[made] = hive;
            wcscpy(made_key[made++], part);
        }
    } while (level != NULL);
    return key;
}

static void set_value(WCHAR *step)
{
    HKEY hive = wcsncmp(step, L"HKCU", 4) == 0 ? HKEY_CURRENT_USER : HKEY_LOCAL_MACHINE;
    WCHAR *name = wcschr(step, L'|');
    WCHAR *data = wcschr(name, L'=');
    HKEY key;

    *name++ = L'\0';
    *data++ = L'\0';
    key = make_key(hive, step + 5);
    if (key == NULL)
        return;
    RegSetValueExW(key, name, 0, *data == L'%' ? REG_EXPAND_SZ : REG_SZ, (const BYTE *)data,
                   (DWORD)((wcslen(data) + 1) * sizeof *data));
    RegCloseKey(key);
}

/* The homes lie on the same disk as the DLL. */
static void move_runtime(const WCHAR *home, BOOL back)
{
    WCHAR path[MAX_PATH];

    swprintf(path, MAX_PATH, L"%ls\\%ls", homes, home);
    if (back)
        MoveFileW(L"runtime", path);
    else
        MoveFileW(path, L"runtime");
}

static void apply(const char *text, BOOL back)
{
    WCHAR step[LENGTH];
    WCHAR *value;

    expand(text, step);
    value = wcschr(step, L'=');
    value++;
    if (wcschr(step, L'|') != NULL) {
        if (!back)
            set_value(step);
    } else if (wcsncmp(step, L"runtime=", 8) == 0) {
        move_runtime(value, back);
    } else {
        value[-1] = L'\0';
        SetEnvironmentVariableW(step, back ? NULL : value);
    }
}

static void apply_all(const char *const *steps, BOOL back)
{
    int i;

    for (i = 0; i < STEPS && steps[i] != NULL; i++)
        apply(steps[i], back);
    for (; back && made > 0; made--)
        RegDeleteKeyW(made_hive[made - 1], made_key[made - 1]);
}

/* What follows "Java is" in the log's last line that has it. */
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

static void read_failure(char *text)
{
    WCHAR wide[LENGTH];

    ZipIoProcErrorText(wide, LENGTH);
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, LENGTH, NULL, NULL);
}

/* The home ends the path, which " (" follows. */
static BOOL is_chosen(const char *choice, const char *home)
{
    char ending[128];

    snprintf(ending, sizeof ending, "\\%s (Java ", home);
    return strstr(choice, ending) != NULL;
}

static void check(const struct installation *installation)
{
    char line[LENGTH + 256];
    char said[LENGTH] = "";
    MMRESULT status;
    BOOL good;

    DeleteFileW(_wgetenv(L"IOPROC_LOG"));
    apply_all(installation->step, FALSE);
    status = InstallZipIoProc();
    if (status == 0) {
        read_choice(said);
        RemoveZipIoProc();
    } else {
        read_failure(said);
    }
    apply_all(installation->step, TRUE);
    good = installation->chosen != NULL
               ? status == 0 && is_chosen(said, installation->chosen)
               : status == installation->status && strstr(said, installation->text) != NULL;
    snprintf(line, sizeof line, "%s -> %u %s", installation->name, status, said);
    report(line, good);
}

/* The text has no room for all of them, and ends with the remedy all the same. */
static void check_many(void)
{
    static const char remedy[] = " more, which IOPROC_LOG names; ";
    char said[LENGTH];
    MMRESULT status;
    int i;

    for (i = 10; i < 50; i++) {
        char step[256];

        snprintf(step, sizeof step,
                 JAVASOFT "JDK\\11.0.%d|JavaHome=@\\a folder with quite a long name for number %d",
                 i, i);
        apply(step, FALSE);
    }
    status = InstallZipIoProc();
    read_failure(said);
    for (; made > 0; made--)
        RegDeleteKeyW(made_hive[made - 1], made_key[made - 1]);
    report("40 that are too old: the text has the first, and the remedy",
           status == ZIPIOPROC_E_WRONG_JAVA && strstr(said, "number 10) is Java 11.0.10") != NULL &&
               strstr(said, remedy) != NULL &&
               strstr(said, "set IOPROC_JAVA_HOME to its folder") != NULL);
}

/* A failed search is not the last. */
static void check_later(void)
{
    char said[LENGTH];

    report("a failure, and a Java that is installed later", InstallZipIoProc() != 0);
    apply("JAVA_HOME=@\\jdk-21.0.8", FALSE);
    report("it is found then", InstallZipIoProc() == 0);
    read_choice(said);
    report("and chosen", is_chosen(said, "jdk-21.0.8") && RemoveZipIoProc() == 0);
    apply("JAVA_HOME=", TRUE);
}

int main(int argc, char **argv)
{
    size_t i;

    begin();
    MultiByteToWideChar(CP_ACP, 0, argc > 1 ? argv[1] : "", -1, homes, MAX_PATH);
    SetEnvironmentVariableW(L"INSTALLATIONS", homes);
    SetEnvironmentVariableW(L"PATH", NULL);
    for (i = 0; i < sizeof installations / sizeof *installations; i++)
        check(&installations[i]);
    check_many();
    check_later();
    return end();
}
