/* Writes a WAV file whose sizes are known only at its end: mmio goes back and corrects them. */
#include "writing.h"

#include <stdlib.h>
#include <string.h>

#define SOUND 150001 /* an odd number: mmio adds a byte */
#define HEADER 44
#define WHOLE (HEADER + SOUND + 1)

static const PCMWAVEFORMAT format = {{WAVE_FORMAT_PCM, 1, 22050, 22050, 1}, 8};

static void put(char *at, DWORD number)
{
    memcpy(at, &number, sizeof number);
}

/* Returns the file as it must be. */
static char *expected_file(void)
{
    char *file = calloc(1, WHOLE);
    char *sound = bytes_from(0, SOUND);

    if (file != NULL && sound != NULL) {
        memcpy(file, "RIFF....WAVEfmt ", 16);
        put(file + 4, WHOLE - 8);
        put(file + 16, sizeof format);
        memcpy(file + 20, &format, sizeof format);
        memcpy(file + 36, "data", 4);
        put(file + 40, SOUND);
        memcpy(file + HEADER, sound, SOUND);
    }
    free(sound);
    return file;
}

/* Writes the sound in pieces of growing sizes, most of them odd. */
static BOOL writes_sound(HMMIO file)
{
    char *sound = bytes_from(0, SOUND);
    LONG at = 0;
    LONG piece;

    REQUIRE(sound != NULL);
    for (piece = 1; at < SOUND; piece = piece * 2 + 1) {
        LONG count = piece < SOUND - at ? piece : SOUND - at;

        REQUIRE(mmioWrite(file, sound + at, count) == count);
        at += count;
    }
    free(sound);
    return TRUE;
}

static BOOL writes_chunks(HMMIO file)
{
    MMCKINFO riff = {.fccType = mmioFOURCC('W', 'A', 'V', 'E')};
    MMCKINFO head = {.ckid = mmioFOURCC('f', 'm', 't', ' ')};
    MMCKINFO data = {.ckid = mmioFOURCC('d', 'a', 't', 'a')};

    REQUIRE(mmioCreateChunk(file, &riff, MMIO_CREATERIFF) == 0);
    REQUIRE(mmioCreateChunk(file, &head, 0) == 0);
    REQUIRE(mmioWrite(file, (const char *)&format, sizeof format) == sizeof format);
    REQUIRE(mmioAscend(file, &head, 0) == 0);
    REQUIRE(mmioCreateChunk(file, &data, 0) == 0);
    REQUIRE(writes_sound(file));
    REQUIRE(mmioAscend(file, &data, 0) == 0);
    REQUIRE(mmioAscend(file, &riff, 0) == 0);
    REQUIRE(data.cksize == SOUND && riff.cksize == WHOLE - 8);
    return TRUE;
}

/* Reads the sizes through the same open file, after mmio has corrected them. */
static BOOL reads_back(HMMIO file, const char *expected)
{
    char head[HEADER];

    REQUIRE(mmioSeek(file, 0, SEEK_SET) == 0);
    REQUIRE(mmioRead(file, head, HEADER) == HEADER);
    REQUIRE(memcmp(head, expected, HEADER) == 0);
    REQUIRE(mmioSeek(file, 0, SEEK_END) == WHOLE);
    return TRUE;
}

/* The file replaces an older one that is longer. */
BOOL writes_riff(DWORD buffering)
{
    char *expected = expected_file();
    HMMIO file;

    REQUIRE(expected != NULL);
    REQUIRE(create_file("music.dir+new.wav", 2 * WHOLE));
    file = open_named("music.dir+new.wav", NULL, MMIO_CREATE | MMIO_READWRITE | buffering);
    REQUIRE(file != NULL);
    REQUIRE(writes_chunks(file));
    REQUIRE(reads_back(file, expected));
    REQUIRE(mmioClose(file, 0) == 0);
    REQUIRE(disk_has("music.dir\\new.wav", expected, WHOLE));
    free(expected);
    return TRUE;
}
