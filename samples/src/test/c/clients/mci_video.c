/* MCI's avivideo device, which plays a clip in a window. */
#include "clip.h"

#include <stdint.h>
#include <stdio.h>

#include "command.h"

/* Copies what the window shows, and compares it with a frame. */
static BOOL window_shows(const struct clip *clip, HWND window, DWORD frame)
{
    BITMAPINFO info = {.bmiHeader = clip->format};
    HDC shown = GetDC(window);
    HDC copy = CreateCompatibleDC(shown);
    void *bits = NULL;
    HBITMAP bitmap;
    BOOL right;

    info.bmiHeader.biBitCount = 32;
    info.bmiHeader.biCompression = BI_RGB;
    info.bmiHeader.biSizeImage = 0;
    bitmap = CreateDIBSection(shown, &info, DIB_RGB_COLORS, &bits, NULL, 0);
    REQUIRE(bitmap != NULL && SelectObject(copy, bitmap) != NULL);
    REQUIRE(BitBlt(copy, 0, 0, clip->format.biWidth, clip->format.biHeight, shown, 0, 0, SRCCOPY));
    right = clip_shows(clip, frame, &info.bmiHeader, bits);
    DeleteDC(copy);
    DeleteObject(bitmap);
    ReleaseDC(window, shown);
    return right;
}

static DWORD last_key(const struct clip *clip)
{
    DWORD frame = clip->frames - 1;

    while (frame > 0 && !clip_is_key(clip, frame))
        frame--;
    return frame;
}

/* Wine 8.0 stops without having shown the frame at the last position. */
static BOOL plays_all(const struct clip *clip, HWND window)
{
    DWORD begin = timeGetTime();
    DWORD position = 0;

    REQUIRE(command("play sample wait"));
    REQUIRE(timeGetTime() - begin >= clip_milliseconds(clip) * 8 / 10);
    REQUIRE(asks("status sample position", &position));
    REQUIRE(position + 1 >= clip->frames && position <= clip->frames);
    return window_shows(clip, window, position - 1);
}

/* Wine 8.0 decodes from where it begins, so that must be a key frame. */
static BOOL plays_part(const struct clip *clip, HWND window)
{
    DWORD from = last_key(clip);
    char text[64];

    REQUIRE(from > 0 && from + 2 < clip->frames);
    snprintf(text, sizeof text, "play sample from %lu to %lu wait", from, from + 2);
    REQUIRE(command(text));
    return window_shows(clip, window, from + 1);
}

BOOL mci_video(const struct sample *sample)
{
    struct clip clip;
    DWORD window = 0;

    REQUIRE(clip_load(&clip, sample));
    REQUIRE(opens("avivideo", sample->name));
    REQUIRE(command("set sample time format milliseconds wait"));
    REQUIRE(answers("status sample length", clip_milliseconds(&clip)));
    REQUIRE(command("set sample time format frames wait"));
    REQUIRE(answers("status sample length", clip.frames));
    REQUIRE(asks("status sample window handle", &window));
    REQUIRE(plays_all(&clip, (HWND)(intptr_t)window));
    REQUIRE(plays_part(&clip, (HWND)(intptr_t)window));
    REQUIRE(command("close sample wait"));
    return TRUE;
}
