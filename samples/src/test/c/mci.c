/* MCI's waveaudio device, told what to do in words. */
#include "client.h"

#include <stdio.h>
#include <stdlib.h>

static char answer[128];

static BOOL tell(const char *command)
{
    char text[256];
    MCIERROR error = mciSendStringA(command, answer, sizeof answer, NULL);

    if (error == 0)
        return TRUE;
    if (!mciGetErrorStringA(error, text, sizeof text))
        text[0] = '\0';
    printf("%s: %lu %s; ", command, error, text);
    return FALSE;
}

static BOOL open_device(const struct sample *sample)
{
    char command[MAX_PATH + 64];

    snprintf(command, sizeof command, "open \"%s\" type waveaudio alias sample wait", sample->name);
    return tell(command) && tell("set sample time format milliseconds wait");
}

static BOOL answers(const char *command, DWORD expected)
{
    return tell(command) && strtoul(answer, NULL, 10) == expected;
}

int mci_play(const struct sample *sample)
{
    DWORD begin;

    REQUIRE(open_device(sample));
    REQUIRE(answers("status sample length", sample->milliseconds));
    REQUIRE(answers("status sample samplespersec", sample->format.nSamplesPerSec));
    begin = timeGetTime();
    REQUIRE(tell("play sample wait"));
    REQUIRE(timeGetTime() - begin >= sample->milliseconds * 9 / 10);
    REQUIRE(answers("status sample position", sample->milliseconds));
    REQUIRE(tell("close sample wait"));
    return 0;
}

/* From the middle to the end, having been at the end. */
int mci_middle(const struct sample *sample)
{
    DWORD middle = sample->milliseconds / 2;
    char command[64];
    DWORD begin;

    REQUIRE(open_device(sample));
    REQUIRE(tell("seek sample to end wait"));
    REQUIRE(answers("status sample position", sample->milliseconds));
    snprintf(command, sizeof command, "seek sample to %lu wait", middle);
    REQUIRE(tell(command));
    REQUIRE(answers("status sample position", middle));
    begin = timeGetTime();
    REQUIRE(tell("play sample wait"));
    REQUIRE(timeGetTime() - begin >= middle * 9 / 10);
    REQUIRE(timeGetTime() - begin < sample->milliseconds);
    REQUIRE(tell("close sample wait"));
    return 0;
}
