/* Changes files that exist: their content, their names, and whether they exist. */
#include "writing.h"

#include <stdlib.h>
#include <string.h>

#define SIZE 100000

static HMMIO open_again(const char *name)
{
    return open_named(name, NULL, MMIO_READWRITE | MMIO_EXCLUSIVE);
}

/* Reads small pieces in order, which may be read ahead of the program. */
static BOOL reads_pieces(HMMIO file, const char *expected, LONG from, LONG to)
{
    char piece[100];
    LONG at;

    REQUIRE(mmioSeek(file, from, SEEK_SET) == from);
    for (at = from; at < to; at += (LONG)sizeof piece) {
        REQUIRE(mmioRead(file, piece, sizeof piece) == sizeof piece);
        REQUIRE(memcmp(piece, expected + at, sizeof piece) == 0);
    }
    return TRUE;
}

/* Writes where another piece was read, and behind the end, and reads both at once. */
static BOOL mixes(HMMIO file, char *expected)
{
    REQUIRE(reads_pieces(file, expected, 0, 1000));
    memcpy(expected + 1000, "changed", 7);
    REQUIRE(mmioWrite(file, "changed", 7) == 7);
    REQUIRE(mmioSeek(file, 0, SEEK_CUR) == 1007);
    REQUIRE(reads_pieces(file, expected, 500, 5000));
    REQUIRE(mmioSeek(file, 0, SEEK_END) == SIZE);
    memcpy(expected + SIZE, "longer", 6);
    REQUIRE(mmioWrite(file, "longer", 6) == 6);
    REQUIRE(reads_pieces(file, expected, SIZE - 494, SIZE + 6));
    REQUIRE(mmioSeek(file, -6, SEEK_END) == SIZE);
    return TRUE;
}

BOOL changes_file(void)
{
    char *expected = bytes_from(0, SIZE + 6);
    HMMIO file;

    REQUIRE(expected != NULL);
    REQUIRE(create_file("music.dir+old.bin", SIZE));
    REQUIRE(disk_has("music.dir\\old.bin", expected, SIZE));
    file = open_again("music.dir+old.bin");
    REQUIRE(file != NULL);
    REQUIRE(mixes(file, expected));
    REQUIRE(mmioClose(file, 0) == 0);
    REQUIRE(disk_has("music.dir\\old.bin", expected, SIZE + 6));
    free(expected);
    return TRUE;
}

static BOOL was_moved(const char *from, const char *to)
{
    char *expected = bytes_from(0, SIZE);

    REQUIRE(expected != NULL);
    REQUIRE(size_on_disk(from) == -1);
    REQUIRE(disk_has(to, expected, SIZE));
    free(expected);
    return TRUE;
}

/* A file must not replace another one. */
static BOOL keeps_other(MMIOINFO *info)
{
    REQUIRE(create_file("music.dir+other.bin", 3));
    REQUIRE(mmioRenameA("music.dir+b.bin", "music.dir+other.bin", info, 0) != 0);
    REQUIRE(size_on_disk("music.dir\\b.bin") == SIZE);
    REQUIRE(size_on_disk("music.dir\\other.bin") == 3);
    return TRUE;
}

BOOL renames(void)
{
    MMIOINFO info = {.fccIOProc = mmioFOURCC('D', 'I', 'R', ' ')};

    REQUIRE(create_file("music.dir+a.bin", SIZE));
    REQUIRE(mmioRenameA("music.dir+a.bin", "music.dir+b.bin", &info, 0) == 0);
    REQUIRE(was_moved("music.dir\\a.bin", "music.dir\\b.bin"));
    REQUIRE(keeps_other(&info));
    REQUIRE(mmioRenameW(L"music.dir+b.bin", L"music.dir+\x00E9.bin", &info, 0) == 0);
    REQUIRE(was_moved("music.dir\\b.bin", "music.dir\\\xE9.bin"));
    REQUIRE(mmioRenameA("music.dir+a.bin", "music.dir+c.bin", &info, 0) != 0);
    return TRUE;
}

static BOOL deletes_file(const char *name)
{
    return open_named(name, NULL, MMIO_DELETE) != NULL;
}

BOOL deletes(void)
{
    REQUIRE(create_file("music.dir+gone.bin", SIZE));
    REQUIRE(deletes_file("music.dir+gone.bin"));
    REQUIRE(size_on_disk("music.dir\\gone.bin") == -1);
    REQUIRE(!deletes_file("music.dir+gone.bin"));
    REQUIRE(!deletes_file("music.dir+..\\writing.exe"));
    REQUIRE(size_on_disk("writing.exe") > 0);
    return TRUE;
}
