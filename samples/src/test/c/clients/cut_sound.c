/* Programs that play a sound whose second half cannot be read, and report what they are told. */
#include "client.h"

#include <stdio.h>

#include "command.h"

/* Longer than any sound and all waiting. */
#define PATIENCE 60000

BOOL cut_play_sound(const struct sample *sample)
{
    DWORD begin = timeGetTime();
    BOOL played = PlaySoundA(sample->name, NULL, SND_FILENAME | SND_NODEFAULT | SND_SYNC);

    print_time(begin);
    report_as(TRUE, "PlaySound returns %s", played ? "TRUE" : "FALSE");
    return TRUE;
}

/* What remains after playing. */
static BOOL report_position(const struct sample *sample)
{
    DWORD position;

    REQUIRE(asks("status sample position", &position));
    REQUIRE(command("close sample wait"));
    report_as(TRUE, "position %lu of %lu ms", position, sample->milliseconds);
    return TRUE;
}

static BOOL open_device(const struct sample *sample)
{
    return opens("waveaudio", sample->name) && command("set sample time format milliseconds wait");
}

BOOL cut_mci_wait(const struct sample *sample)
{
    char text[256] = "";
    MCIERROR error;
    DWORD begin;

    REQUIRE(open_device(sample));
    begin = timeGetTime();
    error = mciSendStringA("play sample wait", NULL, 0, NULL);
    print_time(begin);
    if (error != 0)
        mciGetErrorStringA(error, text, sizeof text);
    report_as(TRUE, "play returns %lu%s%s", error, error == 0 ? "" : " ", text);
    return report_position(sample);
}

static const char *name(WPARAM notification)
{
    switch (notification) {
    case MCI_NOTIFY_SUCCESSFUL:
        return "MCI_NOTIFY_SUCCESSFUL";
    case MCI_NOTIFY_SUPERSEDED:
        return "MCI_NOTIFY_SUPERSEDED";
    case MCI_NOTIFY_ABORTED:
        return "MCI_NOTIFY_ABORTED";
    case MCI_NOTIFY_FAILURE:
        return "MCI_NOTIFY_FAILURE";
    default:
        return "an unknown notification";
    }
}

/* Waits for the message that MCI posts to the window when playing ends. */
static BOOL await_notification(HWND window, WPARAM *notification)
{
    DWORD begin = timeGetTime();
    MSG message;

    while (timeGetTime() - begin < PATIENCE) {
        if (PeekMessageA(&message, window, MM_MCINOTIFY, MM_MCINOTIFY, PM_REMOVE)) {
            *notification = message.wParam;
            return TRUE;
        }
        Sleep(10);
    }
    return FALSE;
}

BOOL cut_mci_notify(const struct sample *sample)
{
    HWND window = CreateWindowA("STATIC", "", 0, 0, 0, 0, 0, HWND_MESSAGE, NULL, NULL, NULL);
    WPARAM notification;
    DWORD begin;

    REQUIRE(window != NULL);
    REQUIRE(open_device(sample));
    begin = timeGetTime();
    REQUIRE(mciSendStringA("play sample notify", NULL, 0, window) == 0);
    REQUIRE(await_notification(window, &notification));
    print_time(begin);
    report_as(TRUE, "message %s", name(notification));
    DestroyWindow(window);
    return report_position(sample);
}
