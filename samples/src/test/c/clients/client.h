/*
 * Programs that open a file in an archive through one of Windows' functions, and compare it with
 * the same file on disk: a sound, a video clip or a tune. Those whose names begin with "cut" report
 * what they are told if the second half of a sound cannot be read, or all of it.
 */
#ifndef CLIENT_H
#define CLIENT_H

#include <windows.h>
#include <mmsystem.h>

#include "check.h"
#include "files.h"

/* The file that a client opens, and the content that it must read. */
struct sample {
    const char *name;     /* container+element */
    const char *plain;    /* the same file on disk */
    FOURCC code;          /* by which mmio finds the container's procedure */
    LPMMIOPROC procedure; /* for MMIOINFO.pIOProc */
    unsigned char *file;  /* the whole file on disk */
    LONG file_size;
    /* For a clip or a tune: the pictures or the messages that playing it must produce. */
    unsigned char *result;
    LONG result_size;
    /* For a sound. */
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
client avi_file_video;
client cut_open;
client cut_play_sound;
client cut_mci_wait;
client cut_mci_notify;
client cut_avi_file;
client cut_mmio_buffered;
client cut_mmio_unbuffered;
client cut_mmio_advance;
client mci_video;
client mci_midi;
client mmio_files;
client mmio_folder;
client mmio_buffers;
client mmio_refusals;
client mmio_procedure;

/* Runs a client and reports its time. Returns whether it succeeded. */
BOOL client_run(const char *client_name, const char *name, const char *plain, LPMMIOPROC procedure);

/* Prints how long something has taken that began at a time of timeGetTime. */
void print_time(DWORD begin);

/* Reads the file on disk. */
BOOL file_load(struct sample *sample);

/* Makes the path of a file beside the one on disk; path has MAX_PATH characters. */
void path_beside(const struct sample *sample, const char *extension, char *path);

/* Reads the result, from the file beside it with the extension .result. */
BOOL result_load(struct sample *sample);

/* Finds the sound in the file, which must be a WAV file. */
BOOL sound_load(struct sample *sample);

#endif
