/*
 * Programs that open a WAV file in an archive through one of Windows' functions, and compare it
 * with the same file on disk.
 */
#ifndef CLIENT_H
#define CLIENT_H

#include <windows.h>
#include <mmsystem.h>

#include "check.h"
#include "files.h"

/* The WAV file that a client opens, and the content that it must read. */
struct sample {
    const char *name;     /* container+element */
    LPMMIOPROC procedure; /* for MMIOINFO.pIOProc */
    unsigned char *file;  /* the whole file on disk */
    LONG file_size;
    WAVEFORMATEX format; /* as in the file, which has no cbSize */
    LONG data;           /* the offset of the sound */
    LONG data_size;
    DWORD milliseconds;
};

/* A client returns TRUE, or reports the first failure and returns FALSE. */
typedef BOOL client(const struct sample *sample);

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

/* Runs a client and reports its time. Returns whether it succeeded. */
BOOL client_run(const char *client_name, const char *name, const char *plain, LPMMIOPROC procedure);

/* Reads the file on disk. */
BOOL sample_load(struct sample *sample, const char *plain);

#endif
