#include "client.h"

#include <stdio.h>
#include <string.h>

struct entry {
    const char *name;
    client *run;
    BOOL (*load)(struct sample *sample); /* what else is needed */
};

static const struct entry clients[] = {
    {"PlaySoundA", play_sound_a, sound_load},
    {"PlaySoundW", play_sound_w, sound_load},
    {"sndPlaySoundA", snd_play_sound, sound_load},
    {"mci-play", mci_play, sound_load},
    {"mci-middle", mci_middle, sound_load},
    {"AVIFile", avi_file, sound_load},
    {"mmio", mmio_files, sound_load},
    {"mmio-buffer", mmio_buffers, sound_load},
    {"mmio-folder", mmio_folder, sound_load},
    {"mmio-refused", mmio_refusals, sound_load},
    {"pIOProc", mmio_procedure, sound_load},
    {"cut-open", cut_open, sound_load},
    {"cut-PlaySound", cut_play_sound, sound_load},
    {"cut-mci-wait", cut_mci_wait, sound_load},
    {"cut-mci-notify", cut_mci_notify, sound_load},
    {"cut-AVIFile", cut_avi_file, sound_load},
    {"cut-mmio-buffered", cut_mmio_buffered, sound_load},
    {"cut-mmio-unbuffered", cut_mmio_unbuffered, sound_load},
    {"cut-mmio-advance", cut_mmio_advance, sound_load},
    {"AVIFile-video", avi_file_video, result_load},
    {"mci-video", mci_video, result_load},
    {"mci-midi", mci_midi, result_load},
};

static const struct entry *find(const char *name)
{
    size_t i;

    for (i = 0; i < sizeof clients / sizeof *clients; i++) {
        if (strcmp(clients[i].name, name) == 0)
            return &clients[i];
    }
    return NULL;
}

/* Returns the code that the container's extension stands for, as in "music.zip+hello.wav". */
static FOURCC code(const char *name)
{
    const char *plus = strrchr(name, '+');
    const char *dot = plus;
    char extension[5] = "";

    while (dot != NULL && dot > name && *dot != '.')
        dot--;
    if (dot != NULL && plus - dot <= 5)
        memcpy(extension, dot + 1, (size_t)(plus - dot - 1));
    return mmioStringToFOURCCA(extension, MMIO_TOUPPER);
}

void print_time(DWORD begin)
{
    printf("  took: %lu ms\n", timeGetTime() - begin);
}

BOOL client_run(const char *client_name, const char *name, const char *plain, LPMMIOPROC procedure)
{
    struct sample sample = {0};
    const struct entry *entry = find(client_name);
    DWORD begin;

    sample.name = name;
    sample.plain = plain;
    sample.code = code(name);
    sample.procedure = procedure;
    REQUIRE(entry != NULL);
    REQUIRE(file_load(&sample) && entry->load(&sample));
    begin = timeGetTime();
    if (!entry->run(&sample))
        return FALSE;
    report_as(TRUE, "%lu ms", timeGetTime() - begin);
    return TRUE;
}
