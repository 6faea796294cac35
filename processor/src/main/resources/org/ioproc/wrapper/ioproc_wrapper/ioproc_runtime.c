/* Looks for a Java runtime, in the order that the generated header documents. */
#include "ioproc_private.h"

#include <wchar.h>

/* Windows' limit for the value of an environment variable. */
#define VARIABLE 32768

/* The place, the home, the version and the reason. */
#define CHOSEN (2 * IOPROC_PATH + IOPROC_TEXT + 64)

static SRWLOCK chosen_lock = SRWLOCK_INIT;
static WCHAR chosen[CHOSEN];

static WCHAR *variable_value(const WCHAR *variable)
{
    WCHAR *value = HeapAlloc(GetProcessHeap(), 0, VARIABLE * sizeof *value);
    DWORD length = value == NULL ? 0 : GetEnvironmentVariableW(variable, value, VARIABLE);

    if (length > 0 && length < VARIABLE)
        return value;
    if (value != NULL)
        HeapFree(GetProcessHeap(), 0, value);
    return NULL;
}

static void in_variable(struct ioproc_search *search, const WCHAR *variable)
{
    WCHAR *value = variable_value(variable);
    WCHAR line[64];

    if (value != NULL) {
        ioproc_search_consider(search, variable, value);
        HeapFree(GetProcessHeap(), 0, value);
        return;
    }
    ioproc_format(line, 64, L"%ls is not set", variable);
    ioproc_search_empty(search, line);
}

static void in_ioproc_java_home(struct ioproc_search *search)
{
    in_variable(search, L"IOPROC_JAVA_HOME");
}

static void in_java_home(struct ioproc_search *search)
{
    in_variable(search, L"JAVA_HOME");
}

static void beside_dll(struct ioproc_search *search)
{
    WCHAR folder[IOPROC_PATH];

    if (!ioproc_beside(folder, L"runtime"))
        ioproc_search_empty(search, L"the path of a folder \"runtime\" beside the DLL is too long");
    else if (GetFileAttributesW(folder) == INVALID_FILE_ATTRIBUTES)
        ioproc_search_empty(search, L"no folder \"runtime\" is beside the DLL");
    else
        ioproc_search_consider(search, L"the folder \"runtime\" beside the DLL", folder);
}

static void in_key(void *context, const WCHAR *hive, const WCHAR *key, const WCHAR *home)
{
    WCHAR place[IOPROC_PATH];

    ioproc_format(place, IOPROC_PATH, L"%ls\\%ls", hive, key);
    ioproc_search_consider(context, place, home);
}

static void in_javasoft(struct ioproc_search *search)
{
    ioproc_registry_javasoft(ioproc_search_is_beside(search), in_key, search);
}

static void in_vendors(struct ioproc_search *search)
{
    ioproc_registry_vendors(ioproc_search_is_beside(search), in_key, search);
}

/* Oracle's javapath and similar folders hold a java.exe without a runtime, and are refused. */
static void in_path_entry(struct ioproc_search *search, const WCHAR *entry)
{
    WCHAR folder[IOPROC_PATH];
    WCHAR java[IOPROC_PATH];

    if (ioproc_candidate_clean(entry, folder) && ioproc_candidate_absolute(folder) &&
        ioproc_format(java, IOPROC_PATH, L"%ls\\java.exe", folder) && ioproc_file_exists(java))
        ioproc_search_consider(search, L"PATH", folder);
}

/* Takes the first that fits, as a command line would, not the newest. */
static void on_path(struct ioproc_search *search)
{
    WCHAR *value = variable_value(L"PATH");
    WCHAR *entry = value;

    while (entry != NULL && ioproc_search_goes_on(search)) {
        WCHAR *next = entry;
        BOOL quoted = FALSE;

        for (; *next != L'\0' && (quoted || *next != L';'); next++)
            quoted = quoted != (*next == L'"');
        if (*next != L'\0')
            *next++ = L'\0';
        in_path_entry(search, entry);
        entry = *next == L'\0' ? NULL : next;
    }
    if (value != NULL)
        HeapFree(GetProcessHeap(), 0, value);
}

static void describe(const struct ioproc_runtime *runtime, WCHAR *text, size_t length)
{
    ioproc_format(text, length, L"%ls (Java %ls, found in %ls)", runtime->home,
                  runtime->version_text[0] == L'\0' ? L"of unknown version" : runtime->version_text,
                  runtime->place);
}

static MMRESULT choose(const struct ioproc_runtime *found, const WCHAR *why_beside,
                       struct ioproc_runtime *runtime)
{
    *runtime = *found;
    AcquireSRWLockExclusive(&chosen_lock);
    describe(found, chosen, CHOSEN);
    ioproc_log(L"Java is %ls", chosen);
    if (why_beside != NULL) {
        ioproc_append(chosen, CHOSEN, L", beside this process: ");
        ioproc_append(chosen, CHOSEN, why_beside);
    }
    ReleaseSRWLockExclusive(&chosen_lock);
    return MMSYSERR_NOERROR;
}

/* Searches one place after another. In each place except PATH it takes the newest runtime. */
static void search_places(struct ioproc_search *search)
{
    static void (*const places[])(struct ioproc_search *) = {
        in_ioproc_java_home, beside_dll, in_java_home, in_javasoft, in_vendors, on_path,
    };
    size_t i;

    for (i = 0; i < sizeof places / sizeof *places && ioproc_search_goes_on(search); i++) {
        ioproc_search_next_place(search);
        places[i](search);
    }
}

static MMRESULT find(struct ioproc_search *search, const WCHAR *why_beside,
                     struct ioproc_runtime *runtime)
{
    const struct ioproc_runtime *found;

    search_places(search);
    found = ioproc_search_result(search);
    if (found != NULL)
        return choose(found, why_beside, runtime);
    ioproc_search_empty(search, L"nothing else is in the registry (SOFTWARE\\JavaSoft and vendors' "
                                L"keys) or on PATH");
    return ioproc_search_fail(search);
}

MMRESULT ioproc_runtime_find(struct ioproc_runtime *runtime, const WCHAR *why_beside)
{
    struct ioproc_search *search = ioproc_search_create(why_beside != NULL);
    MMRESULT status;

    if (search == NULL)
        return ioproc_fail_memory();
    status = find(search, why_beside, runtime);
    ioproc_search_free(search);
    return status;
}

void ioproc_runtime_list(BOOL beside, ioproc_search_line line, void *context)
{
    struct ioproc_search *search = ioproc_search_create(beside);

    if (search == NULL)
        return;
    ioproc_search_tell(search, line, context);
    search_places(search);
    ioproc_search_free(search);
}

/* Describes the runtime of a jvm.dll that another part of the process has loaded. */
static void describe_present(WCHAR *text, size_t length)
{
    struct ioproc_runtime *runtime = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *runtime);
    WCHAR reason[IOPROC_REASON];
    HMODULE jvm = GetModuleHandleW(L"jvm.dll");

    text[0] = L'\0';
    if (runtime == NULL)
        return;
    if (jvm != NULL && GetModuleFileNameW(jvm, runtime->home, IOPROC_PATH) > 0) {
        ioproc_candidate_judge(runtime, reason);
        ioproc_format(runtime->place, IOPROC_PATH, L"the process");
        describe(runtime, text, length);
    }
    HeapFree(GetProcessHeap(), 0, runtime);
}

int ioproc_runtime_text(BOOL present, WCHAR *buffer, int length)
{
    WCHAR text[2 * IOPROC_PATH + 64];
    int whole;

    if (present) {
        describe_present(text, sizeof text / sizeof *text);
        return ioproc_hand_out(text, buffer, length);
    }
    AcquireSRWLockShared(&chosen_lock);
    whole = ioproc_hand_out(chosen, buffer, length);
    ReleaseSRWLockShared(&chosen_lock);
    return whole;
}
