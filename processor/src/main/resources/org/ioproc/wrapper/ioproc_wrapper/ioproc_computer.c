/* Reports what the DLL, the process and Windows are, and which settings the process has. */
#include "ioproc_private.h"

#include <wchar.h>

/* Longer values are cut. */
#define VALUE IOPROC_PATH

typedef LONG(WINAPI *rtl_get_version_t)(OSVERSIONINFOW *);
typedef const char *(*wine_get_version_t)(void);

static void *ntdll(const char *name)
{
    return (void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), name);
}

/* GetVersionEx depends on the program's manifest; this function does not. */
static void report_windows(struct ioproc_report *report)
{
    rtl_get_version_t get_version = (rtl_get_version_t)ntdll("RtlGetVersion");
    wine_get_version_t wine = (wine_get_version_t)ntdll("wine_get_version");
    OSVERSIONINFOW version;

    ZeroMemory(&version, sizeof version);
    version.dwOSVersionInfoSize = sizeof version;
    if (get_version != NULL)
        get_version(&version);
    ioproc_report_line(report, L"Windows", L"%lu.%lu.%lu%hs%hs", version.dwMajorVersion,
                       version.dwMinorVersion, version.dwBuildNumber,
                       wine == NULL ? "" : ", Wine ", wine == NULL ? "" : wine());
}

static const WCHAR *machine_name(WORD machine)
{
    switch (machine) {
    case IMAGE_FILE_MACHINE_AMD64:
        return L"x64";
    case IMAGE_FILE_MACHINE_ARM64:
        return L"ARM64";
    case IMAGE_FILE_MACHINE_I386:
        return L"x86";
    default:
        return L"another processor";
    }
}

static void report_process(struct ioproc_report *report)
{
    WCHAR path[IOPROC_PATH] = L"";
    SYSTEMTIME now;

    GetModuleFileNameW(NULL, path, IOPROC_PATH);
    ioproc_report_line(report, L"process", L"%ls, %d bits, on Windows for %ls", path,
                       (int)sizeof(void *) * 8, machine_name(ioproc_candidate_windows()));
    if (GetCurrentDirectoryW(IOPROC_PATH, path) > 0)
        ioproc_report_line(report, L"folder", L"%ls", path);
    GetSystemTime(&now);
    ioproc_report_line(report, L"time", L"%04u-%02u-%02u %02u:%02u UTC", now.wYear, now.wMonth,
                       now.wDay, now.wHour, now.wMinute);
}

/* A damaged DLL is not prepared for ioproc_own_path. */
static void report_file(struct ioproc_report *report)
{
    WCHAR path[IOPROC_PATH] = L"";
    struct ioproc_image image;
    HMODULE module;

    if (!GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS |
                                GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                            (LPCWSTR)(void *)report_file, &module))
        return;
    GetModuleFileNameW(module, path, IOPROC_PATH);
    ioproc_file_image(path, &image);
    ioproc_report_line(report, L"DLL", L"%ls, for %ls", path, machine_name(image.machine));
}

static void report_library(struct ioproc_report *report)
{
    DWORD i;

    ioproc_report_line(report, L"version", L"%ls", ioproc_library.version);
    ioproc_report_line(report, L"classes",
                       ioproc_loader_in_dll() ? L"in the DLL" : L"in %ls.jar and the folder lib",
                       ioproc_library.name);
    for (i = 0; i < ioproc_library.procedure_count; i++) {
        const struct ioproc_procedure *procedure = ioproc_library.procedures[i];
        WCHAR code[IOPROC_CODE];

        ioproc_report_line(report, L"procedure", L"\"%ls\" %ls, created by %ls",
                           ioproc_code_text(procedure->code, code), procedure->name,
                           procedure->provider);
    }
}

static void report_variable(struct ioproc_report *report, const WCHAR *name)
{
    WCHAR value[VALUE];
    DWORD length = GetEnvironmentVariableW(name, value, VALUE);

    if (length >= VALUE)
        ioproc_report_line(report, L"variable", L"%ls, which is very long", name);
    else if (length > 0)
        ioproc_report_line(report, L"variable", L"%ls=%ls", name, value);
}

/* Those that the generated header lists. PATH would name too much. */
static void report_variables(struct ioproc_report *report)
{
    static const WCHAR *const names[] = {
        L"IOPROC_JAVA_HOME",  L"JAVA_HOME",         L"JAVA_TOOL_OPTIONS",
        L"_JAVA_OPTIONS",     L"_ALT_JAVA_HOME_DIR", L"IOPROC_JAVA",
        L"IOPROC_JAVA_LIMIT", L"IOPROC_READ_AHEAD", L"IOPROC_LOG",
        L"IOPROC_IGNORE_POLICIES",
    };
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++)
        report_variable(report, names[i]);
}

/* With the wrapper's own options. Their failure is that of Java's start. */
static void report_options(struct ioproc_report *report)
{
    struct ioproc_options *options = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *options);
    WCHAR value[VALUE];
    jint i;

    if (options == NULL)
        return;
    if (ioproc_options_read(options, sizeof(void *) == 8) == MMSYSERR_NOERROR) {
        for (i = 0; i < options->count; i++) {
            if (MultiByteToWideChar(CP_ACP, 0, options->option[i].optionString, -1, value,
                                    VALUE) > 0)
                ioproc_report_line(report, L"option", L"%ls", value);
        }
    }
    HeapFree(GetProcessHeap(), 0, options);
}

void ioproc_computer_report(struct ioproc_report *report)
{
    report_file(report);
    if (ioproc_library_fault() == NULL)
        report_library(report);
    report_windows(report);
    report_process(report);
    report_variables(report);
    report_options(report);
}
