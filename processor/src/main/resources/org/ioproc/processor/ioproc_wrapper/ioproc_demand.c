/* Determines how much memory the VM's options demand, and whether one may end the process. */
#include "ioproc_private.h"

#include <stdlib.h>
#include <string.h>

#define MEGABYTE ((ULONGLONG)1 << 20)

/* With a heap of less than a few megabytes HotSpot ends the process. */
#define SMALLEST_HEAP (16 * MEGABYTE)

/* Parses 256m or 0x1000k. Returns 0 for a text that is not a size. */
static ULONGLONG parse_size(const char *text)
{
    BOOL hexadecimal = text[0] == '0' && (text[1] == 'x' || text[1] == 'X');
    char *end;
    ULONGLONG size;
    int shift = 0;

    if (*text < '0' || *text > '9')
        return 0;
    size = _strtoui64(text, &end, hexadecimal ? 16 : 10);
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

static void read_part(struct ioproc_demand *demand, const char *option)
{
    static const char *const memory[] = {"-XX:MaxRAM=", NULL};
    static const char percentage[] = "-XX:MaxRAMPercentage=";
    static const char fraction[] = "-XX:MaxRAMFraction=";

    read_size(option, memory, &demand->memory);
    if (ioproc_begins_with(option, percentage))
        demand->percent = atof(option + sizeof percentage - 1);
    else if (ioproc_begins_with(option, fraction) && atoi(option + sizeof fraction - 1) > 0)
        demand->percent = 100.0 / atoi(option + sizeof fraction - 1);
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
    demand->percent = 25;
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
    double heap = (double)demand->memory;

    if (demand->heap > 0)
        return demand->heap;
    if (demand->memory == 0 && GlobalMemoryStatusEx(&machine))
        heap = (double)machine.ullTotalPhys;
    heap = heap * demand->percent / 100;
    if (heap > 32768.0 * MEGABYTE)
        heap = 32768.0 * MEGABYTE;
    return heap < (double)demand->initial_heap ? demand->initial_heap : (ULONGLONG)heap;
}
