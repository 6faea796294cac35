/* Writes until the disk is full. Nothing that was reported as written may be missing afterwards. */
#include "writing.h"

#include <stdio.h>
#include <stdlib.h>

#include "dirioproc.h"
#include "failure.h"

#define PIECE 60001
#define PIECES 40 /* twice as much as the disk holds */

struct file {
    char name[MAX_PATH];
    char path[MAX_PATH];
};

static BOOL text_tells(void)
{
    return failure_is(DirIoProcErrorText, "*Disk full*");
}

/*
 * A buffer takes what the disk refuses, so it is written out after each piece. Even then the mmio
 * of Wine 8.0 returns success, and only the DLL's text reports the failure.
 */
static BOOL writes_piece(HMMIO file, LONG at)
{
    char *bytes = bytes_from(at, PIECE);
    BOOL written = mmioWrite(file, bytes, PIECE) == PIECE && mmioFlush(file, 0) == 0;

    free(bytes);
    return written && !text_tells();
}

/* Writes pieces until one is refused. Returns how much was written, or -1 if all were. */
static LONG write_all(HMMIO file)
{
    LONG at;

    for (at = 0; at < PIECES * PIECE; at += PIECE) {
        if (!writes_piece(file, at))
            return at;
    }
    return -1;
}

/* The disk has what was written, and perhaps the beginning of what was refused. */
static BOOL disk_has_written(const struct file *full, LONG written)
{
    LONG size = size_on_disk(full->path);
    char *expected = bytes_from(0, size);

    REQUIRE(size >= written && size < written + PIECE);
    REQUIRE(disk_has(full->path, expected, size));
    free(expected);
    return TRUE;
}

/* There is room for one piece less, so that a small file would fit beside the large one. */
static BOOL goes_on(const struct file *full)
{
    REQUIRE(open_named(full->name, NULL, MMIO_DELETE) != NULL);
    REQUIRE(size_on_disk(full->path) == -1);
    REQUIRE(create_file(full->name, PIECE));
    REQUIRE(size_on_disk(full->path) == PIECE);
    REQUIRE(open_named(full->name, NULL, MMIO_DELETE) != NULL);
    return TRUE;
}

BOOL fills_disk(const char *folder, DWORD buffering)
{
    struct file full;
    HMMIO file;
    LONG written;

    REQUIRE(!text_tells());
    snprintf(full.name, MAX_PATH, "%s+full.bin", folder);
    snprintf(full.path, MAX_PATH, "%s\\full.bin", folder);
    file = open_named(full.name, NULL, MMIO_CREATE | MMIO_WRITE | buffering);
    REQUIRE(file != NULL);
    written = write_all(file);
    printf("  %ld bytes were written, and %ld are on the disk\n", written, size_on_disk(full.path));
    REQUIRE(written > 0);
    REQUIRE(text_tells());
    REQUIRE(mmioClose(file, 0) == 0);
    REQUIRE(disk_has_written(&full, written));
    return goes_on(&full);
}
