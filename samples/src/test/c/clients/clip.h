/*
 * A video clip on disk: an AVI file with one stream. It is read without AVIFile and MCI, because the
 * result is compared with theirs.
 */
#ifndef CLIP_H
#define CLIP_H

#include "client.h"

#include <vfw.h>

struct part {
    const BYTE *data;
    DWORD size;
};

struct clip {
    DWORD codec;
    DWORD scale; /* rate / scale is the number of frames per second */
    DWORD rate;
    DWORD frames;
    BITMAPINFOHEADER format;
    struct part movie;
    struct part index;
    const BYTE *pictures; /* the frames, with 24 bits per pixel */
};

BOOL clip_load(struct clip *clip, const struct sample *sample);

/* Returns a frame's data. */
struct part clip_frame(const struct clip *clip, DWORD frame);

BOOL clip_is_key(const struct clip *clip, DWORD frame);

/* Returns whether bits without a palette show the frame. */
BOOL clip_shows(const struct clip *clip, DWORD frame, const BITMAPINFOHEADER *format,
                const BYTE *bits);

DWORD clip_milliseconds(const struct clip *clip);

#endif
