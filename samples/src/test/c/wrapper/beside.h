/* What the sources of the program with Java beside it share. */
#ifndef BESIDE_H
#define BESIDE_H

#define TONE "music.bad+tone.wav"

/* beside_invalid.c: sends messages that are invalid, and valid ones between them. */
void invalid(const char *unused);

#endif
