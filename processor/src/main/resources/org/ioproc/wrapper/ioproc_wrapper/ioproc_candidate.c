/* Determines whether a folder is a Java runtime that can serve this process. */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

#if defined(_M_X64) || defined(__x86_64__)
#define OWN_MACHINE IMAGE_FILE_MACHINE_AMD64
#elif defined(_M_ARM64) || defined(__aarch64__)
#define OWN_MACHINE IMAGE_FILE_MACHINE_ARM64
#else
#define OWN_MACHINE IMAGE_FILE_MACHINE_I386
#endif

typedef BOOL(WINAPI *is_wow64_process2_t)(HANDLE, USHORT *, USHORT *);

#define SIZE_OF(array) (sizeof(array) / sizeof *(array))

/* Removes quotation marks, which no path can contain, and turns slashes into backslashes. */
static void remove_quotes(WCHAR *path)
{
    WCHAR *to = path;

    for (; *path != L'\0'; path++) {
        if (*path != L'"')
            *to++ = *path == L'/' ? L'\\' : *path;
    }
    *to = L'\0';
}

/* Any space of Unicode, which a text that was copied from a page may contain. */
static BOOL is_space(WCHAR character)
{
    WORD type;

    return GetStringTypeW(CT_CTYPE1, &character, 1, &type) && (type & C1_SPACE) != 0;
}

static void trim(WCHAR *path)
{
    size_t leading = 0;
    size_t length;

    while (is_space(path[leading]))
        leading++;
    length = wcslen(path + leading);
    wmemmove(path, path + leading, length + 1);
    while (length > 0 && (is_space(path[length - 1]) || wcschr(L"\\;", path[length - 1]) != NULL))
        path[--length] = L'\0';
}

/*
 * Cleans what people, installers and scripts write: "C:\Java\jdk-21\" in quotation marks, a space
 * or semicolon at the end, %ProgramFiles% in a value that Windows does not expand.
 */
BOOL ioproc_candidate_clean(const WCHAR *text, WCHAR *path)
{
    DWORD length = ExpandEnvironmentStringsW(text, path, IOPROC_PATH);

    if (length == 0 || length > IOPROC_PATH)
        return FALSE;
    remove_quotes(path);
    trim(path);
    ioproc_strip_prefix(path);
    return TRUE;
}

/* A relative path would depend on the application's current directory. */
BOOL ioproc_candidate_absolute(const WCHAR *path)
{
    if (path[0] == L'\\' && path[1] == L'\\')
        return TRUE;
    return ((path[0] | 0x20) >= L'a' && (path[0] | 0x20) <= L'z') && path[1] == L':' &&
           (path[2] == L'\\' || path[2] == L'\0');
}

/* Some 32-bit runtimes have only the client VM. */
static BOOL find_jvm_below(struct ioproc_runtime *runtime, const WCHAR *folder)
{
    static const WCHAR *const kinds[] = {L"server", L"client"};
    size_t i;

    for (i = 0; i < SIZE_OF(kinds); i++) {
        if (ioproc_format(runtime->jvm, IOPROC_PATH, L"%ls%ls\\bin\\%ls\\jvm.dll", runtime->home,
                          folder, kinds[i]) &&
            ioproc_file_exists(runtime->jvm))
            return TRUE;
    }
    return FALSE;
}

/* Some variables name a file or folder inside the home. */
static BOOL strip_tail(WCHAR *home)
{
    static const WCHAR *const tails[] = {L"\\java.exe", L"\\javaw.exe", L"\\jvm.dll", L"\\server",
                                         L"\\client", L"\\bin"};
    size_t length = wcslen(home);
    size_t i;

    for (i = 0; i < SIZE_OF(tails); i++) {
        size_t tail = wcslen(tails[i]);

        if (length > tail && ioproc_is_same(home + length - tail, tails[i])) {
            home[length - tail] = L'\0';
            return TRUE;
        }
    }
    return FALSE;
}

static BOOL find_jvm(struct ioproc_runtime *runtime)
{
    WCHAR home[IOPROC_PATH];

    if (find_jvm_below(runtime, L""))
        return TRUE;
    ioproc_format(home, IOPROC_PATH, L"%ls", runtime->home);
    while (strip_tail(runtime->home)) {
        if (find_jvm_below(runtime, L""))
            return TRUE;
    }
    ioproc_format(runtime->home, IOPROC_PATH, L"%ls", home);
    /* Java 8 or older, which is found only so that the failure can name it. */
    return find_jvm_below(runtime, L"\\jre");
}

/*
 * HotSpot keeps its own path in the ANSI code page. A short path would not help, because Java loads
 * its libraries by their long paths.
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

/* Finds the value of JAVA_VERSION="21.0.8", but not of IMPLEMENTOR_JAVA_VERSION="...". */
static const char *value_in(const char *text)
{
    static const char name[] = "JAVA_VERSION=";
    const char *found = strstr(text, name);

    while (found != NULL && found > text && (found[-1] == '_' || found[-1] >= 'A') &&
           (unsigned char)found[-1] < 0x80)
        found = strstr(found + 1, name);
    return found == NULL ? NULL : found + sizeof name - 1;
}

static BOOL read_release(struct ioproc_runtime *runtime)
{
    WCHAR path[IOPROC_PATH];
    char text[4096];
    ULONGLONG size;
    const char *value;
    size_t i = 0;

    if (!ioproc_format(path, IOPROC_PATH, L"%ls\\release", runtime->home))
        return FALSE;
    text[ioproc_file_start(path, text, sizeof text - 1, &size)] = '\0';
    value = value_in(text);
    if (value == NULL)
        return FALSE;
    value += strspn(value, "\" ");
    for (; i < IOPROC_VERSION - 1 && value[i] > ' ' && value[i] != '"' && value[i] < 0x7F; i++)
        runtime->version_text[i] = (WCHAR)value[i];
    runtime->version_text[i] = L'\0';
    return ioproc_version_parse(runtime->version_text, &runtime->version);
}

/* JDKs, jlink and jpackage write a release file, but an application may ship without it. */
static BOOL read_version(struct ioproc_runtime *runtime)
{
    if (read_release(runtime))
        return TRUE;
    ZeroMemory(&runtime->version, sizeof runtime->version);
    runtime->version_text[0] = L'\0';
    if (!ioproc_file_version(runtime->jvm, &runtime->version))
        return FALSE;
    ioproc_format(runtime->version_text, IOPROC_VERSION, L"%lu.%lu.%lu", runtime->version.part[0],
                  runtime->version.part[1], runtime->version.part[2]);
    return TRUE;
}

/* Java's own classes are in one file, or in folders in an unfinished build of the JDK. */
BOOL ioproc_candidate_has_classes(const struct ioproc_runtime *runtime)
{
    WCHAR path[IOPROC_PATH];

    return ioproc_format(path, IOPROC_PATH, L"%ls\\lib\\modules", runtime->home) &&
           (ioproc_file_exists(path) ||
            (ioproc_format(path, IOPROC_PATH, L"%ls\\modules\\java.base", runtime->home) &&
             GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES));
}

/* A JDK 8 or older has its runtime in the folder jre. */
static BOOL is_jre_below(const struct ioproc_runtime *runtime)
{
    return wcsncmp(runtime->jvm + wcslen(runtime->home), L"\\jre\\", 5) == 0;
}

/* Windows 10 since 1511 has IsWow64Process2, without which there is no ARM. */
WORD ioproc_candidate_windows(void)
{
    is_wow64_process2_t is_wow64_process2 = (is_wow64_process2_t)(void *)GetProcAddress(
        GetModuleHandleW(L"kernel32.dll"), "IsWow64Process2");
    USHORT process;
    USHORT native;
    BOOL is_wow64;

    if (is_wow64_process2 != NULL && is_wow64_process2(GetCurrentProcess(), &process, &native))
        return native;
    if (OWN_MACHINE == IMAGE_FILE_MACHINE_I386 && IsWow64Process(GetCurrentProcess(), &is_wow64) &&
        is_wow64)
        return IMAGE_FILE_MACHINE_AMD64;
    return OWN_MACHINE;
}

/* Windows 11 on ARM also runs x64. Windows 10 does not, and starting Java then fails. */
static BOOL runs_on(WORD machine, WORD windows)
{
    return machine == windows ||
           (machine == IMAGE_FILE_MACHINE_I386 && windows != IMAGE_FILE_MACHINE_I386) ||
           (machine == IMAGE_FILE_MACHINE_AMD64 && windows == IMAGE_FILE_MACHINE_ARM64);
}

static BOOL is_for_other_machine(const struct ioproc_runtime *runtime, WORD machine, WCHAR *reason)
{
    if (machine == 0)
        return FALSE;
    if (!runtime->beside && machine != OWN_MACHINE) {
        ioproc_format(reason, IOPROC_REASON, L"is not for %d-bit%ls processes like this one",
                      (int)sizeof(void *) * 8,
                      OWN_MACHINE == IMAGE_FILE_MACHINE_ARM64 ? L" ARM" : L"");
        return TRUE;
    }
    if (runtime->beside && !runs_on(machine, ioproc_candidate_windows())) {
        ioproc_format(reason, IOPROC_REASON, L"is for another processor");
        return TRUE;
    }
    return FALSE;
}

static enum ioproc_verdict judge_file(struct ioproc_runtime *runtime, WCHAR *reason)
{
    struct ioproc_image image;
    BOOL known = read_version(runtime);

    ioproc_file_image(runtime->jvm, &image);
    runtime->is_32_bit = image.machine == IMAGE_FILE_MACHINE_I386;
    if (is_for_other_machine(runtime, image.machine, reason))
        return IOPROC_WRONG;
    if (known ? runtime->version.part[0] < IOPROC_OLDEST_JAVA : is_jre_below(runtime)) {
        ioproc_format(reason, IOPROC_REASON, L"is Java %ls, older than %d",
                      known ? runtime->version_text : L"8 or older", IOPROC_OLDEST_JAVA);
        return IOPROC_WRONG;
    }
    if (known && image.whole && ioproc_candidate_has_classes(runtime))
        return IOPROC_FITS;
    ioproc_format(reason, IOPROC_REASON, L"%ls",
                  !image.whole ? L"has a damaged jvm.dll"
                  : !known     ? L"does not say its version"
                               : L"has no lib\\modules");
    return IOPROC_DOUBTFUL;
}

/* Some runtimes from jlink and jpackage have no launcher. */
BOOL ioproc_candidate_launcher(const struct ioproc_runtime *runtime, WCHAR *java)
{
    return ioproc_format(java, IOPROC_PATH, L"%ls\\bin\\java.exe", runtime->home) &&
           ioproc_file_exists(java);
}

enum ioproc_verdict ioproc_candidate_judge(struct ioproc_runtime *runtime, WCHAR *reason)
{
    WCHAR java[IOPROC_PATH];
    const WCHAR *why = NULL;

    if (!ioproc_candidate_absolute(runtime->home))
        why = L"is not an absolute path";
    else if (!find_jvm(runtime))
        why = GetFileAttributesW(runtime->home) == INVALID_FILE_ATTRIBUTES
                  ? L"does not exist"
                  : L"has no bin\\server\\jvm.dll";
    else if (wcslen(runtime->jvm) >= MAX_PATH)
        why = L"has a path that is too long for Java";
    else if (!is_ansi(runtime->jvm))
        why = L"has a path with characters that the ANSI code page lacks, from which Java cannot "
              L"load itself";
    else if (runtime->beside && !ioproc_candidate_launcher(runtime, java))
        why = L"has no bin\\java.exe";
    if (why == NULL)
        return judge_file(runtime, reason);
    ioproc_format(reason, IOPROC_REASON, L"%ls", why);
    return IOPROC_NO_RUNTIME;
}
