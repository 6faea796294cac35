/* What the sources of the program with Java beside it share. */
#ifndef BESIDE_H
#define BESIDE_H

#include <windows.h>
#include <mmsystem.h>

#define TONE "music.bad+tone.wav"

/* beside.c: opens an element without mmio's buffer, so that each call is a message. */
HMMIO open_element(const char *element);

/* Opens the tone and reads a part of it, and more of it ahead. The element is not used. */
HMMIO open_and_begin(const char *element);

/* Returns the text of the failure after a read of an element. */
const char *text_of(const char *element);

void stays_failed(HMMIO file);

/* beside_killed.c: Java is killed while one thread reads, while 16 do, and between two messages. */
void killed(const char *unused);
void killed_by_many(const char *unused);
void killed_idle(const char *unused);

/* beside_invalid.c: sends messages that are invalid, and valid ones between them. */
void invalid(const char *unused);

#endif
