#include "writing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned char byte_at(LONG position)
{
    return (unsigned char)(position * 31 + position / 253);
}

char *bytes_from(LONG position, LONG count)
{
    char *bytes = malloc((size_t)count + 1);
    LONG i;

    for (i = 0; bytes != NULL && i < count; i++)
        bytes[i] = (char)byte_at(position + i);
    return bytes;
}

LONG size_on_disk(const char *path)
{
    WIN32_FILE_ATTRIBUTE_DATA data;

    return GetFileAttributesExA(path, GetFileExInfoStandard, &data) ? (LONG)data.nFileSizeLow : -1;
}

BOOL disk_has(const char *path, const char *bytes, LONG count)
{
    FILE *file = fopen(path, "rb");
    char *read = malloc((size_t)count + 1);
    BOOL same = file != NULL && read != NULL &&
                fread(read, 1, (size_t)count + 1, file) == (size_t)count &&
                memcmp(read, bytes, (size_t)count) == 0;

    free(read);
    if (file != NULL)
        fclose(file);
    return same;
}

BOOL create_file(const char *name, LONG count)
{
    HMMIO file = open_named(name, NULL, MMIO_CREATE | MMIO_WRITE);
    char *bytes = bytes_from(0, count);

    REQUIRE(file != NULL && bytes != NULL);
    REQUIRE(mmioWrite(file, bytes, count) == count);
    REQUIRE(mmioClose(file, 0) == 0);
    free(bytes);
    return TRUE;
}
