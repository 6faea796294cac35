/* mmio's own functions, as a program uses them that reads a WAV file by hand. */
#include "client.h"

#include <stdlib.h>
#include <string.h>

static int walks_chunks(const struct sample *sample, HMMIO file)
{
    MMCKINFO riff = {.fccType = mmioFOURCC('W', 'A', 'V', 'E')};
    MMCKINFO format = {.ckid = mmioFOURCC('f', 'm', 't', ' ')};
    MMCKINFO data = {.ckid = mmioFOURCC('d', 'a', 't', 'a')};
    WAVEFORMATEX read;

    REQUIRE(mmioDescend(file, &riff, NULL, MMIO_FINDRIFF) == 0);
    REQUIRE(riff.cksize == (DWORD)sample->file_size - 8 && riff.dwDataOffset == 8);
    REQUIRE(mmioDescend(file, &format, &riff, MMIO_FINDCHUNK) == 0);
    REQUIRE(mmioRead(file, (HPSTR)&read, 16) == 16);
    REQUIRE(memcmp(&read, &sample->format, 16) == 0);
    REQUIRE(mmioAscend(file, &format, 0) == 0);
    REQUIRE(mmioDescend(file, &data, &riff, MMIO_FINDCHUNK) == 0);
    REQUIRE(data.cksize == (DWORD)sample->data_size);
    REQUIRE(data.dwDataOffset == (DWORD)sample->data);
    return 0;
}

/* The position is where the sound begins. */
static int reads_sound(const struct sample *sample, HMMIO file)
{
    char *buffer = malloc((size_t)sample->data_size);

    REQUIRE(buffer != NULL);
    REQUIRE(mmioRead(file, buffer, sample->data_size) == sample->data_size);
    REQUIRE(memcmp(buffer, sample->file + sample->data, (size_t)sample->data_size) == 0);
    free(buffer);
    return 0;
}

static int seeks(const struct sample *sample, HMMIO file)
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
    return 0;
}

static int uses(const struct sample *sample, HMMIO file)
{
    REQUIRE(file != NULL);
    REQUIRE(walks_chunks(sample, file) == 0);
    REQUIRE(reads_sound(sample, file) == 0);
    REQUIRE(seeks(sample, file) == 0);
    REQUIRE(mmioSendMessage(file, MMIOM_USER, 1, 2) == 0);
    REQUIRE(mmioFlush(file, 0) == 0);
    REQUIRE(mmioClose(file, 0) == 0);
    REQUIRE(mmioClose(file, 0) == MMSYSERR_INVALHANDLE);
    return 0;
}

/* With a buffer and without, and by both sets of functions. */
int mmio_files(const struct sample *sample)
{
    WCHAR wide[MAX_PATH];
    char name[MAX_PATH];
    FOURCC zip = mmioFOURCC('Z', 'I', 'P', ' ');

    lstrcpynA(name, sample->name, MAX_PATH);
    REQUIRE(MultiByteToWideChar(CP_ACP, 0, sample->name, -1, wide, MAX_PATH) > 0);
    REQUIRE(mmioStringToFOURCCA("zip", MMIO_TOUPPER) == zip);
    REQUIRE(mmioStringToFOURCCW(L"ZIP", 0) == zip);
    REQUIRE(mmioInstallIOProcA(zip, NULL, MMIO_FINDPROC) != NULL);
    REQUIRE(uses(sample, mmioOpenA(name, NULL, MMIO_READ | MMIO_ALLOCBUF)) == 0);
    REQUIRE(uses(sample, mmioOpenA(name, NULL, MMIO_READ | MMIO_DENYWRITE)) == 0);
    REQUIRE(uses(sample, mmioOpenW(wide, NULL, MMIO_READ | MMIO_ALLOCBUF)) == 0);
    return 0;
}

/* For one file only: nothing need be installed, so nothing is found by a code. */
int mmio_procedure(const struct sample *sample)
{
    MMIOINFO info = {.pIOProc = sample->procedure};
    MMIOINFO opened;
    char name[MAX_PATH];
    HMMIO file;

    lstrcpynA(name, sample->name, MAX_PATH);
    file = mmioOpenA(name, &info, MMIO_READ | MMIO_ALLOCBUF);
    REQUIRE(file != NULL && info.wErrorRet == 0);
    REQUIRE(mmioGetInfo(file, &opened, 0) == 0);
    REQUIRE(opened.fccIOProc == 0);
    REQUIRE(uses(sample, file) == 0);
    return 0;
}
