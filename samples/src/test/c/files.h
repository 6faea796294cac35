/* Opens and reads the test programs' files, through a procedure or from the disk. */
#ifndef FILES_H
#define FILES_H

#include <windows.h>
#include <mmsystem.h>

/* The tone is a WAV file with a header of 44 bytes and this many samples of one byte. */
#define SAMPLES 8000

/* The sample at a position of the tone. */
#define TONE_AT(position) ((unsigned char)((position) * 7))

/* Calls mmioOpenA with a copy of the name, because mmio may write to it. */
HMMIO open_named(const char *name, MMIOINFO *info, DWORD flags);

/* Opens a file for reading, with a buffer. A procedure of NULL is found by the name. */
HMMIO open_file(const char *name, MMRESULT *error, LPMMIOPROC procedure);

/* Returns whether a file can be opened and holds the tone. */
BOOL reads_file(const char *name, LPMMIOPROC procedure);

/* Reports whether PlaySound plays a file, or that the computer has no sound device. */
void report_played(const char *what, const char *name);

#endif
