/* AVIFile, which opens a video clip, reads its frames, and decodes them. */
#include "clip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static BOOL reads_frame(const struct clip *clip, PAVISTREAM stream, DWORD frame)
{
    struct part expected = clip_frame(clip, frame);
    LONG key = AVIStreamFindSample(stream, (LONG)frame, FIND_KEY | FIND_PREV);
    BYTE *buffer = malloc(expected.size + 1);
    LONG bytes = 0, frames = 0;

    REQUIRE(buffer != NULL);
    REQUIRE(AVIStreamRead(stream, (LONG)frame, 1, buffer, (LONG)expected.size + 1, &bytes,
                          &frames) == 0);
    REQUIRE(frames == 1 && bytes == (LONG)expected.size);
    REQUIRE(memcmp(buffer, expected.data, expected.size) == 0);
    REQUIRE((key == (LONG)frame) == clip_is_key(clip, frame));
    free(buffer);
    return TRUE;
}

static BOOL stream_is_right(const struct clip *clip, PAVISTREAM stream)
{
    AVISTREAMINFOA info;
    BITMAPINFOHEADER format;
    LONG size = sizeof format;
    DWORD frame;

    REQUIRE(AVIStreamInfoA(stream, &info, sizeof info) == 0);
    REQUIRE(info.fccType == streamtypeVIDEO && info.fccHandler == clip->codec);
    REQUIRE(info.dwRate == clip->rate && info.dwScale == clip->scale);
    REQUIRE(info.dwLength == clip->frames);
    REQUIRE(AVIStreamReadFormat(stream, 0, &format, &size) == 0);
    REQUIRE(memcmp(&format, &clip->format, sizeof format) == 0);
    for (frame = 0; frame < clip->frames; frame++)
        REQUIRE(reads_frame(clip, stream, frame));
    return reads_frame(clip, stream, clip->frames / 2);
}

static BOOL decodes(const struct clip *clip, PGETFRAME decoder, DWORD frame)
{
    const BITMAPINFOHEADER *picture = AVIStreamGetFrame(decoder, (LONG)frame);

    REQUIRE(picture != NULL);
    return clip_shows(clip, frame, picture, (const BYTE *)picture + picture->biSize);
}

/* Writes a decoded picture, which has no palette, beside the file. */
static BOOL writes_bitmap(const struct sample *sample, const BITMAPINFOHEADER *picture)
{
    BITMAPFILEHEADER header = {.bfType = 0x4D42};
    char path[MAX_PATH];
    FILE *file;

    path_beside(sample, "bmp", path);
    file = fopen(path, "wb");
    header.bfOffBits = sizeof header + picture->biSize;
    header.bfSize = header.bfOffBits + picture->biSizeImage;
    REQUIRE(file != NULL);
    REQUIRE(fwrite(&header, sizeof header, 1, file) == 1);
    REQUIRE(fwrite(picture, picture->biSize + picture->biSizeImage, 1, file) == 1);
    REQUIRE(fclose(file) == 0);
    return TRUE;
}

/* Decodes all frames, and then one that depends on others before it. */
static BOOL stream_is_decoded(const struct sample *sample, const struct clip *clip,
                              PAVISTREAM stream)
{
    PGETFRAME decoder = AVIStreamGetFrameOpen(stream, NULL);
    DWORD frame;

    REQUIRE(decoder != NULL);
    for (frame = 0; frame < clip->frames; frame++)
        REQUIRE(decodes(clip, decoder, frame));
    REQUIRE(!clip_is_key(clip, clip->frames / 2));
    REQUIRE(decodes(clip, decoder, clip->frames / 2));
    REQUIRE(writes_bitmap(sample, AVIStreamGetFrame(decoder, (LONG)clip->frames / 2)));
    REQUIRE(AVIStreamGetFrameClose(decoder) == 0);
    return TRUE;
}

BOOL avi_file_video(const struct sample *sample)
{
    struct clip clip;
    PAVISTREAM stream;
    PAVIFILE file;

    REQUIRE(clip_load(&clip, sample));
    AVIFileInit();
    REQUIRE(AVIFileOpenA(&file, sample->name, OF_READ | OF_SHARE_DENY_WRITE, NULL) == 0);
    REQUIRE(AVIFileGetStream(file, &stream, streamtypeVIDEO, 0) == 0);
    REQUIRE(stream_is_right(&clip, stream));
    REQUIRE(stream_is_decoded(sample, &clip, stream));
    AVIStreamRelease(stream);
    REQUIRE(AVIFileRelease(file) == 0);
    AVIFileExit();
    return TRUE;
}
