/*
 * Programs that open a WAV file in an archive through a function of Windows' own, and compare what
 * comes with the same file on disk.
 */
#ifndef CLIENT_H
#define CLIENT_H

#include <windows.h>
#include <mmsystem.h>

/* The WAV file that a client opens, and what must come. */
struct sample {
    const char *name;       /* container+element */
    LPMMIOPROC procedure;   /* for MMIOINFO.pIOProc */
    unsigned char *file;    /* the whole file, as it is on disk */
    LONG file_size;
    WAVEFORMATEX format;    /* what is said in the file; cbSize is not */
    LONG data;              /* where the sound begins */
    LONG data_size;
    DWORD milliseconds;
};

/* A client returns 1 and says why, or returns 0. It ends at once when something is wrong. */
typedef int client(const struct sample *sample);

client play_sound_a;
client play_sound_w;
client snd_play_sound;
client mci_play;
client mci_middle;
client avi_file;
client mmio_files;
client mmio_folder;
client mmio_buffers;
client mmio_refusals;
client mmio_procedure;

#define REQUIRE(condition)                                                                         \
    do {                                                                                           \
        if (!(condition))                                                                          \
            return client_fail(__FILE__, __LINE__, #condition);                                    \
    } while (0)

int client_fail(const char *file, int line, const char *condition);

/* Prints one line with the result and returns 0 if that is good. */
int client_run(const char *client_name, const char *name, const char *plain, LPMMIOPROC procedure);

/* Reads the file on disk. */
BOOL sample_load(struct sample *sample, const char *plain);

#endif
