/*
 * What single options of the VM say: how much memory they ask for, and whether they can end the
 * process. JNI_CreateJavaVM does that for some: a heap that cannot be had, two collectors, an agent
 * that is missing.
 */
#include "ioproc_private.h"

#include <stdlib.h>
#include <string.h>

#define MEGABYTE ((ULONGLONG)1 << 20)

/* HotSpot refuses less than a few megabytes, and ends the process. */
#define SMALLEST_HEAP (16 * MEGABYTE)

static BOOL begins_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static BOOL begins_with_one(const char *text, const char *const *starts)
{
    for (; *starts != NULL; starts++) {
        if (begins_with(text, *starts))
            return TRUE;
    }
    return FALSE;
}

/*
 * Properties that decide how Java itself starts: a wrong value ends the process. All others are
 * read by classes, whose exceptions are a procedure's.
 */
static BOOL is_harmless_property(const char *name)
{
    static const char *const starts_with[] = {
        "java.security.manager", "java.system.class.loader", "java.home", "java.vm.",
        "java.ext.dirs",         "java.endorsed.dirs",       "java.compiler",
        "java.locale.providers", "jdk.module.",              "jdk.boot.",
        "jdk.internal.",         "sun.boot.",                "sun.jnu.encoding",
        "com.sun.management",    NULL,
    };

    return *name != '\0' && *name != '=' && !begins_with_one(name, starts_with);
}

/* MODULE/PACKAGE=MODULE or ALL-UNNAMED: names that are not there are only warned of. */
static BOOL is_export(const char *value)
{
    static const char name[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._$-";
    size_t module = strspn(value, name);
    size_t package = value[module] == '/' ? strspn(value + module + 1, name) : 0;
    const char *end = value + module + 1 + package;

    return module > 0 && package > 0 && *end == '=' && end[1] != '\0' &&
           end[1 + strspn(end + 1, name)] == '\0';
}

static BOOL is_harmless(const char *option)
{
    static const char *const whole[] = {
        "-ea",     "-da",    "-esa",   "-dsa",   "-Xrs",           "-Xcheck:jni", "-Xint",
        "-Xmixed", "-Xcomp", "-Xbatch", "-verbose", "-verbose:class", "-verbose:gc", "-verbose:jni",
        "-Xshare:auto", "-Xshare:off", "-enableassertions", "-disableassertions",
        "-enablesystemassertions", "-disablesystemassertions",
    };
    static const char *const assertions[] = {"-ea:", "-da:", "-enableassertions:",
                                             "-disableassertions:", NULL};
    size_t i;

    if (begins_with(option, "-D"))
        return is_harmless_property(option + 2);
    if (begins_with(option, "--add-opens=") || begins_with(option, "--add-exports="))
        return is_export(strchr(option, '=') + 1);
    for (i = 0; i < sizeof whole / sizeof *whole; i++) {
        if (strcmp(option, whole[i]) == 0)
            return TRUE;
    }
    return begins_with_one(option, assertions);
}

/* 256m, 0x1000k; 0 if it is no size. */
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
        if (begins_with(option, *starts)) {
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
    if (begins_with(option, percentage))
        demand->percent = atof(option + sizeof percentage - 1);
    else if (begins_with(option, fraction) && atoi(option + sizeof fraction - 1) > 0)
        demand->percent = 100.0 / atoi(option + sizeof fraction - 1);
}

/* Any word about the heap, its parts, or a file with options of which nothing is known here. */
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
    return begins_with(option, "-XX:") && strstr(option, word) != NULL;
}

/* TRUE if it is a size that trying the reservation checks. */
static BOOL read_sizes(struct ioproc_demand *demand, const char *option)
{
    static const char *const largest[] = {"-Xmx", "-XX:MaxHeapSize=", NULL};
    static const char *const initial[] = {"-Xms", NULL};
    static const char *const code_cache[] = {"-XX:ReservedCodeCacheSize=", NULL};
    static const char *const class_space[] = {"-XX:CompressedClassSpaceSize=", NULL};

    demand->heap_said = demand->heap_said || is_about_heap(option);
    demand->code_cache_said = demand->code_cache_said || is_about(option, "Code");
    demand->class_space_said = demand->class_space_said || is_about(option, "Metaspace") ||
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
    if (!read_sizes(demand, option) && !is_harmless(option))
        be_unsure(demand, option);
}

/* More than any process can have is a fault of the options, not of this process. */
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

/* HotSpot, "parse_options_buffer": quotes of either kind group, may stand anywhere, and go. */
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
                    be_unsure(demand, "a quotation mark without another");
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

/* Where nothing is said, Java takes a part of the machine's memory, and 32 GB at most. */
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
