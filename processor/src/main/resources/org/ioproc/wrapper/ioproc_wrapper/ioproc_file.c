/* Reads the beginnings of files, and a DLL's machine and version. */
#include "ioproc_private.h"

#include <stddef.h>
#include <string.h>
#include <wchar.h>

/* Room for the headers and the section table, which begin within the first KB. */
#define HEADERS 4096

#define SECTION_SIZE 40
#define FILE_HEADER_SIZE 24 /* including the signature before it */
#define FIXED_VERSION_MARK 0xFEEF04BDUL

/* Copies the number, because a damaged file may not align it. */
static DWORD number_at(const BYTE *bytes, size_t offset)
{
    DWORD number;

    memcpy(&number, bytes + offset, sizeof number);
    return number;
}

static DWORD word_at(const BYTE *bytes, size_t offset)
{
    return (DWORD)bytes[offset] | (DWORD)bytes[offset + 1] << 8;
}

/* Returns the offset in the file at which the last of the sections that were read ends. */
static ULONGLONG end_of_sections(const BYTE *bytes, size_t length, size_t header)
{
    DWORD count = word_at(bytes, header + 6);
    size_t section = header + FILE_HEADER_SIZE + word_at(bytes, header + 20);
    ULONGLONG last = 0;

    for (; count > 0 && section + SECTION_SIZE <= length; count--, section += SECTION_SIZE) {
        ULONGLONG end = (ULONGLONG)number_at(bytes, section + 16) + number_at(bytes, section + 20);

        if (end > last)
            last = end;
    }
    return last;
}

static void read_headers(struct ioproc_image *image, const BYTE *bytes, size_t length,
                         ULONGLONG size)
{
    size_t header;

    if (length < sizeof(IMAGE_DOS_HEADER) || bytes[0] != 'M' || bytes[1] != 'Z')
        return;
    header = number_at(bytes, offsetof(IMAGE_DOS_HEADER, e_lfanew));
    if (header > HEADERS || header + FILE_HEADER_SIZE > length ||
        memcmp(bytes + header, "PE\0", 4) != 0)
        return;
    image->machine = (WORD)word_at(bytes, header + 4);
    image->whole = end_of_sections(bytes, length, header) <= size;
}

DWORD ioproc_file_start(const WCHAR *path, void *bytes, DWORD length, ULONGLONG *size)
{
    DWORD read = 0;
    LARGE_INTEGER whole;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);

    *size = 0;
    if (file == INVALID_HANDLE_VALUE)
        return 0;
    if (GetFileSizeEx(file, &whole) && ReadFile(file, bytes, length, &read, NULL))
        *size = (ULONGLONG)whole.QuadPart;
    else
        read = 0;
    CloseHandle(file);
    return read;
}

void ioproc_file_image(const WCHAR *path, struct ioproc_image *image)
{
    BYTE bytes[HEADERS];
    ULONGLONG size;
    DWORD length = ioproc_file_start(path, bytes, sizeof bytes, &size);

    image->machine = 0;
    image->whole = FALSE;
    read_headers(image, bytes, length, size);
}

/* The product's version is Java's. Until Java 8 the file's version was HotSpot's. */
static BOOL fixed_version(const BYTE *resource, DWORD size, struct ioproc_version *version)
{
    DWORD offset;

    for (offset = 0; offset + sizeof(VS_FIXEDFILEINFO) <= size; offset += 4) {
        if (number_at(resource, offset) == FIXED_VERSION_MARK) {
            const BYTE *fixed = resource + offset;
            DWORD high = number_at(fixed, offsetof(VS_FIXEDFILEINFO, dwProductVersionMS));
            DWORD low = number_at(fixed, offsetof(VS_FIXEDFILEINFO, dwProductVersionLS));

            version->part[0] = HIWORD(high);
            version->part[1] = LOWORD(high);
            version->part[2] = HIWORD(low);
            version->part[3] = LOWORD(low);
            return version->part[0] != 0;
        }
    }
    return FALSE;
}

/* Loads the DLL as data, so none of its code runs. This needs no version.dll. */
BOOL ioproc_file_version(const WCHAR *path, struct ioproc_version *version)
{
    HMODULE image = LoadLibraryExW(path, NULL,
                                   LOAD_LIBRARY_AS_DATAFILE | LOAD_LIBRARY_AS_IMAGE_RESOURCE);
    HRSRC found;
    HGLOBAL loaded;
    const BYTE *resource;
    BOOL known = FALSE;

    if (image == NULL)
        return FALSE;
    found = FindResourceW(image, MAKEINTRESOURCEW(VS_VERSION_INFO), (LPCWSTR)RT_VERSION);
    loaded = found == NULL ? NULL : LoadResource(image, found);
    resource = loaded == NULL ? NULL : LockResource(loaded);
    if (resource != NULL)
        known = fixed_version(resource, SizeofResource(image, found), version);
    FreeLibrary(image);
    return known;
}

static const WCHAR *parse_part(const WCHAR *text, DWORD *part)
{
    for (*part = 0; *text >= L'0' && *text <= L'9'; text++) {
        if (*part < MAXDWORD / 10)
            *part = *part * 10 + (DWORD)(*text - L'0');
    }
    return text;
}

/* 21.0.8+9, 17.0.10, 25-ea; 1.8.0_402 is 8. */
BOOL ioproc_version_parse(const WCHAR *text, struct ioproc_version *version)
{
    size_t i;

    ZeroMemory(version, sizeof *version);
    if (wcsncmp(text, L"1.", 2) == 0)
        text += 2;
    for (i = 0; i < sizeof version->part / sizeof *version->part; i++) {
        const WCHAR *end = parse_part(text, &version->part[i]);

        if (end == text || *end == L'\0' || *end == L'-')
            break;
        text = end + 1;
    }
    return version->part[0] != 0;
}

int ioproc_version_compare(const struct ioproc_version *a, const struct ioproc_version *b)
{
    size_t i;

    for (i = 0; i < sizeof a->part / sizeof *a->part; i++) {
        if (a->part[i] != b->part[i])
            return a->part[i] < b->part[i] ? -1 : 1;
    }
    return 0;
}
