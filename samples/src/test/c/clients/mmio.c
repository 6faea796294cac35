/* A program that reads a WAV file with mmio's own functions. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

static BOOL walks_chunks(const struct sample *sample, HMMIO file)
{
    MMCKINFO riff = {.fccType = mmioFOURCC('W', 'A', 'V', 'E')};
    MMCKINFO format = {.ckid = mmioFOURCC('f', 'm', 't', ' ')};
    MMCKINFO data = {.ckid = mmioFOURCC('d', 'a', 't', 'a')};
    WAVEFORMATEX read = {0};

    REQUIRE(mmioDescend(file, &riff, NULL, MMIO_FINDRIFF) == 0);
    REQUIRE(riff.cksize == (DWORD)sample->file_size - 8 && riff.dwDataOffset == 8);
    REQUIRE(mmioDescend(file, &format, &riff, MMIO_FINDCHUNK) == 0);
    REQUIRE(mmioRead(file, (HPSTR)&read, 16) == 16);
    REQUIRE(memcmp(&read, &sample->format, 16) == 0);
    REQUIRE(mmioAscend(file, &format, 0) == 0);
    REQUIRE(mmioDescend(file, &data, &riff, MMIO_FINDCHUNK) == 0);
    REQUIRE(data.cksize == (DWORD)sample->data_size);
    REQUIRE(data.dwDataOffset == (DWORD)sample->data);
    return TRUE;
}

/* The file is at the position where the sound begins. */
static BOOL reads_sound(const struct sample *sample, HMMIO file)
{
    char *buffer = malloc((size_t)sample->data_size);

    REQUIRE(buffer != NULL);
    REQUIRE(mmioRead(file, buffer, sample->data_size) == sample->data_size);
    REQUIRE(memcmp(buffer, sample->file + sample->data, (size_t)sample->data_size) == 0);
    free(buffer);
    return TRUE;
}

static BOOL seeks(const struct sample *sample, HMMIO file)
{
    LONG middle = sample->file_size / 2;
    char read[2];

    REQUIRE(mmioSeek(file, middle, SEEK_SET) == middle);
    REQUIRE(mmioRead(file, read, 2) == 2);
    REQUIRE(memcmp(read, sample->file + middle, 2) == 0);
    REQUIRE(mmioSeek(file, -2, SEEK_CUR) == middle);
    REQUIRE(mmioSeek(file, 0, SEEK_END) == sample->file_size);
    REQUIRE(mmioRead(file, read, 2) == 0);
    REQUIRE(mmioSeek(file, -1, SEEK_SET) == -1);
    return TRUE;
}

static BOOL uses(const struct sample *sample, HMMIO file)
{
    REQUIRE(file != NULL);
    REQUIRE(walks_chunks(sample, file));
    REQUIRE(reads_sound(sample, file));
    REQUIRE(seeks(sample, file));
    REQUIRE(mmioSendMessage(file, MMIOM_USER, 1, 2) == 0);
    REQUIRE(mmioFlush(file, 0) == 0);
    REQUIRE(mmioClose(file, 0) == 0);
    REQUIRE(mmioClose(file, 0) == MMSYSERR_INVALHANDLE);
    return TRUE;
}

/* Opens the file with a buffer and without one, through both sets of functions. */
BOOL mmio_files(const struct sample *sample)
{
    WCHAR wide[MAX_PATH];
    FOURCC zip = mmioFOURCC('Z', 'I', 'P', ' ');

    REQUIRE(MultiByteToWideChar(CP_ACP, 0, sample->name, -1, wide, MAX_PATH) > 0);
    REQUIRE(mmioStringToFOURCCA("zip", MMIO_TOUPPER) == zip);
    REQUIRE(mmioStringToFOURCCW(L"ZIP", 0) == zip);
    REQUIRE(mmioInstallIOProcA(sample->code, NULL, MMIO_FINDPROC) != NULL);
    REQUIRE(uses(sample, open_named(sample->name, NULL, MMIO_READ | MMIO_ALLOCBUF)));
    REQUIRE(uses(sample, open_named(sample->name, NULL, MMIO_READ | MMIO_DENYWRITE)));
    REQUIRE(uses(sample, mmioOpenW(wide, NULL, MMIO_READ | MMIO_ALLOCBUF)));
    return TRUE;
}

/* Opens a file with a procedure that is not installed, so no code selects it. */
BOOL mmio_procedure(const struct sample *sample)
{
    MMIOINFO info = {.pIOProc = sample->procedure};
    MMIOINFO opened;
    HMMIO file = open_named(sample->name, &info, MMIO_READ | MMIO_ALLOCBUF);

    REQUIRE(file != NULL && info.wErrorRet == 0);
    REQUIRE(mmioGetInfo(file, &opened, 0) == 0);
    REQUIRE(opened.fccIOProc == 0);
    REQUIRE(uses(sample, file));
    return TRUE;
}
