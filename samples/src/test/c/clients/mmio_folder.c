/* A program that names archives by relative paths and changes its current directory. */
#include "client.h"

#include <stdio.h>
#include <string.h>

#define FOLDER "elsewhere"
#define OTHER "other.zip"

/* Returns whether the file holds the same bytes as the sample's file on disk. */
static BOOL reads(const struct sample *sample, const char *name)
{
    HMMIO file = open_named(name, NULL, MMIO_READ | MMIO_ALLOCBUF);
    char bytes[4096];
    LONG position = 0;
    LONG count = 0;

    if (file == NULL)
        return FALSE;
    while ((count = mmioRead(file, bytes, sizeof bytes)) > 0 &&
           position + count <= sample->file_size &&
           memcmp(bytes, sample->file + position, (size_t)count) == 0)
        position += count;
    return mmioClose(file, 0) == 0 && count == 0 && position == sample->file_size;
}

static BOOL is_missing(const char *name)
{
    MMIOINFO info = {0};

    return open_named(name, &info, MMIO_READ) == NULL && info.wErrorRet == MMIOERR_FILENOTFOUND;
}

/* An earlier run may have left the folder. */
static BOOL move_to_folder(void)
{
    CreateDirectoryA(FOLDER, NULL);
    return CopyFileA("music.zip", FOLDER "\\" OTHER, FALSE) && SetCurrentDirectoryA(FOLDER);
}

/* Opens the same archive by a drive-relative path, a rooted one, absolute ones, and "./". */
static BOOL reads_each_way(const struct sample *sample)
{
    char here[MAX_PATH];
    char name[2 * MAX_PATH];

    REQUIRE(GetCurrentDirectoryA(sizeof here, here) > 0 && here[1] == ':');
    snprintf(name, sizeof name, "%.2s%s+hello.wav", here, OTHER);
    REQUIRE(reads(sample, name));
    snprintf(name, sizeof name, "%s\\%s+hello.wav", here + 2, OTHER);
    REQUIRE(reads(sample, name));
    snprintf(name, sizeof name, "%s\\..\\%s\\%s+hello.wav", here, FOLDER, OTHER);
    REQUIRE(reads(sample, name));
    snprintf(name, sizeof name, "\\\\?\\%s\\%s+hello.wav", here, OTHER);
    REQUIRE(reads(sample, name));
    REQUIRE(reads(sample, "./" OTHER "+hello.wav"));
    return TRUE;
}

static BOOL read_in_folder(const struct sample *sample)
{
    REQUIRE(reads(sample, OTHER "+hello.wav"));
    REQUIRE(is_missing("music.zip+hello.wav"));
    REQUIRE(reads(sample, "..\\music.zip+hello.wav"));
    REQUIRE(reads(sample, "../music.zip+hello.wav"));
    REQUIRE(is_missing(FOLDER "\\" OTHER "+hello.wav"));
    return reads_each_way(sample);
}

BOOL mmio_folder(const struct sample *sample)
{
    REQUIRE(reads(sample, "music.zip+hello.wav")); /* Java starts in this folder. */
    REQUIRE(is_missing(OTHER "+hello.wav"));
    REQUIRE(move_to_folder());
    REQUIRE(read_in_folder(sample));
    REQUIRE(SetCurrentDirectoryA(".."));
    REQUIRE(reads(sample, "music.zip+hello.wav"));
    REQUIRE(reads(sample, FOLDER "\\" OTHER "+hello.wav"));
    REQUIRE(is_missing(OTHER "+hello.wav"));
    return TRUE;
}
