/*
 * Reads the library's configuration, which "ioproc wrap" writes as a resource of type RT_RCDATA
 * into a copy of the template. Nothing in it is used before all of it is checked.
 */
#include "template.h"

#include <string.h>

/* Flags. */
#define IN_FILE 1 /* the archive of classes is in the DLL's file */
#define INSIDE 2  /* Java runs inside the process only */
#define BESIDE 4  /* Java runs beside the process only */

/* The library's name is part of the names of files. */
#define LONGEST_LIBRARY 200

struct entry {
    DWORD name;
    DWORD provider;
    FOURCC code;
};

/* In memory as in the file: little-endian, without gaps. An offset is that of a text. */
struct configuration {
    BYTE mark[8]; /* the last one is the format's version */
    DWORD size;   /* with the texts */
    WORD count;
    WORD flags;
    DWORD library;
    DWORD version;
    struct ioproc_archive archive;
    struct entry procedure[];
};

/* The linker's symbol for the beginning of this DLL. */
extern const IMAGE_DOS_HEADER __ImageBase;

static const struct configuration *find(DWORD *size)
{
    HMODULE module = (HMODULE)(void *)&__ImageBase;
    HRSRC found = FindResourceW(module, L"IOPROC", (LPCWSTR)RT_RCDATA);
    HGLOBAL loaded = found == NULL ? NULL : LoadResource(module, found);

    *size = loaded == NULL ? 0 : SizeofResource(module, found);
    return loaded == NULL ? NULL : LockResource(loaded);
}

static size_t size_of_tables(const struct configuration *configuration)
{
    return sizeof *configuration + configuration->count * sizeof(struct entry);
}

static BOOL has_tables(const struct configuration *configuration, DWORD size)
{
    static const BYTE mark[] = {'I', 'O', 'P', 'R', 'O', 'C', 0, 1};

    return (UINT_PTR)configuration % sizeof(DWORD) == 0 && size >= sizeof *configuration &&
           memcmp(configuration->mark, mark, sizeof mark) == 0 && configuration->size <= size &&
           configuration->count > 0 && configuration->count <= TEMPLATE_SLOTS &&
           (configuration->flags & ~(IN_FILE | INSIDE | BESIDE)) == 0 &&
           (configuration->flags & (INSIDE | BESIDE)) != (INSIDE | BESIDE) &&
           configuration->size >= size_of_tables(configuration);
}

static const WCHAR *text_at(const struct configuration *configuration, DWORD offset)
{
    return (const WCHAR *)(const void *)((const BYTE *)configuration + offset);
}

/* Whether a text begins there that is not too long and ends within the configuration. */
static BOOL has_text(const struct configuration *configuration, DWORD offset, size_t longest)
{
    const WCHAR *text = text_at(configuration, offset);
    size_t room;
    size_t length = 0;

    if (offset < size_of_tables(configuration) || offset > configuration->size ||
        offset % sizeof *text != 0)
        return FALSE;
    room = (configuration->size - offset) / sizeof *text;
    while (length < room && text[length] != L'\0')
        length++;
    return length < room && length <= longest;
}

static BOOL has_name(const struct configuration *configuration, DWORD offset, size_t longest)
{
    return has_text(configuration, offset, longest) && *text_at(configuration, offset) != L'\0';
}

/* Four characters of printable ASCII. */
static BOOL is_code(FOURCC code)
{
    int i;

    for (i = 0; i < 4; i++, code >>= 8) {
        if ((code & 0xFF) < ' ' || (code & 0xFF) > '~')
            return FALSE;
    }
    return TRUE;
}

static BOOL has_procedures(const struct configuration *configuration)
{
    WORD i;

    for (i = 0; i < configuration->count; i++) {
        const struct entry *entry = &configuration->procedure[i];

        if (!has_name(configuration, entry->name, MAXSHORT) ||
            !has_name(configuration, entry->provider, MAXSHORT) || !is_code(entry->code))
            return FALSE;
    }
    return TRUE;
}

static BOOL has_archive(const struct configuration *configuration)
{
    const struct ioproc_archive *archive = &configuration->archive;

    if ((configuration->flags & IN_FILE) == 0)
        return archive->offset == 0 && archive->length == 0 && archive->crc == 0;
    return archive->offset > 0 && archive->length > 0 &&
           archive->length <= MAXDWORD - archive->offset;
}

static void fill_in(const struct configuration *configuration)
{
    WORD i;

    ioproc_library.name = text_at(configuration, configuration->library);
    ioproc_library.version = text_at(configuration, configuration->version);
    ioproc_library.archive = configuration->archive;
    ioproc_library.procedure_count = configuration->count;
    ioproc_library.way = (configuration->flags & INSIDE) != 0   ? IOPROC_INSIDE
                         : (configuration->flags & BESIDE) != 0 ? IOPROC_BESIDE
                                                                : IOPROC_AUTO;
    for (i = 0; i < configuration->count; i++) {
        const struct entry *entry = &configuration->procedure[i];

        template_slots[i].name = text_at(configuration, entry->name);
        template_slots[i].provider = text_at(configuration, entry->provider);
        template_slots[i].code = entry->code;
    }
}

BOOL template_configure(void)
{
    DWORD size;
    const struct configuration *configuration = find(&size);

    if (configuration == NULL || !has_tables(configuration, size) ||
        !has_name(configuration, configuration->library, LONGEST_LIBRARY) ||
        !has_text(configuration, configuration->version, MAXSHORT) ||
        !has_procedures(configuration) || !has_archive(configuration))
        return FALSE;
    fill_in(configuration);
    return TRUE;
}
