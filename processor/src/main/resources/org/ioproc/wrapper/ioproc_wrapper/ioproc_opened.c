/*
 * The files that a program has open in a Java process beside it. A program's MMIOINFO refers to its
 * file by a token in adwInfo[2]: the file's place in a table, and a generation that is another one
 * for each file. Java's own token may be given again by the next Java process.
 */
#include "ioproc_private.h"

#include <string.h>

#define PLACES 0xFFFF /* the lower half of a token, which is never 0 */
#define FIRST_PLACES 64

static SRWLOCK lock = SRWLOCK_INIT;
static struct ioproc_opened **places;
static DWORD capacity;
static DWORD last_place;
static DWORD generation;

static BOOL grow(void)
{
    DWORD larger = capacity == 0 ? FIRST_PLACES : capacity * 2;
    struct ioproc_opened **table;

    if (larger > PLACES)
        larger = PLACES;
    if (larger == capacity)
        return FALSE;
    table = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, larger * sizeof(struct ioproc_opened *));
    if (table == NULL)
        return FALSE;
    if (places != NULL) {
        memcpy(table, places, capacity * sizeof *table);
        HeapFree(GetProcessHeap(), 0, places);
    }
    places = table;
    capacity = larger;
    return TRUE;
}

/* Goes around the table, so that a place is not used again soon. */
static BOOL find_place(DWORD *place)
{
    DWORD i;

    for (i = 0; i < capacity; i++) {
        last_place = last_place + 1 < capacity ? last_place + 1 : 0;
        if (places[last_place] == NULL) {
            *place = last_place;
            return TRUE;
        }
    }
    *place = capacity;
    return grow();
}

static BOOL add(struct ioproc_opened *file)
{
    DWORD place;
    BOOL added;

    AcquireSRWLockExclusive(&lock);
    added = find_place(&place);
    if (added) {
        if (generation == 0)
            generation = (DWORD)GetTickCount() * 0x9E3779B1U >> 16;
        file->token = (LONG)(++generation << 16 | (place + 1));
        places[place] = file;
    }
    ReleaseSRWLockExclusive(&lock);
    return added;
}

struct ioproc_opened *ioproc_opened_add(const struct ioproc_procedure *procedure,
                                        struct ioproc_peer *peer, LONG token_of_java)
{
    struct ioproc_opened *file = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *file);

    if (file == NULL)
        return NULL;
    file->users = 1;
    file->procedure = procedure;
    file->peer = peer;
    file->token_of_java = token_of_java;
    if (!add(file)) {
        HeapFree(GetProcessHeap(), 0, file);
        return NULL;
    }
    ioproc_peer_hold(peer);
    return file;
}

static struct ioproc_opened **place_of(LONG token)
{
    DWORD place = ((DWORD)token & PLACES) - 1;

    return place < capacity && places[place] != NULL && places[place]->token == token
               ? &places[place]
               : NULL;
}

struct ioproc_opened *ioproc_opened_find(const struct ioproc_procedure *procedure, LONG token)
{
    struct ioproc_opened **place;
    struct ioproc_opened *file = NULL;

    AcquireSRWLockShared(&lock);
    place = place_of(token);
    if (place != NULL && (*place)->procedure == procedure) {
        file = *place;
        InterlockedIncrement(&file->users);
    }
    ReleaseSRWLockShared(&lock);
    return file;
}

void ioproc_opened_release(struct ioproc_opened *file)
{
    if (InterlockedDecrement(&file->users) > 0)
        return;
    ioproc_peer_release(file->peer);
    if (file->ahead.bytes != NULL)
        HeapFree(GetProcessHeap(), 0, file->ahead.bytes);
    HeapFree(GetProcessHeap(), 0, file);
}

void ioproc_opened_remove(struct ioproc_opened *file)
{
    struct ioproc_opened **place;

    AcquireSRWLockExclusive(&lock);
    place = place_of(file->token);
    if (place != NULL)
        *place = NULL;
    ReleaseSRWLockExclusive(&lock);
    if (place != NULL)
        ioproc_opened_release(file);
}
