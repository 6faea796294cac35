/* Determines how much memory the VM's options demand, and whether one may end the process. */
#include "ioproc_private.h"

#include <string.h>

#define MEGABYTE ((ULONGLONG)1 << 20)

/* With a heap of less than a few megabytes HotSpot ends the process. */
#define SMALLEST_HEAP (16 * MEGABYTE)

/* Returns the digit's value, or 16 for any other character. */
static unsigned digit(char character)
{
    if (character >= '0' && character <= '9')
        return (unsigned)(character - '0');
    character = (char)(character | ('a' ^ 'A'));
    return character >= 'a' && character <= 'f' ? (unsigned)(character - 'a') + 10 : 16;
}

/* Returns the text after the number. A number that no size can have becomes the largest one. */
static const char *parse_number(const char *text, unsigned base, ULONGLONG *number)
{
    for (*number = 0; digit(*text) < base; text++)
        *number = *number >> 60 != 0 ? MAXULONGLONG : *number * base + digit(*text);
    return text;
}

/* Parses 256m or 0x1000k. Returns 0 for a text that is not a size. */
static ULONGLONG parse_size(const char *text)
{
    BOOL hexadecimal = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    const char *end;
    ULONGLONG size;
    int shift = 0;

    if (*text < '0' || *text > '9')
        return 0;
    end = hexadecimal ? parse_number(text + 2, 16, &size) : parse_number(text, 10, &size);
    switch (*end) {
    case 'T':
    case 't':
        shift += 10; /* fall through */
    case 'G':
    case 'g':
        shift += 10; /* fall through */
    case 'M':
    case 'm':
        shift += 10; /* fall through */
    case 'K':
    case 'k':
        shift += 10;
        end++;
        break;
    default:
        break;
    }
    return *end != '\0' || size > MAXULONGLONG >> shift ? 0 : size << shift;
}

static BOOL read_size(const char *option, const char *const *starts, ULONGLONG *size)
{
    for (; *starts != NULL; starts++) {
        if (ioproc_begins_with(option, *starts)) {
            *size = parse_size(option + strlen(*starts));
            return TRUE;
        }
    }
    return FALSE;
}

/* Parses 12.5 as a part of a megabyte, in bytes. */
static DWORD parse_percentage(const char *text)
{
    ULONGLONG percent;
    int thousandths;
    int scale = 100;

    text = parse_number(text, 10, &percent);
    thousandths = percent > 100 ? 100000 : (int)percent * 1000;
    if (*text == '.') {
        for (text++; scale > 0 && digit(*text) < 10; text++, scale /= 10)
            thousandths += (int)digit(*text) * scale;
    }
    return (DWORD)MulDiv(thousandths, (int)MEGABYTE, 100000);
}

static void read_part(struct ioproc_demand *demand, const char *option)
{
    static const char *const memory[] = {"-XX:MaxRAM=", NULL};
    static const char percentage[] = "-XX:MaxRAMPercentage=";
    static const char fraction[] = "-XX:MaxRAMFraction=";
    ULONGLONG parts;

    read_size(option, memory, &demand->memory);
    if (ioproc_begins_with(option, percentage))
        demand->part = parse_percentage(option + sizeof percentage - 1);
    if (!ioproc_begins_with(option, fraction))
        return;
    parse_number(option + sizeof fraction - 1, 10, &parts);
    if (parts > 0)
        demand->part = parts < MEGABYTE ? (DWORD)MEGABYTE / (DWORD)parts : 1;
}

/* Options about the heap or its parts, and files with more options, which are not read here. */
static BOOL is_about_heap(const char *option)
{
    static const char *const words[] = {
        "-Xmx",          "-Xms",           "-Xmn",  "-XX:Flags=", "-XX:VMOptionsFile=",
        "HeapSize",      "RAM",            "NewSize", "AggressiveHeap",
    };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++) {
        if (strstr(option, words[i]) != NULL)
            return option[1] != 'D';
    }
    return FALSE;
}

static BOOL is_about(const char *option, const char *word)
{
    return ioproc_begins_with(option, "-XX:") && strstr(option, word) != NULL;
}

/* Options that choose another archive of classes or other classes, or files with more options. */
static BOOL is_about_archives(const char *option)
{
    static const char *const words[] = {
        "-Xshare",    "-XX:SharedArchiveFile", "-XX:ArchiveClassesAtExit",
        "-XX:AOT",    "-XX:Flags=",            "-XX:VMOptionsFile=",
        "-Djava.class.path=", "-XX:+AutoCreateSharedArchive",
    };
    size_t i;

    for (i = 0; i < sizeof words / sizeof *words; i++) {
        if (ioproc_begins_with(option, words[i]))
            return TRUE;
    }
    return FALSE;
}

/* Returns TRUE for a size that the trial reservation checks. */
static BOOL read_sizes(struct ioproc_demand *demand, const char *option)
{
    static const char *const largest[] = {"-Xmx", "-XX:MaxHeapSize=", NULL};
    static const char *const initial[] = {"-Xms", NULL};
    static const char *const code_cache[] = {"-XX:ReservedCodeCacheSize=", NULL};
    static const char *const class_space[] = {"-XX:CompressedClassSpaceSize=", NULL};

    demand->heap_set = demand->heap_set || is_about_heap(option);
    demand->code_cache_set = demand->code_cache_set || is_about(option, "Code");
    demand->class_space_set = demand->class_space_set || is_about(option, "Metaspace") ||
                               is_about(option, "CompressedClass");
    demand->archive_set = demand->archive_set || is_about_archives(option);
    read_part(demand, option);
    read_size(option, code_cache, &demand->code_cache);
    read_size(option, class_space, &demand->class_space);
    if (read_size(option, largest, &demand->heap))
        return demand->heap >= SMALLEST_HEAP;
    if (read_size(option, initial, &demand->initial_heap))
        return demand->initial_heap >= MEGABYTE;
    return FALSE;
}

void ioproc_demand_start(struct ioproc_demand *demand)
{
    ZeroMemory(demand, sizeof *demand);
    demand->part = (DWORD)MEGABYTE / 4;
    if (sizeof(void *) == 8) {
        demand->code_cache = 240 * MEGABYTE;
        demand->class_space = 1024 * MEGABYTE;
    } else {
        demand->code_cache = 48 * MEGABYTE;
    }
}

static void be_unsure(struct ioproc_demand *demand, const char *option)
{
    if (demand->unsure[0] == '\0')
        lstrcpynA(demand->unsure, option, sizeof demand->unsure);
}

void ioproc_demand_option(struct ioproc_demand *demand, const char *option)
{
    if (!read_sizes(demand, option) && !ioproc_is_harmless(option))
        be_unsure(demand, option);
}

/* A heap larger than any process can have is a fault of the options, not of this process. */
void ioproc_demand_end(struct ioproc_demand *demand)
{
    MEMORYSTATUSEX machine = {sizeof machine, 0, 0, 0, 0, 0, 0, 0, 0};

    if (demand->initial_heap > demand->heap)
        be_unsure(demand, "-Xms above -Xmx");
    if (GlobalMemoryStatusEx(&machine) && demand->heap > machine.ullTotalVirtual)
        be_unsure(demand, "the size of the heap");
}

static BOOL is_space(char character)
{
    return character == ' ' || (character >= '\t' && character <= '\r');
}

/* HotSpot, "parse_options_buffer": quotation marks of both kinds group text, and are removed. */
void ioproc_demand_text(struct ioproc_demand *demand, char *text)
{
    for (;;) {
        char *option;
        char *to;

        while (is_space(*text))
            text++;
        if (*text == '\0')
            return;
        option = to = text;
        while (*text != '\0' && !is_space(*text)) {
            char quote = *text;

            if (quote != '"' && quote != '\'') {
                *to++ = *text++;
                continue;
            }
            for (text++; *text != quote; *to++ = *text++) {
                if (*text == '\0') {
                    be_unsure(demand, "an unmatched quotation mark");
                    return;
                }
            }
            text++;
        }
        if (*text != '\0')
            text++;
        *to = '\0';
        ioproc_demand_option(demand, option);
    }
}

/* Without an option for the heap, Java takes a part of the machine's memory, at most 32 GB. */
ULONGLONG ioproc_demand_heap(const struct ioproc_demand *demand)
{
    MEMORYSTATUSEX machine = {sizeof machine, 0, 0, 0, 0, 0, 0, 0, 0};
    ULONGLONG heap = demand->memory;

    if (demand->heap > 0)
        return demand->heap;
    if (demand->memory == 0 && GlobalMemoryStatusEx(&machine))
        heap = machine.ullTotalPhys;
    heap = heap / MEGABYTE * demand->part;
    if (heap > 32768 * MEGABYTE)
        heap = 32768 * MEGABYTE;
    return heap < demand->initial_heap ? demand->initial_heap : heap;
}
