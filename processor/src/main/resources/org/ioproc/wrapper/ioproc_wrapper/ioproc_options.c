/*
 * The options with which the VM starts: those in a file beside the DLL, and the wrapper's own.
 * JNI_CreateJavaVM adds the options in two environment variables.
 */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

/* Windows' limit for the value of an environment variable. */
#define VARIABLE 32768

/* Room for the wrapper's own options. */
#define OWN_OPTIONS 8

/* In seconds: a day. */
#define LONGEST_LIMIT 86400

static BOOL read_file(const WCHAR *path, char *text, DWORD length)
{
    ULONGLONG size;
    DWORD read = ioproc_file_start(path, text, length - 1, &size);

    text[read] = '\0';
    return ioproc_file_exists(path) && size == read && read < length - 1;
}

BOOL ioproc_options_add(struct ioproc_options *options, char *option)
{
    if (options->count == IOPROC_OPTIONS)
        return FALSE;
    options->option[options->count].optionString = option;
    options->option[options->count].extraInfo = NULL;
    options->count++;
    return TRUE;
}

static char *trimmed(char *line)
{
    char *end;

    line += strspn(line, " \t");
    end = line + strlen(line);
    while (end > line && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\r'))
        *--end = '\0';
    return line;
}

/* One option per line, in the ANSI code page, which JNI uses. Lines with # are comments. */
static BOOL split(struct ioproc_options *options)
{
    char *rest = options->text;

    while (rest != NULL) {
        char *line = rest;

        rest = strchr(rest, '\n');
        if (rest != NULL)
            *rest++ = '\0';
        line = trimmed(line);
        if (*line != '\0' && *line != '#' && !ioproc_options_add(options, line))
            return FALSE;
    }
    return TRUE;
}

/*
 * The VM must leave Ctrl+C, logoff and shutdown to the application.
 *
 * Wine 8.0, unlike Windows, runs thread-exit callbacks while holding a lock that new threads need.
 * A thread's end waits for a collection, so no collection may start a thread.
 */
static BOOL add_fixed(struct ioproc_options *options)
{
    static char no_signals[] = "-Xrs";
    static char all_collectors[] = "-XX:-UseDynamicNumberOfGCThreads";

    return ioproc_options_add(options, no_signals) &&
           (!ioproc_process_in_wine() || ioproc_options_add(options, all_collectors));
}

/*
 * By default Java reserves a quarter of the memory for the heap, 1 GB for classes and 240 MB for
 * compiled code, which few applications can spare. A smaller size is added only if no option sets
 * one, because some pairs end the process, such as an -Xms above the -Xmx. With an initial heap of
 * 16 MB, 64 threads that read ZIP files on Java 17 sometimes got an OutOfMemoryError: inflating
 * delays a collection, and Java 17 gives up after two attempts.
 */
static BOOL add_modest(struct ioproc_options *options, BOOL wide)
{
    static char heap[] = "-Xmx256m";
    static char initial_heap[] = "-Xms64m";
    static char code_cache[] = "-XX:ReservedCodeCacheSize=64m";
    static char class_space[] = "-XX:CompressedClassSpaceSize=128m";
    const struct ioproc_demand demand = options->demand;

    /* A 32-bit VM has no class space, and only 32 MB for code. */
    return (demand.heap_set ||
            (ioproc_options_add(options, heap) && ioproc_options_add(options, initial_heap))) &&
           (demand.code_cache_set || !wide || ioproc_options_add(options, code_cache)) &&
           (demand.class_space_set || !wide || ioproc_options_add(options, class_space));
}

static void weigh_variable(struct ioproc_demand *demand, const char *variable)
{
    char *text = HeapAlloc(GetProcessHeap(), 0, VARIABLE);
    DWORD length = text == NULL ? 0 : GetEnvironmentVariableA(variable, text, VARIABLE);

    if (length > 0 && length < VARIABLE)
        ioproc_demand_text(demand, text);
    if (text != NULL)
        HeapFree(GetProcessHeap(), 0, text);
}

/* In HotSpot's order, in which a later option overrides an earlier one. */
static void weigh(struct ioproc_options *options)
{
    jint i;

    weigh_variable(&options->demand, "JAVA_TOOL_OPTIONS");
    for (i = 0; i < options->count; i++)
        ioproc_demand_option(&options->demand, options->option[i].optionString);
    weigh_variable(&options->demand, "_JAVA_OPTIONS");
    ioproc_demand_end(&options->demand);
}

/* The wrapper's own options need no trial. */
static BOOL add_own(struct ioproc_options *options, BOOL wide)
{
    jint i = options->count;
    BOOL added = add_fixed(options) && add_modest(options, wide);
    struct ioproc_demand own = options->demand;

    for (; i < options->count; i++)
        ioproc_demand_option(&own, options->option[i].optionString);
    memcpy(own.unsure, options->demand.unsure, sizeof own.unsure);
    options->demand = own;
    return added;
}

static BOOL read_beside(struct ioproc_options *options, WCHAR *path)
{
    WCHAR name[MAX_PATH];

    if (!ioproc_format(name, MAX_PATH, L"%ls.vmoptions", ioproc_library.name) ||
        !ioproc_beside(path, name) || !ioproc_file_exists(path))
        return TRUE;
    return read_file(path, options->text, sizeof options->text) && split(options);
}

/* Finds the value of the last line -Dproperty=value. */
static BOOL find_property(const struct ioproc_options *options, const char *property, WCHAR *value,
                          int length)
{
    size_t size = strlen(property);
    jint i;

    for (i = options->count - 1; i >= 0; i--) {
        const char *option = options->option[i].optionString;

        if (strncmp(option, "-D", 2) == 0 && ioproc_begins_with(option + 2, property) &&
            option[2 + size] == '=') {
            if (MultiByteToWideChar(CP_ACP, 0, option + 3 + size, -1, value, length) == 0)
                ioproc_format(value, (size_t)length, L"...");
            return TRUE;
        }
    }
    return FALSE;
}

struct setting {
    struct ioproc_options options;
    WCHAR path[IOPROC_PATH];
};

static BOOL in_file(const char *property, WCHAR *value, int length)
{
    struct setting *setting = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *setting);
    BOOL found;

    if (setting == NULL)
        return FALSE;
    found = read_beside(&setting->options, setting->path) &&
            find_property(&setting->options, property, value, length);
    HeapFree(GetProcessHeap(), 0, setting);
    return found;
}

/*
 * Reads a setting from a variable of the environment, or else from a line of the file. A text that
 * is too long is no valid setting.
 */
BOOL ioproc_options_setting(const WCHAR *variable, const char *property, WCHAR *value, int length)
{
    DWORD found = GetEnvironmentVariableW(variable, value, (DWORD)length);

    if (found >= (DWORD)length)
        ioproc_format(value, (size_t)length, L"...");
    return found > 0 || in_file(property, value, length);
}

/* How long Java beside the process may take for an answer: a number of seconds. */
MMRESULT ioproc_options_limit(ULONGLONG *milliseconds)
{
    WCHAR value[16];
    const WCHAR *digit = value;
    DWORD seconds = 0;

    *milliseconds = 0;
    if (!ioproc_options_setting(L"IOPROC_JAVA_LIMIT", "org.ioproc.limit", value, 16))
        return MMSYSERR_NOERROR;
    for (; *digit >= L'0' && *digit <= L'9' && seconds < LONGEST_LIMIT; digit++)
        seconds = seconds * 10 + (DWORD)(*digit - L'0');
    if (*digit != L'\0' || digit == value || seconds > LONGEST_LIMIT)
        return ioproc_fail(IOPROC_E_VM_OPTIONS,
                           L"IOPROC_JAVA_LIMIT and -Dorg.ioproc.limit must be a number of seconds, "
                           L"at most %d, not \"%ls\"",
                           LONGEST_LIMIT, value);
    *milliseconds = (ULONGLONG)seconds * 1000;
    return MMSYSERR_NOERROR;
}

MMRESULT ioproc_options_read(struct ioproc_options *options, BOOL wide)
{
    WCHAR path[IOPROC_PATH] = L"";
    BOOL fits;

    options->count = 0;
    ioproc_demand_start(&options->demand);
    fits = read_beside(options, path);
    weigh(options);
    if (fits && add_own(options, wide))
        return MMSYSERR_NOERROR;
    return ioproc_fail(IOPROC_E_VM_OPTIONS,
                       L"%ls could not be read, is longer than %d bytes or has more than %d "
                       L"options",
                       path, (int)sizeof options->text - 2, IOPROC_OPTIONS - OWN_OPTIONS);
}
