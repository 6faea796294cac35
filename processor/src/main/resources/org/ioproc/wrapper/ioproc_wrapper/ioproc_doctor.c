/* A command for rundll32: reports what the DLL finds on this computer, and what is wrong. */
#include "ioproc_private.h"

#include <wchar.h>

struct arguments {
    WCHAR report[IOPROC_PATH]; /* empty: a temporary file */
    BOOL shown;
    BOOL cut;                /* whether one was too long */
    BOOL archive;            /* whether to create a class-data archive */
    WCHAR name[IOPROC_PATH]; /* of the file to open, or empty */
};

static const WCHAR *skip_spaces(const WCHAR *text)
{
    while (*text == L' ' || *text == L'\t')
        text++;
    return text;
}

/* Copies a word, whose quotation marks may contain spaces, and returns what follows it. */
static const WCHAR *copy_word(const WCHAR *text, WCHAR *word, size_t length, BOOL *cut)
{
    BOOL quoted = FALSE;
    size_t used = 0;

    *cut = FALSE;

    for (; *text != L'\0' && (quoted || (*text != L' ' && *text != L'\t')); text++) {
        if (*text == L'"')
            quoted = !quoted;
        else if (used + 1 < length)
            word[used++] = *text;
        else
            *cut = TRUE;
    }
    word[used] = L'\0';
    return skip_spaces(text);
}

/* The name is the rest of the line. It may contain spaces, with or without quotation marks. */
static void copy_name(const WCHAR *text, WCHAR *name, size_t length, BOOL *cut)
{
    size_t used = 0;

    for (; *text != L'\0'; text++) {
        if (*text == L'"')
            continue;
        if (used + 1 < length)
            name[used++] = *text;
        else
            *cut = TRUE;
    }
    while (used > 0 && (name[used - 1] == L' ' || name[used - 1] == L'\t'))
        used--;
    name[used] = L'\0';
}

/* Quotation marks may be around a whole option or around its value. */
static void parse(const WCHAR *line, struct arguments *arguments)
{
    static const WCHAR report[] = L"--report=";
    WCHAR *word = arguments->name;
    const WCHAR *next;
    BOOL cut;

    arguments->shown = TRUE;
    line = skip_spaces(line);
    for (next = copy_word(line, word, IOPROC_PATH, &cut); wcsncmp(word, L"--", 2) == 0;
         next = copy_word(line, word, IOPROC_PATH, &cut)) {
        arguments->cut = arguments->cut || cut;
        if (!cut && ioproc_begins_alike(word, report))
            ioproc_format(arguments->report, IOPROC_PATH, L"%ls", word + wcslen(report));
        else if (ioproc_is_same(word, L"--no-open"))
            arguments->shown = FALSE;
        else if (ioproc_is_same(word, L"--archive"))
            arguments->archive = TRUE;
        line = next;
    }
    copy_name(line, arguments->name, IOPROC_PATH, &arguments->cut);
}

static void report_failure(struct ioproc_report *report, MMRESULT status)
{
    WCHAR text[IOPROC_TEXT];

    if (status == MMSYSERR_NOERROR)
        return;
    ioproc_error_text(text, IOPROC_TEXT);
    ioproc_report_problem(report, L"%ls (status %u)", text, status);
}

static void list_inside(void *report, const WCHAR *line)
{
    ioproc_report_line(report, L"inside", L"%ls", line);
}

static void list_beside(void *report, const WCHAR *line)
{
    ioproc_report_line(report, L"beside", L"%ls", line);
}

/* The last line before a crash of Java. */
static MMRESULT preload(struct ioproc_report *report, struct ioproc_procedure *procedure)
{
    DWORD begin = timeGetTime();
    MMRESULT status;

    ioproc_report_line(report, L"starting", L"%ls; if this is the last line, Java has ended the "
                                            L"process",
                       procedure->name);
    status = ioproc_preload(procedure);
    report_failure(report, status);
    if (status == MMSYSERR_NOERROR)
        ioproc_report_line(report, L"started", L"%ls, in %lu ms", procedure->name,
                           timeGetTime() - begin);
    return status;
}

static MMRESULT preload_all(struct ioproc_report *report)
{
    MMRESULT first = MMSYSERR_NOERROR;
    DWORD i;

    for (i = 0; i < ioproc_library.procedure_count; i++) {
        MMRESULT status = preload(report, ioproc_library.procedures[i]);

        if (first == MMSYSERR_NOERROR)
            first = status;
    }
    return first;
}

/* Lists all runtimes, and also those to run beside the process if none runs inside. */
static void report_java(struct ioproc_report *report)
{
    WCHAR chosen[2 * IOPROC_TEXT];
    MMRESULT status;

    ioproc_report_section(report, L"Java");
    report_failure(report, ioproc_way_check());
    if (!ioproc_way_is_beside())
        ioproc_runtime_list(FALSE, list_inside, report);
    report_failure(report, ioproc_loader_check());
    status = preload_all(report);
    if (status != MMSYSERR_NOERROR || ioproc_way_is_beside())
        ioproc_runtime_list(TRUE, list_beside, report);
    if (ioproc_java_text(chosen, 2 * IOPROC_TEXT) > 0)
        ioproc_report_line(report, L"chosen", L"%ls", chosen);
    ioproc_shared_text(chosen, 2 * IOPROC_TEXT);
    if (!ioproc_way_is_beside())
        ioproc_report_line(report, L"archive", L"%ls", chosen);
}

static void install_all(struct ioproc_report *report)
{
    DWORD i;

    for (i = 0; i < ioproc_library.procedure_count; i++)
        report_failure(report, ioproc_install(ioproc_library.procedures[i]));
}

static void remove_all(void)
{
    DWORD i;

    for (i = 0; i < ioproc_library.procedure_count; i++) {
        if (ioproc_library.procedures[i]->installed > 0)
            ioproc_remove(ioproc_library.procedures[i]);
    }
}

/* Java writes the archive when it ends, and nothing needs it afterwards. */
static void create_archive(struct ioproc_report *report)
{
    WCHAR path[IOPROC_PATH];
    MMRESULT status;

    if (ioproc_way_is_beside()) {
        ioproc_report_problem(report, L"No archive was recorded, because Java runs beside the "
                                      L"process, where it uses none");
        return;
    }
    ioproc_report_section(report, L"Class-data archive");
    ioproc_report_line(report, L"writing", L"%ls.jsa; if this is the last line, Java has ended the "
                                          L"process",
                       ioproc_library.name);
    ioproc_vm_end();
    status = ioproc_shared_keep(path);
    report_failure(report, status);
    if (status == MMSYSERR_NOERROR)
        ioproc_report_line(report, L"written", L"%ls", path);
}

static void examine(struct ioproc_report *report, struct arguments *arguments)
{
    MMRESULT status = ioproc_use();

    ioproc_report_section(report, L"DLL and computer");
    ioproc_computer_report(report);
    report_failure(report, status);
    if (status != MMSYSERR_NOERROR)
        return;
    if (arguments->archive)
        ioproc_shared_record();
    report_java(report);
    install_all(report);
    if (arguments->cut)
        ioproc_report_problem(report, L"The arguments must have at most %d characters each",
                              IOPROC_PATH - 1);
    else if (arguments->name[0] != L'\0')
        ioproc_reading_report(report, arguments->name);
    remove_all();
    if (arguments->archive)
        create_archive(report);
}

int ioproc_doctor(HWND hwnd, HINSTANCE hinst, LPWSTR lpszCmdLine, int nCmdShow)
{
    struct arguments arguments;
    struct ioproc_report *report;

    (void)hwnd;
    (void)hinst;
    (void)nCmdShow;
    ioproc_library_fault(); /* reads the library's name */
    ZeroMemory(&arguments, sizeof arguments);
    parse(lpszCmdLine == NULL ? L"" : lpszCmdLine, &arguments);
    report = ioproc_report_open(arguments.report, arguments.shown);
    if (report == NULL)
        return -1;
    examine(report, &arguments);
    return ioproc_report_close(report);
}
