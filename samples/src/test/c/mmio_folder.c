/* Archives named by relative paths, in a program that changes its current directory. */
#include "client.h"

#include <stdio.h>
#include <string.h>

#define FOLDER "elsewhere"
#define OTHER "other.zip"

/* Whether the name is that of the sample: what it reads is the whole file on disk. */
static BOOL reads(const struct sample *sample, const char *name)
{
    char copy[2 * MAX_PATH];
    char bytes[4096];
    LONG position = 0;
    LONG count = 0;
    HMMIO file;

    lstrcpynA(copy, name, sizeof copy);
    file = mmioOpenA(copy, NULL, MMIO_READ | MMIO_ALLOCBUF);
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
    char copy[2 * MAX_PATH];

    lstrcpynA(copy, name, sizeof copy);
    return mmioOpenA(copy, &info, MMIO_READ) == NULL && info.wErrorRet == MMIOERR_FILENOTFOUND;
}

/* What is in the way of an earlier run is no matter. */
static BOOL move_to_folder(void)
{
    CreateDirectoryA(FOLDER, NULL);
    return CopyFileA("music.zip", FOLDER "\\" OTHER, FALSE) && SetCurrentDirectoryA(FOLDER);
}

/* The same archive, as a program may name it: relative to the drive, from its root, whole. */
static int reads_each_way(const struct sample *sample)
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
    return 0;
}

static int read_in_folder(const struct sample *sample)
{
    REQUIRE(reads(sample, OTHER "+hello.wav"));
    REQUIRE(is_missing("music.zip+hello.wav"));
    REQUIRE(reads(sample, "..\\music.zip+hello.wav"));
    REQUIRE(reads(sample, "../music.zip+hello.wav"));
    REQUIRE(is_missing(FOLDER "\\" OTHER "+hello.wav"));
    return reads_each_way(sample);
}

int mmio_folder(const struct sample *sample)
{
    REQUIRE(reads(sample, "music.zip+hello.wav")); /* Java starts in this folder. */
    REQUIRE(is_missing(OTHER "+hello.wav"));
    REQUIRE(move_to_folder());
    REQUIRE(read_in_folder(sample) == 0);
    REQUIRE(SetCurrentDirectoryA(".."));
    REQUIRE(reads(sample, "music.zip+hello.wav"));
    REQUIRE(reads(sample, FOLDER "\\" OTHER "+hello.wav"));
    REQUIRE(is_missing(OTHER "+hello.wav"));
    return 0;
}
