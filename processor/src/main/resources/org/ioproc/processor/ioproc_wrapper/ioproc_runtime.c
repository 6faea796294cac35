/* Looks for a Java runtime, in the order that the generated header documents. */
#include "ioproc_private.h"

#include <wchar.h>

/* Windows' own limit of a variable. */
#define VARIABLE 32768

#define SEEN (16 * 1024)
#define REFUSED (IOPROC_TEXT - 448)

/* One search. The places are asked in turn; of several homes in one place the newest is taken. */
struct search {
    int place; /* their number, from 1 */
    struct ioproc_runtime candidate;
    struct ioproc_runtime best;
    struct ioproc_runtime doubtful;
    BOOL found;
    int doubtful_place; /* 0: none */
    BOOL wrong;
    int untold;             /* refused, but there was no room to say so */
    WCHAR refused[REFUSED]; /* what is there and does not fit */
    WCHAR empty[256];       /* where nothing is */
    size_t seen_length;
    WCHAR seen[SEEN]; /* homes that were judged, one after the other, each ended by a zero */
};

static SRWLOCK chosen_lock = SRWLOCK_INIT;
static WCHAR chosen[2 * IOPROC_PATH + 64];

static void say_empty(struct search *search, const WCHAR *what)
{
    if (search->empty[0] != L'\0')
        ioproc_append(search->empty, 256, L"; ");
    ioproc_append(search->empty, 256, what);
}

/* Every line goes to the log; the failure's text takes as many as fit. */
static void refuse(struct search *search, const WCHAR *reason)
{
    const struct ioproc_runtime *candidate = &search->candidate;
    WCHAR line[REFUSED];
    size_t used = wcslen(search->refused);

    ioproc_log(L"Java is not taken from %ls: %ls %ls", candidate->place, candidate->home, reason);
    if (ioproc_format(line, REFUSED, L"%ls (%ls) %ls; ", candidate->place, candidate->home,
                      reason) &&
        used + wcslen(line) < REFUSED)
        ioproc_append(search->refused, REFUSED, line);
    else
        search->untold++;
}

/* The same folder is often in several places; FALSE if it was judged before. */
static BOOL is_new(struct search *search, const WCHAR *home)
{
    size_t length = wcslen(home) + 1;
    size_t i;

    for (i = 0; i < search->seen_length; i += wcslen(search->seen + i) + 1) {
        if (_wcsicmp(search->seen + i, home) == 0)
            return FALSE;
    }
    if (search->seen_length + length <= SEEN) {
        wmemcpy(search->seen + search->seen_length, home, length);
        search->seen_length += length;
    }
    return TRUE;
}

static BOOL is_newer(const struct ioproc_runtime *candidate, const struct ioproc_runtime *than)
{
    return ioproc_version_compare(&candidate->version, &than->version) > 0;
}

static void judge(struct search *search)
{
    WCHAR reason[IOPROC_REASON];
    enum ioproc_verdict verdict = ioproc_candidate_judge(&search->candidate, reason);

    if (verdict == IOPROC_FITS) {
        if (!search->found || is_newer(&search->candidate, &search->best))
            search->best = search->candidate;
        search->found = TRUE;
        return;
    }
    search->wrong = search->wrong || verdict == IOPROC_WRONG;
    refuse(search, reason);
    if (verdict == IOPROC_DOUBTFUL &&
        (search->doubtful_place == 0 || (search->doubtful_place == search->place &&
                                         is_newer(&search->candidate, &search->doubtful)))) {
        search->doubtful = search->candidate;
        search->doubtful_place = search->place;
    }
}

/* What a variable, a key or PATH names; its place has been written. */
static void consider(struct search *search, const WCHAR *text)
{
    if (!ioproc_candidate_clean(text, search->candidate.home)) {
        search->candidate.home[0] = L'\0';
        refuse(search, L"is too long");
    } else if (is_new(search, search->candidate.home)) {
        judge(search);
    }
}

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

static void in_variable(struct search *search, const WCHAR *variable)
{
    WCHAR *value = variable_value(variable);
    WCHAR line[64];

    if (value == NULL) {
        ioproc_format(line, 64, L"%ls is not set", variable);
        say_empty(search, line);
        return;
    }
    ioproc_format(search->candidate.place, IOPROC_PATH, L"%ls", variable);
    consider(search, value);
    HeapFree(GetProcessHeap(), 0, value);
}

static void in_ioproc_java_home(struct search *search)
{
    in_variable(search, L"IOPROC_JAVA_HOME");
}

static void in_java_home(struct search *search)
{
    in_variable(search, L"JAVA_HOME");
}

static void beside_dll(struct search *search)
{
    WCHAR folder[IOPROC_PATH];

    ioproc_format(search->candidate.place, IOPROC_PATH, L"the folder \"runtime\" beside the DLL");
    if (!ioproc_beside(folder, L"runtime")) {
        search->candidate.home[0] = L'\0';
        refuse(search, L"has too long a path");
    } else if (GetFileAttributesW(folder) == INVALID_FILE_ATTRIBUTES) {
        say_empty(search, L"no folder \"runtime\" is beside the DLL");
    } else {
        consider(search, folder);
    }
}

static void in_key(void *context, const WCHAR *hive, const WCHAR *key, const WCHAR *home)
{
    struct search *search = context;

    ioproc_format(search->candidate.place, IOPROC_PATH, L"%ls\\%ls", hive, key);
    consider(search, home);
}

static void in_javasoft(struct search *search)
{
    ioproc_registry_javasoft(in_key, search);
}

static void in_vendors(struct search *search)
{
    ioproc_registry_vendors(in_key, search);
}

/* Oracle's javapath and other folders hold a copy or a link of java.exe that belongs to no home. */
static void in_path_entry(struct search *search, const WCHAR *entry)
{
    WCHAR folder[IOPROC_PATH];
    WCHAR java[IOPROC_PATH];

    if (!ioproc_candidate_clean(entry, folder) || !ioproc_candidate_absolute(folder) ||
        !ioproc_format(java, IOPROC_PATH, L"%ls\\java.exe", folder) || !ioproc_file_exists(java))
        return;
    ioproc_format(search->candidate.place, IOPROC_PATH, L"PATH");
    consider(search, folder);
}

/* The first that fits, as a command line would take it, not the newest. */
static void on_path(struct search *search)
{
    WCHAR *value = variable_value(L"PATH");
    WCHAR *entry = value;

    while (entry != NULL && !search->found) {
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

static MMRESULT take(const struct ioproc_runtime *taken, struct ioproc_runtime *runtime)
{
    WCHAR text[sizeof chosen / sizeof *chosen];

    *runtime = *taken;
    describe(taken, text, sizeof text / sizeof *text);
    AcquireSRWLockExclusive(&chosen_lock);
    wmemcpy(chosen, text, sizeof chosen / sizeof *chosen);
    ReleaseSRWLockExclusive(&chosen_lock);
    ioproc_log(L"Java is %ls", text);
    return MMSYSERR_NOERROR;
}

static MMRESULT nothing_fits(const struct search *search)
{
    WCHAR untold[64] = L"";

    if (search->untold > 0)
        ioproc_format(untold, 64, L"%d more, which IOPROC_LOG lists; ", search->untold);
    return ioproc_fail(search->wrong ? IOPROC_E_WRONG_JAVA : IOPROC_E_NO_JAVA,
                       L"No Java runtime (%d or later, %d-bit) was found: %ls%ls%ls. Install one, "
                       L"or set IOPROC_JAVA_HOME to its folder",
                       IOPROC_OLDEST_JAVA, (int)sizeof(void *) * 8, search->refused, untold,
                       search->empty);
}

static MMRESULT find(struct search *search, struct ioproc_runtime *runtime)
{
    static void (*const places[])(struct search *) = {
        in_ioproc_java_home, beside_dll, in_java_home, in_javasoft, in_vendors, on_path,
    };
    size_t i;

    for (i = 0; i < sizeof places / sizeof *places && !search->found; i++) {
        search->place = (int)i + 1;
        places[i](search);
    }
    if (search->found)
        return take(&search->best, runtime);
    if (search->doubtful_place > 0)
        return take(&search->doubtful, runtime);
    say_empty(search, L"nothing else is in the registry (SOFTWARE\\JavaSoft and vendors' keys) or "
                      L"on PATH");
    return nothing_fits(search);
}

MMRESULT ioproc_runtime_find(struct ioproc_runtime *runtime)
{
    struct search *search = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *search);
    MMRESULT status;

    if (search == NULL)
        return ioproc_fail_memory();
    status = find(search, runtime);
    HeapFree(GetProcessHeap(), 0, search);
    return status;
}

/* The home of the jvm.dll that somebody else loaded. */
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
    WCHAR text[sizeof chosen / sizeof *chosen];

    if (present) {
        describe_present(text, sizeof text / sizeof *text);
    } else {
        AcquireSRWLockShared(&chosen_lock);
        wmemcpy(text, chosen, sizeof text / sizeof *text);
        ReleaseSRWLockShared(&chosen_lock);
    }
    return ioproc_hand_out(text, buffer, length);
}
