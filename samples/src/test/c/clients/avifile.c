/* AVIFile, which opens a WAV file as a file with one audio stream. */
#include "client.h"

#include <stdlib.h>
#include <string.h>
#include <vfw.h>

/* Reads some blocks of the stream and compares them. */
static BOOL reads(const struct sample *sample, PAVISTREAM stream, LONG start, LONG count)
{
    LONG block = sample->format.nBlockAlign;
    BYTE *buffer = malloc((size_t)(count * block));
    LONG bytes = 0, blocks = 0;

    REQUIRE(buffer != NULL);
    REQUIRE(AVIStreamRead(stream, start, count, buffer, count * block, &bytes, &blocks) == 0);
    REQUIRE(blocks == count && bytes == count * block);
    REQUIRE(memcmp(buffer, sample->file + sample->data + start * block, (size_t)bytes) == 0);
    free(buffer);
    return TRUE;
}

static BOOL stream_is_right(const struct sample *sample, PAVISTREAM stream)
{
    LONG length = sample->data_size / sample->format.nBlockAlign;
    WAVEFORMATEX format;
    LONG size = sizeof format;

    REQUIRE(AVIStreamLength(stream) == length);
    REQUIRE(AVIStreamReadFormat(stream, 0, &format, &size) == 0);
    REQUIRE(memcmp(&format, &sample->format, 16) == 0);
    REQUIRE(reads(sample, stream, 0, length));
    REQUIRE(reads(sample, stream, length / 2, 1000));
    REQUIRE(reads(sample, stream, length - 1, 1));
    REQUIRE(reads(sample, stream, 1, 1));
    return TRUE;
}

static BOOL file_is_right(const struct sample *sample, PAVIFILE file)
{
    PAVISTREAM stream;

    REQUIRE(AVIFileGetStream(file, &stream, streamtypeAUDIO, 0) == 0);
    REQUIRE(stream_is_right(sample, stream));
    AVIStreamRelease(stream);
    REQUIRE(AVIFileRelease(file) == 0);
    return TRUE;
}

/* Opens the file by its name in either form. */
BOOL avi_file(const struct sample *sample)
{
    WCHAR wide[MAX_PATH];
    PAVIFILE file;

    REQUIRE(MultiByteToWideChar(CP_ACP, 0, sample->name, -1, wide, MAX_PATH) > 0);
    AVIFileInit();
    REQUIRE(AVIFileOpenA(&file, sample->name, OF_READ | OF_SHARE_DENY_WRITE, NULL) == 0);
    REQUIRE(file_is_right(sample, file));
    REQUIRE(AVIFileOpenW(&file, wide, OF_READ | OF_SHARE_DENY_WRITE, NULL) == 0);
    REQUIRE(file_is_right(sample, file));
    AVIFileExit();
    return TRUE;
}
