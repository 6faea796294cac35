/* MCI's waveaudio device, controlled by command strings. */
#include "client.h"

#include <stdio.h>
#include <stdlib.h>

static char answer[128];

static BOOL command(const char *text)
{
    char reason[256];
    MCIERROR error = mciSendStringA(text, answer, sizeof answer, NULL);

    if (error == 0)
        return TRUE;
    if (!mciGetErrorStringA(error, reason, sizeof reason))
        reason[0] = '\0';
    printf("  %s: %lu %s\n", text, error, reason);
    return FALSE;
}

static BOOL open_device(const struct sample *sample)
{
    char text[MAX_PATH + 64];

    snprintf(text, sizeof text, "open \"%s\" type waveaudio alias sample wait", sample->name);
    return command(text) && command("set sample time format milliseconds wait");
}

static BOOL answers(const char *text, DWORD expected)
{
    return command(text) && strtoul(answer, NULL, 10) == expected;
}

BOOL mci_play(const struct sample *sample)
{
    DWORD begin;

    REQUIRE(open_device(sample));
    REQUIRE(answers("status sample length", sample->milliseconds));
    REQUIRE(answers("status sample samplespersec", sample->format.nSamplesPerSec));
    begin = timeGetTime();
    REQUIRE(command("play sample wait"));
    REQUIRE(timeGetTime() - begin >= sample->milliseconds * 9 / 10);
    REQUIRE(answers("status sample position", sample->milliseconds));
    REQUIRE(command("close sample wait"));
    return TRUE;
}

/* Plays from the middle to the end, after a seek to the end. */
BOOL mci_middle(const struct sample *sample)
{
    DWORD middle = sample->milliseconds / 2;
    char text[64];
    DWORD begin;

    REQUIRE(open_device(sample));
    REQUIRE(command("seek sample to end wait"));
    REQUIRE(answers("status sample position", sample->milliseconds));
    snprintf(text, sizeof text, "seek sample to %lu wait", middle);
    REQUIRE(command(text));
    REQUIRE(answers("status sample position", middle));
    begin = timeGetTime();
    REQUIRE(command("play sample wait"));
    REQUIRE(timeGetTime() - begin >= middle * 9 / 10);
    REQUIRE(timeGetTime() - begin < sample->milliseconds);
    REQUIRE(command("close sample wait"));
    return TRUE;
}
