/*
 * Separates the output of the wrapper's VM from the application's: it goes to the log, or to NUL if
 * there is no log.
 *
 * JNI's hook for this, "vfprintf", does not suffice: HotSpot's warnings, "Picked up
 * JAVA_TOOL_OPTIONS" and the report of a crash bypass it, and the text of files that options name,
 * such as -Xlog:gc:file=gc.log, goes through it. So jvm.dll gets other functions in place of the C
 * library's, and java.dll other handles for System.out and System.err. What they write to other
 * streams stays as it is, and so does the output of the application and of other DLLs.
 */
#include "ioproc_private.h"

#include <stdarg.h>
#include <string.h>

#define CHUNK 1024

/* The C library's functions, as jvm.dll imports them. */
typedef void *(__cdecl *stream_t)(unsigned);
typedef int(__cdecl *print_t)(ULONGLONG, void *, const char *, void *, va_list);
typedef int(__cdecl *format_t)(ULONGLONG, char *, size_t, const char *, void *, va_list);
typedef size_t(__cdecl *put_many_t)(const void *, size_t, size_t, void *);
typedef int(__cdecl *put_one_t)(int, void *);
typedef int(__cdecl *write_t)(int, const void *, unsigned);
typedef HANDLE(WINAPI *get_handle_t)(DWORD);

/* _CRT_INTERNAL_PRINTF_STANDARD_SNPRINTF_BEHAVIOR: the result is the whole text's length. */
#define WHOLE_LENGTH 2

static HANDLE output = INVALID_HANDLE_VALUE; /* never closed: the VM may print at any time */
static stream_t stream_of;
static format_t format_of_c;
static print_t print_of_c;
static put_many_t put_many_of_c;
static put_one_t put_one_of_c;
static write_t write_of_c;
static get_handle_t get_handle;

BOOL ioproc_output_path(WCHAR *path)
{
    return ioproc_log_path(path) || ioproc_format(path, IOPROC_PATH, L"NUL");
}

static HANDLE open_for_appending(const WCHAR *path)
{
    return CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                       OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
}

/* Opens the log again after a failed start: the application may have set IOPROC_LOG meanwhile. */
static BOOL open_output(void)
{
    WCHAR path[IOPROC_PATH];

    if (output != INVALID_HANDLE_VALUE)
        CloseHandle(output);
    output = INVALID_HANDLE_VALUE;
    if (ioproc_output_path(path))
        output = open_for_appending(path);
    if (output == INVALID_HANDLE_VALUE)
        output = open_for_appending(L"NUL");
    return output != INVALID_HANDLE_VALUE;
}

static void write_output(const void *text, size_t length)
{
    DWORD written;

    WriteFile(output, text, (DWORD)length, &written, NULL);
}

static BOOL is_standard(const void *stream)
{
    return stream == stream_of(1) || stream == stream_of(2);
}

static void print_long(size_t length, ULONGLONG options, const char *format, void *locale,
                       va_list arguments)
{
    char *text = HeapAlloc(GetProcessHeap(), 0, length + 1);

    if (text == NULL)
        return;
    format_of_c(options, text, length + 1, format, locale, arguments);
    write_output(text, length);
    HeapFree(GetProcessHeap(), 0, text);
}

static int __cdecl print(ULONGLONG options, void *stream, const char *format, void *locale,
                         va_list arguments)
{
    char text[CHUNK];
    va_list again;
    int length;

    if (!is_standard(stream))
        return print_of_c(options, stream, format, locale, arguments);
    va_copy(again, arguments);
    length = format_of_c(options | WHOLE_LENGTH, text, CHUNK, format, locale, arguments);
    if (length >= CHUNK)
        print_long((size_t)length, options | WHOLE_LENGTH, format, locale, again);
    else if (length > 0)
        write_output(text, (size_t)length);
    va_end(again);
    return length;
}

static size_t __cdecl put_many(const void *text, size_t size, size_t count, void *stream)
{
    if (!is_standard(stream))
        return put_many_of_c(text, size, count, stream);
    write_output(text, size * count);
    return count;
}

static int __cdecl put_one(int character, void *stream)
{
    char text = (char)character;

    if (!is_standard(stream))
        return put_one_of_c(character, stream);
    write_output(&text, 1);
    return (unsigned char)text;
}

static int __cdecl write_descriptor(int descriptor, const void *text, unsigned length)
{
    if (descriptor != 1 && descriptor != 2)
        return write_of_c(descriptor, text, length);
    write_output(text, length);
    return (int)length;
}

static HANDLE WINAPI get_output(DWORD which)
{
    return which == STD_OUTPUT_HANDLE || which == STD_ERROR_HANDLE ? output : get_handle(which);
}

/*
 * Keeps the original before anything can call the replacement. After a failed start the replacement
 * is already there.
 */
static void replace(HMODULE module, const char *name, void *replacement, void *original)
{
    void *present = ioproc_import(module, name);

    if (present == NULL || present == replacement)
        return;
    memcpy(original, &present, sizeof present);
    ioproc_import_replace(module, name, replacement);
}

static void replace_in_jvm(HMODULE jvm)
{
    stream_of = (stream_t)ioproc_import(jvm, "__acrt_iob_func");
    format_of_c = (format_t)ioproc_import(jvm, "__stdio_common_vsprintf");
    if (stream_of != NULL && format_of_c != NULL) {
        replace(jvm, "__stdio_common_vfprintf", (void *)print, &print_of_c);
        replace(jvm, "fwrite", (void *)put_many, &put_many_of_c);
        replace(jvm, "fputc", (void *)put_one, &put_one_of_c);
    }
    replace(jvm, "_write", (void *)write_descriptor, &write_of_c);
}

void ioproc_output_take(HMODULE jvm, HMODULE java)
{
    if (!open_output())
        return;
    replace_in_jvm(jvm);
    if (java != NULL)
        replace(java, "GetStdHandle", (void *)get_output, &get_handle);
}
