/* MCI's waveaudio device, controlled by command strings. */
#include "client.h"

#include <stdio.h>

#include "command.h"

static BOOL open_device(const struct sample *sample)
{
    return opens("waveaudio", sample->name) && command("set sample time format milliseconds wait");
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
