/*
 * Whether the process has room for Java. HotSpot ends the process where it cannot reserve its memory,
 * so that is tried first, and returned.
 */
#include "ioproc_private.h"

#define MEGABYTE ((ULONGLONG)1 << 20)

/* What Java takes besides, measured: its DLLs, tables of the heap, metaspace, and 1 MB a thread. */
#define REST (192 * MEGABYTE)
#define COMMITTED (48 * MEGABYTE)

#define PARTS 5

/* Each part is contiguous, and all are held at the same time. */
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

static BOOL fits(const struct ioproc_demand *demand)
{
    struct reservation reservation = {0, {NULL}};
    BOOL all = reserve(&reservation, ioproc_demand_heap(demand), MEM_RESERVE) &&
               reserve(&reservation, demand->class_space, MEM_RESERVE) &&
               reserve(&reservation, demand->code_cache, MEM_RESERVE) &&
               reserve(&reservation, REST - COMMITTED, MEM_RESERVE) &&
               reserve(&reservation, COMMITTED, MEM_RESERVE | MEM_COMMIT);

    release(&reservation);
    return all;
}

MMRESULT ioproc_reservation_try(const struct ioproc_demand *demand)
{
    if (fits(demand))
        return MMSYSERR_NOERROR;
    return ioproc_fail(IOPROC_E_HEAP,
                       L"This process has no room for Java, which needs %lu MB for its heap (-Xmx), "
                       L"%lu MB for code, %lu MB for classes and %lu MB besides. Write a smaller "
                       L"-Xmx into %ls.vmoptions, or call Preload before the application fills its "
                       L"memory",
                       (DWORD)(ioproc_demand_heap(demand) / MEGABYTE),
                       (DWORD)(demand->code_cache / MEGABYTE),
                       (DWORD)(demand->class_space / MEGABYTE), (DWORD)(REST / MEGABYTE),
                       ioproc_library);
}
