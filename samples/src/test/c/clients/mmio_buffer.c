/* A program that reads mmio's buffer directly: Microsoft, "Accessing a File I/O Buffer". */
#include "client.h"

#include <string.h>

#define BUFFER 1000

/* Compares the file's bytes from a position on, buffer by buffer. Returns their end, or -1. */
static LONG read_all(const struct sample *sample, HMMIO file, MMIOINFO *info, LONG at)
{
    for (;;) {
        LONG count = (LONG)(info->pchEndRead - info->pchNext);

        if (at + count > sample->file_size ||
            memcmp(info->pchNext, sample->file + at, (size_t)count) != 0)
            return -1;
        at += count;
        info->pchNext = info->pchEndRead;
        if (mmioAdvance(file, info, MMIO_READ) != 0)
            return -1;
        if (info->pchNext == info->pchEndRead)
            return at;
    }
}

static BOOL uses_buffer(const struct sample *sample, HMMIO file)
{
    char first[10];
    MMIOINFO info;

    REQUIRE(mmioSetBuffer(file, NULL, BUFFER, 0) == 0);
    REQUIRE(mmioRead(file, first, sizeof first) == sizeof first);
    REQUIRE(mmioGetInfo(file, &info, 0) == 0);
    REQUIRE(info.cchBuffer == BUFFER && info.pchNext == info.pchBuffer + sizeof first);
    REQUIRE(info.lBufOffset == 0 && info.lDiskOffset == BUFFER);
    REQUIRE(read_all(sample, file, &info, sizeof first) == sample->file_size);
    REQUIRE(mmioSetInfo(file, &info, 0) == 0);
    REQUIRE(mmioSeek(file, 0, SEEK_CUR) == sample->file_size);
    info.pchNext = info.pchBuffer - 1;
    REQUIRE(mmioSetInfo(file, &info, 0) == MMSYSERR_INVALPARAM);
    return TRUE;
}

BOOL mmio_buffers(const struct sample *sample)
{
    HMMIO file = open_named(sample->name, NULL, MMIO_READ);
    MMIOINFO info;

    REQUIRE(file != NULL);
    REQUIRE(mmioGetInfo(file, &info, 0) == 0);
    REQUIRE(info.fccIOProc == sample->code);
    REQUIRE(info.cchBuffer == 0);
    REQUIRE(mmioAdvance(file, NULL, MMIO_READ) == MMIOERR_UNBUFFERED);
    REQUIRE(uses_buffer(sample, file));
    REQUIRE(mmioClose(file, 0) == 0);
    return TRUE;
}
