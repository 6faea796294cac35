#include "hostile.h"

#include <stdio.h>
#include <string.h>

struct thread thread[THREADS];
static unsigned char tone[LENGTH];

static void make_tone(void)
{
    const DWORD format[] = {16, 0x10001, 8000, 8000, 0x80001};
    const DWORD riff = LENGTH - 8, data = SAMPLES;
    int i;

    memcpy(tone, "RIFF", 4);
    memcpy(tone + 4, &riff, 4);
    memcpy(tone + 8, "WAVEfmt ", 8);
    memcpy(tone + 16, format, sizeof format);
    memcpy(tone + 36, "data", 4);
    memcpy(tone + 40, &data, 4);
    for (i = 0; i < SAMPLES; i++)
        tone[44 + i] = (unsigned char)(i * 7);
}

/* Returns the end of some memory. An unmapped page follows it. */
static char *guarded(void)
{
    char *memory = VirtualAlloc(NULL, 2 * PAGES, MEM_RESERVE, PAGE_NOACCESS);

    return (char *)VirtualAlloc(memory, PAGES, MEM_COMMIT, PAGE_READWRITE) + PAGES;
}

void prepare_threads(unsigned long long seed)
{
    int i, j;

    make_tone();
    for (i = 0; i < THREADS; i++) {
        thread[i].number = i;
        thread[i].random = (seed + 1) * 0x9E3779B97F4A7C15ULL + (unsigned long long)i * 0x5851F42DU;
        thread[i].names = guarded();
        thread[i].bytes = guarded();
        thread[i].forged = (MMIOINFO *)(guarded() - sizeof(MMIOINFO));
        for (j = 0; j < FILES; j++)
            thread[i].file[j].info = (MMIOINFO *)(guarded() - sizeof(MMIOINFO));
    }
}

/* Returns the upper half of a number from Marsaglia's xorshift. */
DWORD next(struct thread *t)
{
    t->random ^= t->random << 13;
    t->random ^= t->random >> 7;
    t->random ^= t->random << 17;
    return (DWORD)(t->random >> 32);
}

LONG below(struct thread *t, DWORD bound)
{
    return (LONG)(next(t) % bound);
}

char *name(struct thread *t, const char *text)
{
    size_t length = strlen(text) + 1;

    return memcpy(t->names - length, text, length);
}

void expect(struct thread *t, BOOL right, const char *what, LONG_PTR answer)
{
    if (!right && t->wrong++ < 5)
        printf("  thread %d, message %ld: %s -> %lld\n", t->number, t->messages, what,
               (long long)answer);
}

static LONG readable(LONG position, LONG count)
{
    LONG left = position < LENGTH ? LENGTH - position : 0;

    return count < left ? count : left;
}

void expect_tone(struct thread *t, struct file *file, LONG count, LRESULT read)
{
    LONG expected = readable(file->position, count);

    expect(t, read == expected, "read", read);
    if (expected > 0) {
        expect(t, memcmp(t->bytes - count, tone + file->position, (size_t)expected) == 0,
               "the bytes that were read", file->position);
        file->position += expected;
    }
}
