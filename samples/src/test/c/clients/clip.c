#include "clip.h"

#include <string.h>

/* Returns a chunk's data. A list's data begins after its type; type is NULL for other chunks. */
static struct part find(struct part in, const char *id, const char *type)
{
    struct part found = {NULL, 0};

    while (in.size >= 12) {
        DWORD size, padded;

        memcpy(&size, in.data + 4, sizeof size);
        padded = 8 + size + (size & 1);
        if (size > in.size - 8)
            break;
        if (memcmp(in.data, id, 4) == 0 && (type == NULL || memcmp(in.data + 8, type, 4) == 0)) {
            found.data = in.data + (type == NULL ? 8 : 12);
            found.size = size - (type == NULL ? 0 : 4);
            break;
        }
        if (padded > in.size)
            break;
        in.data += padded;
        in.size -= padded;
    }
    return found;
}

/* The header is an AVISTREAMHEADER. */
static void read_header(struct clip *clip, const BYTE *header)
{
    memcpy(&clip->codec, header + 4, sizeof clip->codec);
    memcpy(&clip->scale, header + 20, sizeof clip->scale);
    memcpy(&clip->rate, header + 24, sizeof clip->rate);
    memcpy(&clip->frames, header + 32, sizeof clip->frames);
}

static size_t picture_size(const struct clip *clip)
{
    return 3 * (size_t)clip->format.biWidth * (size_t)clip->format.biHeight;
}

BOOL clip_load(struct clip *clip, const struct sample *sample)
{
    struct part riff = {sample->file + 12, (DWORD)sample->file_size - 12};
    struct part headers = find(find(riff, "LIST", "hdrl"), "LIST", "strl");
    struct part header = find(headers, "strh", NULL);
    struct part format = find(headers, "strf", NULL);

    clip->movie = find(riff, "LIST", "movi");
    clip->index = find(riff, "idx1", NULL);
    REQUIRE(clip->movie.data != NULL && clip->index.data != NULL);
    REQUIRE(header.size >= 36 && format.size >= sizeof clip->format);
    read_header(clip, header.data);
    memcpy(&clip->format, format.data, sizeof clip->format);
    REQUIRE(clip->frames > 0 && clip->index.size == clip->frames * sizeof(AVIINDEXENTRY));
    clip->pictures = sample->result;
    REQUIRE(sample->result_size == (LONG)(clip->frames * picture_size(clip)));
    return TRUE;
}

static AVIINDEXENTRY entry(const struct clip *clip, DWORD frame)
{
    AVIINDEXENTRY entry;

    memcpy(&entry, clip->index.data + frame * sizeof entry, sizeof entry);
    return entry;
}

/* An offset in the index counts from the list's type to the chunk's header. */
struct part clip_frame(const struct clip *clip, DWORD frame)
{
    AVIINDEXENTRY found = entry(clip, frame);
    struct part data = {clip->movie.data - 4 + found.dwChunkOffset + 8, found.dwChunkLength};

    return data;
}

BOOL clip_is_key(const struct clip *clip, DWORD frame)
{
    return (entry(clip, frame).dwFlags & AVIIF_KEYFRAME) != 0;
}

static BYTE from_5_bits(unsigned bits)
{
    bits &= 31;
    return (BYTE)(bits << 3 | bits >> 2);
}

/* Stores the pixel's blue, green and red. */
static void read_pixel(BYTE *colors, const BYTE *row, LONG x, WORD bits)
{
    if (bits == 16) {
        unsigned word = row[2 * x] | (unsigned)row[2 * x + 1] << 8;

        colors[0] = from_5_bits(word);
        colors[1] = from_5_bits(word >> 5);
        colors[2] = from_5_bits(word >> 10);
    } else {
        memcpy(colors, row + x * (bits / 8), 3);
    }
}

static BOOL row_is(const BYTE *expected, const BYTE *row, const BITMAPINFOHEADER *format)
{
    BYTE colors[3];
    LONG x;

    for (x = 0; x < format->biWidth; x++) {
        read_pixel(colors, row, x, format->biBitCount);
        if (memcmp(colors, expected + 3 * x, 3) != 0)
            return FALSE;
    }
    return TRUE;
}

BOOL clip_shows(const struct clip *clip, DWORD frame, const BITMAPINFOHEADER *format,
                const BYTE *bits)
{
    const BYTE *picture = clip->pictures + frame * picture_size(clip);
    LONG stride = (format->biWidth * format->biBitCount + 31) / 32 * 4;
    LONG y;

    REQUIRE(format->biWidth == clip->format.biWidth);
    REQUIRE(format->biHeight == clip->format.biHeight);
    REQUIRE(format->biCompression == BI_RGB);
    REQUIRE(format->biBitCount == 16 || format->biBitCount == 24 || format->biBitCount == 32);
    for (y = 0; y < format->biHeight; y++)
        REQUIRE(row_is(picture + 3 * y * format->biWidth, bits + y * stride, format));
    return TRUE;
}

DWORD clip_milliseconds(const struct clip *clip)
{
    return clip->frames * 1000 * clip->scale / clip->rate;
}
