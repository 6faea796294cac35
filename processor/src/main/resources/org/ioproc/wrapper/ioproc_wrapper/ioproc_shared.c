/*
 * The class-data archive beside the DLL, <name>.jsa: the classes as Java keeps them in memory, so
 * that it need not read and verify them. The doctor creates it.
 *
 * Java's own checks do not find all damage, which could crash it. So what Java wrote is followed by
 * the archive's subject, a text that names the Java and the files with the classes, and by a
 * checksum. An archive that does not fit is not used, which is never an error.
 */
#include "ioproc_private.h"

#include <string.h>
#include <wchar.h>

/* Room for the class path, and for each file's size and time. */
#define SUBJECT (16 * 1024)
#define STATE 256

/* At the file's end. */
struct tail {
    DWORD length; /* of what precedes */
    DWORD crc;    /* of it */
    BYTE mark[8]; /* the last one is the format's version */
};

struct shared {
    WCHAR path[IOPROC_PATH];
    WCHAR class_path[IOPROC_PATH * 4];
    WCHAR subject[SUBJECT];
    WCHAR found[SUBJECT]; /* the subject in the file */
};

static const BYTE mark[8] = {'I', 'O', 'P', 'R', 'O', 'C', 'S', 1};
static BOOL recording;
static WCHAR *recorded; /* the subject of the archive that Java records, or NULL */
static WCHAR state[STATE] = L"Java has not been started by this DLL";

static void set_state(const WCHAR *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    ioproc_format_list(state, STATE, format, arguments);
    va_end(arguments);
}

int ioproc_shared_text(WCHAR *text, int length)
{
    return ioproc_hand_out(state, text, length);
}

void ioproc_shared_record(void)
{
    recording = TRUE;
}

static BOOL find_path(WCHAR *path, const WCHAR *extension)
{
    WCHAR name[MAX_PATH];

    return ioproc_format(name, MAX_PATH, L"%ls.%ls", ioproc_library.name, extension) &&
           ioproc_beside(path, name) && wcslen(path) < MAX_PATH && wcschr(path, L';') == NULL &&
           ioproc_is_ansi(path);
}

/* Adds a file's path, size and time. */
static BOOL add_file(WCHAR *subject, const WCHAR *path)
{
    WIN32_FILE_ATTRIBUTE_DATA data;
    size_t used = wcslen(subject);

    return GetFileAttributesExW(path, GetFileExInfoStandard, &data) &&
           ioproc_format(subject + used, SUBJECT - used, L"%ls|%lu.%lu|%lu.%lu\n", path,
                         data.nFileSizeHigh, data.nFileSizeLow,
                         data.ftLastWriteTime.dwHighDateTime, data.ftLastWriteTime.dwLowDateTime);
}

static BOOL add_files(WCHAR *subject, const WCHAR *class_path)
{
    WCHAR path[MAX_PATH + 1];
    const WCHAR *end;

    for (;; class_path = end + 1) {
        size_t length;

        end = wcschr(class_path, L';');
        length = end == NULL ? wcslen(class_path) : (size_t)(end - class_path);
        memcpy(path, class_path, length * sizeof *path);
        path[length] = L'\0';
        if (!add_file(subject, path))
            return FALSE;
        if (end == NULL)
            return TRUE;
    }
}

/* FALSE: this DLL, or this Java, cannot have an archive. */
static BOOL find_subject(struct shared *shared, const struct ioproc_runtime *runtime)
{
    shared->subject[0] = L'\0';
    return ioproc_loader_class_path(shared->class_path,
                                    sizeof shared->class_path / sizeof *shared->class_path) &&
           add_file(shared->subject, runtime->jvm) &&
           add_files(shared->subject, shared->class_path);
}

static BOOL read_at(HANDLE file, LONGLONG offset, void *bytes, DWORD length)
{
    LARGE_INTEGER position;
    DWORD read;

    position.QuadPart = offset;
    return SetFilePointerEx(file, position, NULL, FILE_BEGIN) &&
           ReadFile(file, bytes, length, &read, NULL) && read == length;
}

/* Reads as much as the subject would be if the archive fitted. */
static BOOL read_tail(const WCHAR *path, const struct shared *shared, struct tail *tail,
                      WCHAR *subject)
{
    DWORD length = (DWORD)(wcslen(shared->subject) + 1) * sizeof *subject;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    LARGE_INTEGER size = {{0, 0}};
    BOOL read;

    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    ZeroMemory(tail, sizeof *tail);
    subject[0] = L'\0';
    if (GetFileSizeEx(file, &size) && size.QuadPart > (LONGLONG)(sizeof *tail + length)) {
        read = read_at(file, size.QuadPart - (LONGLONG)sizeof *tail, tail, sizeof *tail) &&
               tail->length + (LONGLONG)sizeof *tail == size.QuadPart &&
               memcmp(tail->mark, mark, sizeof mark) == 0;
        if (!read || !read_at(file, (LONGLONG)tail->length - length, subject, length))
            ZeroMemory(tail, sizeof *tail);
        subject[length / sizeof *subject - 1] = L'\0';
    }
    CloseHandle(file);
    return TRUE;
}

/* Returns why the archive does not fit, or NULL. */
static const WCHAR *fault(struct shared *shared)
{
    struct tail tail;
    struct ioproc_checksum sum;

    if (!read_tail(shared->path, shared, &tail, shared->found) ||
        (tail.length > 0 && !ioproc_archive_sum(shared->path, 0, tail.length, &sum)))
        return L"it could not be read";
    if (tail.length == 0 || sum.length != tail.length || sum.crc != tail.crc)
        return L"it is damaged";
    if (!ioproc_is_same(shared->found, shared->subject))
        return L"it was created for another Java or other classes, or has been moved";
    return NULL;
}

static BOOL write_option(char *option, int length, const char *start, const WCHAR *value)
{
    int used = lstrlenA(start);

    memcpy(option, start, (size_t)used);
    return WideCharToMultiByte(CP_ACP, 0, value, -1, option + used, length - used, NULL, NULL) > 0;
}

static BOOL add_options(struct ioproc_options *options, const struct shared *shared,
                        const char *start)
{
    if (write_option(options->class_path, sizeof options->class_path, "-Djava.class.path=",
                     shared->class_path) &&
        write_option(options->archive, sizeof options->archive, start, shared->path) &&
        ioproc_options_add(options, options->class_path) &&
        ioproc_options_add(options, options->archive))
        return TRUE;
    options->class_path[0] = '\0';
    return FALSE;
}

static WCHAR *copy_of(const WCHAR *text)
{
    size_t size = (wcslen(text) + 1) * sizeof *text;
    WCHAR *copy = HeapAlloc(GetProcessHeap(), 0, size);

    if (copy != NULL)
        memcpy(copy, text, size);
    return copy;
}

/* Java ends the process if it cannot write the file, so that is tried first. */
static BOOL can_write(const WCHAR *path)
{
    HANDLE file;

    SetFileAttributesW(path, FILE_ATTRIBUTE_NORMAL);
    file = CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    CloseHandle(file);
    return DeleteFileW(path);
}

static void record(struct shared *shared, struct ioproc_options *options)
{
    if (!find_path(shared->path, L"jsa.new"))
        return;
    if (!can_write(shared->path)) {
        DWORD error = GetLastError();

        set_state(L"%ls.jsa.new could not be written (Windows error %lu)", ioproc_library.name,
                  error);
    } else if (add_options(options, shared, "-XX:ArchiveClassesAtExit=")) {
        recorded = copy_of(shared->subject);
        set_state(L"%ls.jsa is being recorded", ioproc_library.name);
    }
}

static const WCHAR *next_line(const WCHAR *text)
{
    while (*text != L'\n')
        text++;
    return text + 1;
}

/*
 * Java compares paths exactly, but a program may have written the DLL's folder in other letters. So
 * Java gets the paths with which the archive was recorded: what follows the first line, up to each
 * file's size.
 */
static void take_class_path(struct shared *shared)
{
    const WCHAR *from = next_line(shared->found);
    WCHAR *to = shared->class_path;

    while (*from != L'\0') {
        if (to > shared->class_path)
            *to++ = L';';
        while (*from != L'|')
            *to++ = *from++;
        from = next_line(from);
    }
    *to = L'\0';
}

static void use_existing(struct shared *shared, struct ioproc_options *options)
{
    const WCHAR *why = fault(shared);

    if (why != NULL) {
        set_state(L"%ls.jsa is not used, because %ls", ioproc_library.name, why);
        ioproc_log(L"%ls is not used, because %ls", shared->path, why);
        return;
    }
    take_class_path(shared);
    if (add_options(options, shared, "-XX:SharedArchiveFile=")) {
        set_state(L"%ls.jsa is used", ioproc_library.name);
        ioproc_log(L"%ls is used", shared->path);
    }
}

static void use_with(struct shared *shared, struct ioproc_options *options,
                     const struct ioproc_runtime *runtime)
{
    if (options->demand.archive_set) {
        set_state(L"archives are not used, because an option is about them or the class path");
        return;
    }
    if (!find_path(shared->path, L"jsa") || !find_subject(shared, runtime))
        set_state(L"archives are not possible, because a path is long or has unusual characters");
    else if (recording)
        record(shared, options);
    else if (GetFileAttributesW(shared->path) == INVALID_FILE_ATTRIBUTES)
        set_state(L"%ls.jsa is not there", ioproc_library.name);
    else
        use_existing(shared, options);
}

void ioproc_shared_use(struct ioproc_options *options, const struct ioproc_runtime *runtime)
{
    struct shared *shared = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *shared);

    if (shared == NULL)
        return;
    use_with(shared, options, runtime);
    HeapFree(GetProcessHeap(), 0, shared);
}

static BOOL append(HANDLE file, const void *bytes, DWORD length)
{
    DWORD written;

    return WriteFile(file, bytes, length, &written, NULL) && written == length;
}

static HANDLE open_end(const WCHAR *path)
{
    return CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ, NULL, OPEN_EXISTING,
                       FILE_ATTRIBUTE_NORMAL, NULL);
}

static BOOL append_subject(const WCHAR *path, DWORD *length)
{
    HANDLE file = open_end(path);
    LARGE_INTEGER size = {{0, 0}};
    BOOL appended;

    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    appended = append(file, recorded, (DWORD)(wcslen(recorded) + 1) * sizeof *recorded) &&
               GetFileSizeEx(file, &size) && size.HighPart == 0;
    *length = size.LowPart;
    CloseHandle(file);
    return appended;
}

static BOOL append_tail(const WCHAR *path, DWORD length)
{
    struct tail tail = {length, 0, {0}};
    struct ioproc_checksum sum;
    HANDLE file;
    BOOL appended;

    if (!ioproc_archive_sum(path, 0, length, &sum) || sum.length != length)
        return FALSE;
    tail.crc = sum.crc;
    memcpy(tail.mark, mark, sizeof mark);
    file = open_end(path);
    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    appended = append(file, &tail, sizeof tail);
    CloseHandle(file);
    return appended;
}

/* Java 17 writes a file that is read-only. */
static BOOL complete(const WCHAR *path)
{
    DWORD length;

    return SetFileAttributesW(path, FILE_ATTRIBUTE_NORMAL) && append_subject(path, &length) &&
           append_tail(path, length);
}

MMRESULT ioproc_shared_keep(WCHAR *path)
{
    WCHAR written[IOPROC_PATH];

    if (recorded == NULL)
        return ioproc_fail(IOPROC_E_VM_OPTIONS, L"No archive was recorded: %ls", state);
    if (!find_path(path, L"jsa") || !find_path(written, L"jsa.new"))
        return ioproc_fail_memory();
    if (!ioproc_file_exists(written))
        return ioproc_fail(IOPROC_E_VM_START,
                           L"Java wrote no archive. Check that it may write into the DLL's "
                           L"folder, and run \"java -Xshare:dump\", which archives Java's own "
                           L"classes");
    if (!complete(written) ||
        !MoveFileExW(written, path, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH)) {
        DWORD error = GetLastError();

        DeleteFileW(written);
        return ioproc_fail(IOPROC_E_SYSTEM, L"%ls could not be written (Windows error %lu)", path,
                           error);
    }
    return MMSYSERR_NOERROR;
}
