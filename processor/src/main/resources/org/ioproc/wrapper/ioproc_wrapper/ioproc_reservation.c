/*
 * Checks whether the process has room for Java. HotSpot ends the process if it cannot reserve its
 * memory. So the same amount is reserved first, and released again.
 */
#include "ioproc_private.h"

#define MEGABYTE ((ULONGLONG)1 << 20)

/*
 * The rest of Java's memory: its DLLs, metaspace, 1 MB for each of some 30 threads, and tables. The
 * tables take a few percent of the heap. Wine's figure was measured and has a margin: with less,
 * threads could not be created. Windows' figure is the sum of these parts.
 */
#define REST (160 * MEGABYTE)
#define REST_IN_WINE (800 * MEGABYTE)
#define TABLES 16 /* a sixteenth of the heap */

#define COMMITTED (96 * MEGABYTE)

#define PARTS 5

/* Each part is contiguous. All are held at the same time. */
struct reservation {
    int count;
    void *part[PARTS];
};

static BOOL reserve(struct reservation *reservation, ULONGLONG size, DWORD type)
{
    void *part;

    if (size == 0)
        return TRUE;
    if (size > (ULONGLONG)(SIZE_T)-1)
        return FALSE;
    part = VirtualAlloc(NULL, (SIZE_T)size, type, PAGE_READWRITE);
    if (part == NULL)
        return FALSE;
    reservation->part[reservation->count++] = part;
    return TRUE;
}

static void release(struct reservation *reservation)
{
    while (reservation->count > 0)
        VirtualFree(reservation->part[--reservation->count], 0, MEM_RELEASE);
}

static ULONGLONG rest(const struct ioproc_demand *demand)
{
    return (ioproc_process_in_wine() ? REST_IN_WINE : REST) + ioproc_demand_heap(demand) / TABLES;
}

static BOOL fits(const struct ioproc_demand *demand)
{
    struct reservation reservation = {0, {NULL}};
    BOOL all = reserve(&reservation, ioproc_demand_heap(demand), MEM_RESERVE) &&
               reserve(&reservation, demand->class_space, MEM_RESERVE) &&
               reserve(&reservation, demand->code_cache, MEM_RESERVE) &&
               reserve(&reservation, rest(demand) - COMMITTED, MEM_RESERVE) &&
               reserve(&reservation, COMMITTED, MEM_RESERVE | MEM_COMMIT);

    release(&reservation);
    return all;
}

MMRESULT ioproc_reservation_try(const struct ioproc_demand *demand)
{
    if (fits(demand))
        return MMSYSERR_NOERROR;
    return ioproc_fail(IOPROC_E_HEAP,
                       L"This process has no room for Java, which needs %lu MB for its heap "
                       L"(-Xmx), %lu MB for code, %lu MB for classes and %lu MB more. Write a "
                       L"smaller -Xmx into %ls.vmoptions, or call Preload before the application "
                       L"fills its memory",
                       (DWORD)(ioproc_demand_heap(demand) / MEGABYTE),
                       (DWORD)(demand->code_cache / MEGABYTE),
                       (DWORD)(demand->class_space / MEGABYTE), (DWORD)(rest(demand) / MEGABYTE),
                       ioproc_library.name);
}
