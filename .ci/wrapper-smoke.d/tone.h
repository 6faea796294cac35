/* What every program of these checks reads, through the procedure and from a plain file. */
#ifndef TONE_H
#define TONE_H

#include <windows.h>
#include <mmsystem.h>

#define SAMPLES 8000

HMMIO open_file(const char *name, MMRESULT *error, LPMMIOPROC procedure);
BOOL reads_file(const char *name, LPMMIOPROC procedure);
double now(void); /* in microseconds */

#endif
