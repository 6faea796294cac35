/* mmio's buffer, used directly: Microsoft, "Accessing a File I/O Buffer". */
#include "client.h"

#include <string.h>

#define BUFFER 1000

/* Takes the file's bytes out of the buffer, from the position on; returns their end. */
static LONG take_all(const struct sample *sample, HMMIO file, MMIOINFO *info, LONG at)
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

static int uses_buffer(const struct sample *sample, HMMIO file)
{
    char first[10];
    MMIOINFO info;

    REQUIRE(mmioSetBuffer(file, NULL, BUFFER, 0) == 0);
    REQUIRE(mmioRead(file, first, sizeof first) == sizeof first);
    REQUIRE(mmioGetInfo(file, &info, 0) == 0);
    REQUIRE(info.cchBuffer == BUFFER && info.pchNext == info.pchBuffer + sizeof first);
    REQUIRE(info.lBufOffset == 0 && info.lDiskOffset == BUFFER);
    REQUIRE(take_all(sample, file, &info, sizeof first) == sample->file_size);
    REQUIRE(mmioSetInfo(file, &info, 0) == 0);
    REQUIRE(mmioSeek(file, 0, SEEK_CUR) == sample->file_size);
    info.pchNext = info.pchBuffer - 1;
    REQUIRE(mmioSetInfo(file, &info, 0) == MMSYSERR_INVALPARAM);
    return 0;
}

int mmio_buffers(const struct sample *sample)
{
    char name[MAX_PATH];
    MMIOINFO info;
    HMMIO file;

    lstrcpynA(name, sample->name, MAX_PATH);
    file = mmioOpenA(name, NULL, MMIO_READ);
    REQUIRE(file != NULL);
    REQUIRE(mmioGetInfo(file, &info, 0) == 0);
    REQUIRE(info.fccIOProc == mmioFOURCC('Z', 'I', 'P', ' '));
    REQUIRE(info.cchBuffer == 0);
    REQUIRE(mmioAdvance(file, NULL, MMIO_READ) == MMIOERR_UNBUFFERED);
    REQUIRE(uses_buffer(sample, file) == 0);
    REQUIRE(mmioClose(file, 0) == 0);
    return 0;
}
