/* MCI's sequencer device, which plays a tune on a MIDI device. */
#include "client.h"

#include <string.h>

#include "command.h"

#define MAX_MESSAGES 100

struct tune {
    DWORD length;
    DWORD tempo;
    DWORD tracks;
};

/* Exported by mididevice.c. */
typedef DWORD take_midi_messages_t(DWORD *to, DWORD max);

static take_midi_messages_t *midi_device(void)
{
    HMODULE driver = GetModuleHandleA("winealsa.drv");

    return driver == NULL
               ? NULL
               : (take_midi_messages_t *)(void (*)(void))GetProcAddress(driver, "take_midi_messages");
}

static BOOL describes(struct tune *tune)
{
    REQUIRE(command("set sample time format milliseconds wait"));
    REQUIRE(asks("status sample length", &tune->length));
    REQUIRE(asks("status sample tempo", &tune->tempo));
    REQUIRE(asks("status sample number of tracks", &tune->tracks));
    return TRUE;
}

/* Opens the file on disk and then the one in the archive, which stays open. */
static BOOL opens_alike(const struct sample *sample, struct tune *tune)
{
    struct tune plain = {0};

    REQUIRE(opens("sequencer", sample->plain) && describes(&plain));
    REQUIRE(command("close sample wait"));
    REQUIRE(opens("sequencer", sample->name) && describes(tune));
    REQUIRE(memcmp(tune, &plain, sizeof plain) == 0);
    return TRUE;
}

static BOOL plays(const struct tune *tune)
{
    DWORD begin = timeGetTime();

    REQUIRE(command("play sample wait"));
    REQUIRE(timeGetTime() - begin >= tune->length * 9 / 10);
    REQUIRE(answers("status sample position", tune->length));
    return TRUE;
}

static BOOL was_heard(const struct sample *sample)
{
    take_midi_messages_t *take_midi_messages = midi_device();
    DWORD messages[MAX_MESSAGES];
    LONG size;

    REQUIRE(take_midi_messages != NULL);
    size = (LONG)(take_midi_messages(messages, MAX_MESSAGES) * sizeof *messages);
    REQUIRE(size == sample->result_size && memcmp(messages, sample->result, (size_t)size) == 0);
    return TRUE;
}

BOOL mci_midi(const struct sample *sample)
{
    struct tune tune = {0};

    REQUIRE(opens_alike(sample, &tune));
    REQUIRE(plays(&tune));
    REQUIRE(was_heard(sample));
    REQUIRE(command("close sample wait"));
    return TRUE;
}
