/* Reports what a file's name refers to, and why mmio could not open it. */
#include "ioproc_private.h"

#include <wchar.h>

/* The name's last part, after the last +, or NULL. */
static const WCHAR *element_of(const WCHAR *name)
{
    const WCHAR *plus = wcsrchr(name, L'+');

    return plus == NULL ? NULL : plus + 1;
}

/* The code by which mmio finds the procedure: the container's extension. 0: there is none. */
static FOURCC code_of(const WCHAR *name)
{
    WCHAR container[IOPROC_PATH];
    WCHAR *dot;

    if (element_of(name) == NULL || !ioproc_format(container, IOPROC_PATH, L"%ls", name))
        return 0;
    *wcsrchr(container, L'+') = L'\0';
    dot = wcsrchr(container, L'.');
    if (dot == NULL || wcschr(dot, L'\\') != NULL || wcschr(dot, L'/') != NULL)
        return 0;
    return mmioStringToFOURCCW(dot + 1, MMIO_TOUPPER);
}

static BOOL is_folder(const WCHAR *path)
{
    DWORD attributes = GetFileAttributesW(path);

    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
}

/* Why this process cannot read a file that exists, or NULL. */
static const WCHAR *refusal_by_windows(const WCHAR *path)
{
    HANDLE file = CreateFileW(path, GENERIC_READ,
                              FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);

    if (file == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_SHARING_VIOLATION
                   ? L"which another program has opened for itself"
                   : L"which this user may not read";
    CloseHandle(file);
    return NULL;
}

static const WCHAR *kind_of(const WCHAR *path)
{
    const WCHAR *refusal;

    if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES)
        return GetLastError() == ERROR_ACCESS_DENIED ? L"which this user may not see"
                                                     : L"which does not exist";
    if (is_folder(path))
        return L"a folder";
    refusal = refusal_by_windows(path);
    return refusal == NULL ? L"a file" : refusal;
}

static void report_parts(struct ioproc_report *report, WCHAR *name)
{
    WCHAR *plus = wcsrchr(name, L'+');

    if (plus == NULL) {
        ioproc_report_line(report, L"file", L"%ls, %ls", name, kind_of(name));
        return;
    }
    *plus = L'\0';
    ioproc_report_line(report, L"container", L"%ls, %ls", name, kind_of(name));
    *plus = L'+';
    ioproc_report_line(report, L"element", L"%ls", plus[1] == L'\0' ? L"none" : plus + 1);
}

/* TRUE: mmio cannot open the name. */
BOOL ioproc_refusal_is_certain(struct ioproc_report *report, WCHAR *name)
{
    report_parts(report, name);
    if (!ioproc_is_ansi(name))
        ioproc_report_problem(report, L"The name has characters that the ANSI code page lacks, and "
                                      L"mmio passes names to procedures in that code page.");
    else if (element_of(name) == NULL && is_folder(name))
        ioproc_report_problem(report, L"A program must name a file, but this is a folder. A "
                                      L"procedure for folders needs a \"+\" after the folder, as "
                                      L"in album.dir+track.wav.");
    else
        return FALSE;
    return TRUE;
}

static const WCHAR *reason_for(MMRESULT error)
{
    switch (error) {
    case MMIOERR_FILENOTFOUND:
        return L"the file was not found";
    case MMIOERR_PATHNOTFOUND:
        return L"the path was not found";
    case MMIOERR_ACCESSDENIED:
        return L"access was denied";
    case MMIOERR_SHARINGVIOLATION:
        return L"another program has opened it";
    case MMIOERR_OUTOFMEMORY:
        return L"memory ran out";
    case MMIOERR_TOOMANYOPENFILES:
        return L"too many files are open";
    default:
        return L"mmio gave no reason";
    }
}

static void append_codes(WCHAR *text, size_t length)
{
    DWORD i;

    for (i = 0; i < ioproc_library.procedure_count; i++) {
        WCHAR code[IOPROC_CODE];

        ioproc_append(text, length, i == 0 ? L"\"" : L", \"");
        ioproc_append(text, length,
                      ioproc_code_text(ioproc_library.procedures[i]->code, code));
        ioproc_append(text, length, L"\"");
    }
}

/* Explains why mmio did not choose a procedure of this DLL, or is empty. */
static void explain_choice(const WCHAR *name, WCHAR *text, size_t length)
{
    FOURCC code = code_of(name);
    WCHAR shown[IOPROC_CODE];

    *text = L'\0';
    if (code != 0 && mmioInstallIOProcW(code, NULL, MMIO_FINDPROC) != NULL)
        return;
    ioproc_append(text, length, L"; mmio looked for an ordinary file, because ");
    if (element_of(name) == NULL) {
        ioproc_append(text, length, L"the name has no \"+\"");
    } else if (code == 0) {
        ioproc_append(text, length, L"what precedes the \"+\" has no extension");
    } else {
        ioproc_append(text, length, L"no procedure is installed under \"");
        ioproc_append(text, length, ioproc_code_text(code, shown));
        ioproc_append(text, length, L"\"");
    }
    ioproc_append(text, length, L". This DLL has procedures for ");
    append_codes(text, length);
    ioproc_append(text, length, L".");
}

/* Wine 8.0 says that a file was not found if it may not be read. */
static BOOL report_existing(struct ioproc_report *report, const WCHAR *name)
{
    const WCHAR *refusal = ioproc_file_exists(name) ? refusal_by_windows(name) : NULL;

    if (refusal != NULL)
        ioproc_report_problem(report, L"mmio could not open \"%ls\", %ls", name, refusal);
    return refusal != NULL;
}

void ioproc_refusal_report(struct ioproc_report *report, const WCHAR *name, MMRESULT error)
{
    const struct ioproc_thread *thread = ioproc_thread_current();
    WCHAR choice[IOPROC_TEXT];

    if (report_existing(report, name))
        return;
    explain_choice(name, choice, IOPROC_TEXT);
    ioproc_report_problem(report, L"mmio could not open \"%ls\" (error %u): %ls%ls", name, error,
                          thread != NULL && thread->failure[0] != L'\0' ? thread->failure
                                                                        : reason_for(error),
                          choice);
}
