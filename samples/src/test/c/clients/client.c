#include "client.h"

#include <string.h>

static const struct {
    const char *name;
    client *run;
} clients[] = {
    {"PlaySoundA", play_sound_a},
    {"PlaySoundW", play_sound_w},
    {"sndPlaySoundA", snd_play_sound},
    {"mci-play", mci_play},
    {"mci-middle", mci_middle},
    {"AVIFile", avi_file},
    {"mmio", mmio_files},
    {"mmio-buffer", mmio_buffers},
    {"mmio-folder", mmio_folder},
    {"mmio-refused", mmio_refusals},
    {"pIOProc", mmio_procedure},
};

static client *find(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof clients / sizeof *clients; i++) {
        if (strcmp(clients[i].name, name) == 0)
            return clients[i].run;
    }
    return NULL;
}

BOOL client_run(const char *client_name, const char *name, const char *plain, LPMMIOPROC procedure)
{
    struct sample sample = {0};
    client *run = find(client_name);
    DWORD begin;

    sample.name = name;
    sample.procedure = procedure;
    REQUIRE(run != NULL);
    REQUIRE(sample_load(&sample, plain));
    begin = timeGetTime();
    if (!run(&sample))
        return FALSE;
    report_as(TRUE, "%lu ms", timeGetTime() - begin);
    return TRUE;
}
