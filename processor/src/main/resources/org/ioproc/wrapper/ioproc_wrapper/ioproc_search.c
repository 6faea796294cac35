/* The result of a search for Java, and the reason why each of the other runtimes was refused. */
#include "ioproc_private.h"

#include <wchar.h>

#define SEEN (16 * 1024)
#define REFUSED (IOPROC_TEXT - 448)
#define EMPTY 256

struct ioproc_search {
    int place; /* counted from 1 */
    struct ioproc_runtime candidate;
    struct ioproc_runtime best;
    struct ioproc_runtime doubtful;
    BOOL found;
    int doubtful_place; /* 0: none */
    BOOL wrong;         /* a runtime was refused for its architecture or version */
    int unlisted;       /* refused, but not in the text below, which was full */
    WCHAR refused[REFUSED];
    WCHAR empty[EMPTY]; /* places without a runtime */
    ioproc_search_line tell; /* NULL: tells nothing */
    void *context;
    size_t seen_length;
    WCHAR seen[SEEN]; /* homes that were judged, each with its terminator */
};

struct ioproc_search *ioproc_search_create(BOOL beside)
{
    struct ioproc_search *search = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *search);

    if (search != NULL)
        search->candidate.beside = beside;
    return search;
}

void ioproc_search_free(struct ioproc_search *search)
{
    HeapFree(GetProcessHeap(), 0, search);
}

void ioproc_search_next_place(struct ioproc_search *search)
{
    search->place++;
}

BOOL ioproc_search_is_beside(const struct ioproc_search *search)
{
    return search->candidate.beside;
}

void ioproc_search_tell(struct ioproc_search *search, ioproc_search_line line, void *context)
{
    search->tell = line;
    search->context = context;
}

BOOL ioproc_search_goes_on(const struct ioproc_search *search)
{
    return !search->found || search->tell != NULL;
}

static void tell(const struct ioproc_search *search, const WCHAR *line)
{
    if (search->tell != NULL)
        search->tell(search->context, line);
}

void ioproc_search_empty(struct ioproc_search *search, const WCHAR *what)
{
    if (search->empty[0] != L'\0')
        ioproc_append(search->empty, EMPTY, L"; ");
    ioproc_append(search->empty, EMPTY, what);
    tell(search, what);
}

static void tell_verdict(const struct ioproc_search *search, const WCHAR *verdict)
{
    WCHAR line[IOPROC_TEXT];

    ioproc_format(line, IOPROC_TEXT, L"%ls (%ls) %ls", search->candidate.place,
                  search->candidate.home, verdict);
    tell(search, line);
}

/* The log gets every line, and the failure's text as many as fit. */
static void refuse(struct ioproc_search *search, const WCHAR *reason)
{
    const struct ioproc_runtime *candidate = &search->candidate;
    WCHAR line[REFUSED];

    ioproc_log(L"Java from %ls is not used: %ls %ls", candidate->place, candidate->home, reason);
    tell_verdict(search, reason);
    if (ioproc_format(line, REFUSED, L"%ls (%ls) %ls; ", candidate->place, candidate->home,
                      reason) &&
        wcslen(search->refused) + wcslen(line) < REFUSED)
        ioproc_append(search->refused, REFUSED, line);
    else
        search->unlisted++;
}

/* Returns FALSE if the home was judged before: the same folder is often found in several places. */
static BOOL is_new(struct ioproc_search *search, const WCHAR *home)
{
    size_t length = wcslen(home) + 1;
    size_t i;

    for (i = 0; i < search->seen_length; i += wcslen(search->seen + i) + 1) {
        if (ioproc_is_same(search->seen + i, home))
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

/* Keeps the newest doubtful runtime of the first place that has any. */
static void keep_doubtful(struct ioproc_search *search)
{
    if (search->doubtful_place != 0 &&
        (search->doubtful_place != search->place ||
         !is_newer(&search->candidate, &search->doubtful)))
        return;
    search->doubtful = search->candidate;
    search->doubtful_place = search->place;
}

static void judge(struct ioproc_search *search)
{
    WCHAR reason[IOPROC_REASON];
    enum ioproc_verdict verdict = ioproc_candidate_judge(&search->candidate, reason);

    if (verdict == IOPROC_FITS) {
        ioproc_format(reason, IOPROC_REASON, L"can be used: Java %ls",
                      search->candidate.version_text);
        tell_verdict(search, reason);
        if (!search->found || is_newer(&search->candidate, &search->best))
            search->best = search->candidate;
        search->found = TRUE;
        return;
    }
    search->wrong = search->wrong || verdict == IOPROC_WRONG;
    refuse(search, reason);
    if (verdict == IOPROC_DOUBTFUL)
        keep_doubtful(search);
}

void ioproc_search_consider(struct ioproc_search *search, const WCHAR *place, const WCHAR *home)
{
    ioproc_format(search->candidate.place, IOPROC_PATH, L"%ls", place);
    if (!ioproc_candidate_clean(home, search->candidate.home)) {
        search->candidate.home[0] = L'\0';
        refuse(search, L"has a path that is too long");
    } else if (is_new(search, search->candidate.home)) {
        judge(search);
    }
}

const struct ioproc_runtime *ioproc_search_result(const struct ioproc_search *search)
{
    if (search->found)
        return &search->best;
    return search->doubtful_place > 0 ? &search->doubtful : NULL;
}

MMRESULT ioproc_search_fail(const struct ioproc_search *search)
{
    WCHAR unlisted[64] = L"";
    WCHAR bits[16] = L"";

    if (search->unlisted > 0)
        ioproc_format(unlisted, 64, L"%d more, which IOPROC_LOG lists; ", search->unlisted);
    if (!search->candidate.beside)
        ioproc_format(bits, 16, L", %d-bit", (int)sizeof(void *) * 8);
    return ioproc_fail(search->wrong ? IOPROC_E_WRONG_JAVA : IOPROC_E_NO_JAVA,
                       L"No Java runtime (%d or later%ls) was found: %ls%ls%ls. Install one, "
                       L"or set IOPROC_JAVA_HOME to its folder",
                       IOPROC_OLDEST_JAVA, bits, search->refused, unlisted,
                       search->empty);
}
