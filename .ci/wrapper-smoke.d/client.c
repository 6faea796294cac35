/*
 * A program that knows nothing of Java but the generated header. Each argument is a check, NAME or
 * NAME=VALUE; it says what it saw, a line a check, and ends with 1 if one failed.
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "refusal.h"
#include "tone.h"
#include "zipioproc.h"

#define TONE "music.zip+tone.wav"
#define TEXT_LENGTH 4096

static void say_error(void)
{
    WCHAR text[TEXT_LENGTH];
    int length = ZipIoProcErrorText(text, TEXT_LENGTH);

    printf("  %d characters: %ls\n", length, text);
}

static void report_status(const char *what, MMRESULT status, MMRESULT expected)
{
    char line[128];

    if (status != expected)
        say_error();
    snprintf(line, sizeof line, "%s: %u", what, status);
    report(line, status == expected);
}

/* The whole text that is expected, or parts of it with * for what lies between them. */
static BOOL matches(const char *text, const char *pattern)
{
    if (*pattern == '*')
        return matches(text, pattern + 1) || (*text != '\0' && matches(text + 1, pattern));
    if (*pattern == '\0' || *text == '\0')
        return *text == *pattern;
    return *text == *pattern && matches(text + 1, pattern + 1);
}

static void text_is(const char *pattern)
{
    WCHAR wide[TEXT_LENGTH];
    char text[3 * TEXT_LENGTH];

    ZipIoProcErrorText(wide, TEXT_LENGTH);
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, sizeof text, NULL, NULL);
    printf("  %s\n", text);
    report("its text", matches(text, pattern));
}

static MMRESULT number(const char *value)
{
    return (MMRESULT)strtoul(value, NULL, 10);
}

static void install(const char *value)
{
    report_status("install", InstallZipIoProc(), number(value));
}

typedef MMRESULT(WINAPI *status_t)(void);

/* By the name that stands in the module-definitions file, as Visual Basic's Declare does. */
static void install_by_name(const char *value)
{
    HMODULE library = GetModuleHandleA("zipioproc.dll");
    status_t by_name = (status_t)(void *)GetProcAddress(library, "InstallZipIoProc");

    report("the name is exported", by_name != NULL);
    if (by_name != NULL)
        report_status("install by name", by_name(), number(value));
}

static void remove_one(const char *value)
{
    report_status("remove", RemoveZipIoProc(), number(value));
}

static void preload(const char *value)
{
    report_status("preload", PreloadZipIoProc(), number(value));
}

static void play(const char *value)
{
    (void)value;
    report("read through mmio", reads_file(TONE, NULL));
}

static void direct(const char *value)
{
    (void)value;
    report("read through pIOProc", reads_file(TONE, ZipIoProcCallback));
}

static void refused(const char *value)
{
    MMRESULT error;

    (void)value;
    report("opening is refused",
           open_file(TONE, &error, ZipIoProcCallback) == NULL && error == MMIOERR_CANNOTOPEN);
}

static void read_plain(const char *value)
{
    (void)value;
    report("a plain file is read", reads_file("plain.wav", NULL));
}

/* What matters most after a failure: the application goes on. */
static void plain(const char *value)
{
    read_plain(value);
    report("a plain file is played",
           PlaySoundA("plain-short.wav", NULL, SND_FILENAME | SND_SYNC | SND_NODEFAULT));
}

static void play_sound(const char *value)
{
    (void)value;
    report("PlaySound", PlaySoundA("music.zip+short.wav", NULL,
                                   SND_FILENAME | SND_SYNC | SND_NODEFAULT));
}

static void count(const char *value)
{
    MMRESULT error;
    HMMIO file;

    (void)value;
    report("install twice", InstallZipIoProc() == 0 && InstallZipIoProc() == 0);
    report("remove once", RemoveZipIoProc() == 0 && reads_file(TONE, NULL));
    file = open_file(TONE, &error, NULL);
    report("removing is refused while a file is open", RemoveZipIoProc() == ZIPIOPROC_E_IN_USE);
    text_is("ZipIoProc cannot be removed while a file of it is open");
    report("the file goes on", mmioSeek(file, 40, SEEK_SET) == 40 && mmioClose(file, 0) == 0);
    report("remove twice", RemoveZipIoProc() == 0);
    report("remove thrice is refused", RemoveZipIoProc() == ZIPIOPROC_E_NOT_INSTALLED);
    text_is("ZipIoProc is not installed");
    report("it is gone", open_file(TONE, &error, NULL) == NULL);
}

static void missing(const char *value)
{
    WCHAR text[TEXT_LENGTH];
    MMRESULT error;
    HMMIO file = open_file("music.zip+absent.wav", &error, NULL);

    (void)value;
    report("a missing element", file == NULL && error == MMIOERR_FILENOTFOUND);
    text_is("entry absent.wav not in music.zip");
    report("its length", ZipIoProcErrorText(NULL, 0) == 33);
    report("its beginning", ZipIoProcErrorText(text, 6) == 33 && wcscmp(text, L"entry") == 0);
}

static void deep(const char *value)
{
    MMRESULT error;

    (void)value;
    report("a stack overflow",
           open_file("music.zip+deep.wav", &error, ZipIoProcCallback) == NULL && error != 0);
    text_is("java.lang.StackOverflowError*");
    report("life goes on", reads_file(TONE, ZipIoProcCallback));
}

#define THROUGH "music.zip+through-mmio"

/* The handler is itself a program that uses mmio. */
static void through(const char *value)
{
    (void)value;
    report("a handler reads a plain file", reads_file(THROUGH, ZipIoProcCallback));
    report("a handler reads through what it installs",
           reads_file("music.zip+through-another", ZipIoProcCallback));
}

/* The text is the same each time. */
static void not_through(const char *value)
{
    MMRESULT error;
    int i;

    for (i = 0; i < 2; i++) {
        report("a handler cannot use mmio",
               open_file(THROUGH, &error, ZipIoProcCallback) == NULL &&
                   error == MMIOERR_CANNOTOPEN);
        text_is(value);
    }
}

/* By name: what pIOProc brings along, Wine 8.0 adds to its list without a lock, and may break it. */
static DWORD WINAPI use(void *parameter)
{
    LONG *good = parameter;
    int i;

    for (i = 0; i < 200; i++)
        if (reads_file(TONE, NULL))
            InterlockedIncrement(good);
    return 0;
}

static void threads(const char *value)
{
    HANDLE thread[64];
    MMRESULT error;
    LONG good = 0;
    int i;

    (void)value;
    for (i = 0; i < 64; i++)
        thread[i] = CreateThread(NULL, 0, use, &good, 0, NULL);
    WaitForMultipleObjects(64, thread, TRUE, INFINITE);
    for (i = 0; i < 64; i++)
        CloseHandle(thread[i]);
    report("64 threads read 200 files each", good == 64 * 200);
    open_file("music.zip+threads", &error, ZipIoProcCallback);
    text_is("1 attached");
}

/* How many bytes this thread has made Java allocate; asking costs some, each time the same. */
static long long allocated(void)
{
    WCHAR text[TEXT_LENGTH];
    MMRESULT error;

    open_file("music.zip+allocated", &error, ZipIoProcCallback);
    ZipIoProcErrorText(text, TEXT_LENGTH);
    return _wtoi64(text);
}

static BOOL seek_and_read(HMMIO file, int times)
{
    char bytes[64];
    BOOL good = TRUE;
    int i;

    for (i = 0; i < times; i++)
        good = good && mmioSeek(file, i % 100, SEEK_SET) == i % 100 &&
               mmioRead(file, bytes, sizeof bytes) == sizeof bytes;
    return good;
}

/* Without a buffer of mmio's each call is a message. */
static void steady(const char *value)
{
    MMRESULT error;
    HMMIO file = open_file(TONE, &error, ZipIoProcCallback);
    BOOL good = mmioSetBuffer(file, NULL, 0, 0) == 0 && seek_and_read(file, 20000);
    long long first, second, last;

    (void)value;
    allocated();
    first = allocated();
    second = allocated();
    good = good && seek_and_read(file, 100000);
    last = allocated();
    printf("  asking: %lld bytes; asking and 200000 messages: %lld bytes\n", second - first,
           last - second);
    report("messages allocate nothing", good && first > 0 && last - second < second - first + 4096);
    mmioClose(file, 0);
}

typedef MMRESULT (*early_status_t)(void);

/* The DLL calls the wrapper from its DllMain. */
static void early(const char *value)
{
    HMODULE library = LoadLibraryA("early.dll");
    early_status_t status =
        (early_status_t)(void *)(library == NULL ? NULL : GetProcAddress(library, "early_status"));

    report("a DLL calls it early", status != NULL);
    if (status != NULL)
        report_status("preload in a DllMain", status(), number(value));
}

static LRESULT CALLBACK refuse_all(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    (void)lpmmioinfo;
    (void)uMsg;
    (void)lParam1;
    (void)lParam2;
    return MMIOERR_CANNOTOPEN;
}

/* Another procedure is installed under the code; mmio would remove that one. */
static void covered(const char *value)
{
    const FOURCC code = mmioFOURCC('Z', 'I', 'P', ' ');

    report("another procedure covers it",
           mmioInstallIOProcA(code, refuse_all, MMIO_INSTALLPROC) != NULL);
    report_status("remove", RemoveZipIoProc(), number(value));
    text_is("ZipIoProc cannot be removed before the one that was installed under the same code "
            "after it");
    report("the other one is removed",
           mmioInstallIOProcA(code, refuse_all, MMIO_REMOVEPROC) == refuse_all);
}

/* From here on threads of Java's fill its heap, and it has been collected twice. */
static void garbage(const char *value)
{
    MMRESULT error;

    (void)value;
    report("Java collects garbage",
           open_file("music.zip+garbage", &error, ZipIoProcCallback) == NULL && error != 0);
    text_is("collected");
}

/* NAME=VALUE, as the C library of the program and Windows know it. */
static void environment(const char *value)
{
    char name[64];
    const char *equals = strchr(value, '=');

    lstrcpynA(name, value, (int)(equals - value) + 1);
    report("the environment is changed", SetEnvironmentVariableA(name, equals + 1));
}

static void repair(const char *value)
{
    report("a missing file comes back", MoveFileA("taken-away", value));
}

static void hook(const char *value)
{
    (void)value;
    report("mmio is made to refuse", let_mmio_refuse("zipioproc.dll"));
}

/* NUMBER,FLAGS */
static void policy(const char *value)
{
    const char *flags = strchr(value, ',');

    report("the process has a policy",
           set_policy("zipioproc.dll", atoi(value), (DWORD)strtoul(flags + 1, NULL, 16)));
}

static void jvm_is_absent(const char *value)
{
    (void)value;
    report("jvm.dll is not loaded", GetModuleHandleA("jvm.dll") == NULL);
}

static DWORD WINAPI hold_mutex(void *parameter)
{
    char name[64];

    snprintf(name, sizeof name, "Local\\org.ioproc.vm.%lu", GetCurrentProcessId());
    CreateMutexA(NULL, TRUE, name);
    SetEvent(parameter);
    Sleep(INFINITE);
    return 0;
}

/* A name that every process can guess is taken. */
static void squat(const char *value)
{
    HANDLE held = CreateEventA(NULL, FALSE, FALSE, NULL);

    (void)value;
    CloseHandle(CreateThread(NULL, 0, hold_mutex, held, 0, NULL));
    report("the mutex is held", WaitForSingleObject(held, 10000) == WAIT_OBJECT_0);
}

/* An element that only fails, after Java has done what it stands for. */
static void element(const char *value)
{
    char name[64];
    MMRESULT error;

    snprintf(name, sizeof name, "music.zip+%s", value);
    report(value, open_file(name, &error, ZipIoProcCallback) == NULL && error != 0);
}

static DWORD WINAPI exit_now(void *parameter)
{
    (void)parameter;
    ExitProcess((UINT)end());
}

static void exit_elsewhere(const char *value)
{
    (void)value;
    WaitForSingleObject(CreateThread(NULL, 0, exit_now, NULL, 0, NULL), INFINITE);
}

static const struct check {
    const char *name;
    void (*run)(const char *value);
} checks[] = {
    {"install", install},         {"remove", remove_one},   {"preload", preload},
    {"play", play},               {"direct", direct},       {"refused", refused},
    {"text", text_is},            {"plain", plain},         {"play-sound", play_sound},
    {"count", count},             {"missing", missing},     {"deep", deep},
    {"threads", threads},         {"garbage", garbage},     {"read-plain", read_plain},
    {"repair", repair},           {"mmio-refuses", hook},   {"exit-elsewhere", exit_elsewhere},
    {"set", environment},         {"early", early},         {"covered", covered},
    {"install-by-name", install_by_name},                   {"steady", steady},
    {"policy", policy},           {"squat", squat},         {"element", element},
    {"no-jvm", jvm_is_absent},
    {"through", through},         {"not-through", not_through},
};

static void run(const char *argument)
{
    size_t length = strcspn(argument, "=");
    size_t i;

    for (i = 0; i < sizeof checks / sizeof *checks; i++) {
        if (strlen(checks[i].name) == length && strncmp(checks[i].name, argument, length) == 0) {
            checks[i].run(argument[length] == '=' ? argument + length + 1 : "0");
            return;
        }
    }
    report(argument, FALSE);
}

int main(int argc, char **argv)
{
    int i;

    begin();
    for (i = 1; i < argc; i++)
        run(argv[i]);
    return end();
}
