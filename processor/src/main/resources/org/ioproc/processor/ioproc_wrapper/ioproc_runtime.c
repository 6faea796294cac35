/* Looks for a Java runtime, in the order that the generated header documents. */
#include "ioproc_private.h"

#include <wchar.h>

#if defined(_M_X64) || defined(__x86_64__)
#define OWN_MACHINE IMAGE_FILE_MACHINE_AMD64
#elif defined(_M_ARM64) || defined(__aarch64__)
#define OWN_MACHINE IMAGE_FILE_MACHINE_ARM64
#else
#define OWN_MACHINE IMAGE_FILE_MACHINE_I386
#endif

#define OLDEST_JAVA 17

/* What was found in each place is told when nothing fits. */
struct search {
    struct ioproc_runtime *runtime;
    BOOL wrong_machine;
    WCHAR report[IOPROC_TEXT];
};

static void report(struct search *search, const WCHAR *place, const WCHAR *what)
{
    WCHAR text[IOPROC_TEXT];

    ioproc_format(text, IOPROC_TEXT, L"%ls%ls %ls", search->report[0] == L'\0' ? L"" : L"; ",
                  place, what);
    ioproc_append(search->report, IOPROC_TEXT, text);
}

/* The machine that a DLL was built for, 0 if the file is no DLL. */
static WORD machine_of(const WCHAR *path)
{
    BYTE start[4096];
    DWORD length = 0;
    DWORD header;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);

    if (file == INVALID_HANDLE_VALUE)
        return 0;
    if (!ReadFile(file, start, sizeof start, &length, NULL))
        length = 0;
    CloseHandle(file);
    if (length < sizeof(IMAGE_DOS_HEADER) || start[0] != 'M' || start[1] != 'Z')
        return 0;
    header = (DWORD)((const IMAGE_DOS_HEADER *)(const void *)start)->e_lfanew;
    if (header > length - 6 || start[header] != 'P' || start[header + 1] != 'E')
        return 0;
    return (WORD)(start[header + 4] | start[header + 5] << 8);
}

/* A relative path would mean whatever folder the application happens to be in. */
static BOOL is_absolute(const WCHAR *path)
{
    if (path[0] == L'\\' && path[1] == L'\\')
        return TRUE;
    return path[0] != L'\0' && path[1] == L':' && (path[2] == L'\\' || path[2] == L'/');
}

/*
 * HotSpot knows its own path in the ANSI code page alone, and Java loads its libraries by their
 * long names: a short one would not help.
 */
static BOOL is_ansi(const WCHAR *path)
{
    WCHAR long_path[IOPROC_PATH];
    DWORD length;

    if (wcschr(path, L'~') == NULL)
        return ioproc_is_ansi(path);
    length = GetLongPathNameW(path, long_path, IOPROC_PATH);
    return length > 0 && length < IOPROC_PATH && ioproc_is_ansi(long_path);
}

/* The client VM is what 32-bit runtimes may have instead. */
static BOOL find_jvm(struct ioproc_runtime *runtime)
{
    static const WCHAR *const kinds[] = {L"server", L"client"};
    size_t i;

    for (i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (ioproc_format(runtime->jvm, IOPROC_PATH, L"%ls\\bin\\%ls\\jvm.dll", runtime->home,
                          kinds[i]) &&
            ioproc_file_exists(runtime->jvm))
            return TRUE;
    }
    return FALSE;
}

/* LoadLibraryEx takes an absolute path for one only with backslashes. */
static void normalize(WCHAR *folder)
{
    size_t length = wcslen(folder);
    size_t i;

    for (i = 0; i < length; i++) {
        if (folder[i] == L'/')
            folder[i] = L'\\';
    }
    while (length > 0 && folder[length - 1] == L'\\')
        folder[--length] = L'\0';
}

/* Whether the home in the runtime is one that can be loaded. */
static BOOL fits(struct search *search, const WCHAR *place)
{
    struct ioproc_runtime *runtime = search->runtime;
    WORD machine;

    if (!is_absolute(runtime->home)) {
        report(search, place, L"is no absolute path");
        return FALSE;
    }
    normalize(runtime->home);
    if (!find_jvm(runtime)) {
        report(search, place, L"has no bin\\server\\jvm.dll");
        return FALSE;
    }
    if (!is_ansi(runtime->jvm)) {
        report(search, place,
               L"has a path with characters that the ANSI code page lacks, from where Java cannot "
               L"load itself");
        return FALSE;
    }
    machine = machine_of(runtime->jvm);
    if (machine != 0 && machine != OWN_MACHINE) {
        search->wrong_machine = TRUE;
        report(search, place,
               sizeof(void *) == 8 ? L"is not for 64-bit processes like this one"
                                   : L"is not for 32-bit processes like this one");
        return FALSE;
    }
    return TRUE;
}

static BOOL in_variable(struct search *search, const WCHAR *variable)
{
    WCHAR place[IOPROC_TEXT];
    DWORD length = GetEnvironmentVariableW(variable, search->runtime->home, IOPROC_PATH);

    if (length == 0 || length >= IOPROC_PATH) {
        report(search, variable, length == 0 ? L"is not set" : L"is too long");
        return FALSE;
    }
    ioproc_format(place, IOPROC_TEXT, L"%ls (%ls)", variable, search->runtime->home);
    return fits(search, place);
}

static BOOL beside_dll(struct search *search)
{
    if (!ioproc_beside(search->runtime->home, L"runtime")) {
        report(search, L"The DLL's folder", L"has too long a path");
        return FALSE;
    }
    return fits(search, L"The folder \"runtime\" beside the DLL");
}

static BOOL read_value(const WCHAR *key, const WCHAR *name, WCHAR *value, DWORD length)
{
    DWORD size = length * sizeof *value;

    return RegGetValueW(HKEY_LOCAL_MACHINE, key, name, RRF_RT_REG_SZ, NULL, value, &size) ==
           ERROR_SUCCESS;
}

/* Installers of OpenJDK and Oracle's write these keys; versions before 9 have others. */
static BOOL in_registry_key(struct search *search, const WCHAR *key)
{
    WCHAR version[64];
    WCHAR version_key[256];

    if (!read_value(key, L"CurrentVersion", version, 64) ||
        !ioproc_format(version_key, 256, L"%ls\\%ls", key, version) ||
        !read_value(version_key, L"JavaHome", search->runtime->home, IOPROC_PATH))
        return FALSE;
    if (wcstol(version, NULL, 10) < OLDEST_JAVA) {
        report(search, key, L"has an older Java");
        return FALSE;
    }
    return fits(search, key);
}

static BOOL in_registry(struct search *search)
{
    if (in_registry_key(search, L"SOFTWARE\\JavaSoft\\JDK") ||
        in_registry_key(search, L"SOFTWARE\\JavaSoft\\JRE"))
        return TRUE;
    report(search, L"the registry (HKLM\\SOFTWARE\\JavaSoft)", L"has none that fits");
    return FALSE;
}

MMRESULT ioproc_runtime_find(struct ioproc_runtime *runtime)
{
    struct search search = {NULL, FALSE, {0}};

    search.runtime = runtime;
    if (in_variable(&search, L"IOPROC_JAVA_HOME") || beside_dll(&search) ||
        in_variable(&search, L"JAVA_HOME") || in_registry(&search)) {
        ioproc_log(L"Java is %ls", runtime->jvm);
        return MMSYSERR_NOERROR;
    }
    return ioproc_fail(search.wrong_machine ? IOPROC_E_WRONG_JAVA : IOPROC_E_NO_JAVA,
                       L"No Java runtime (%d or later, %d-bit) was found: %ls. Install one, or set "
                       L"IOPROC_JAVA_HOME to its folder",
                       OLDEST_JAVA, (int)sizeof(void *) * 8, search.report);
}
