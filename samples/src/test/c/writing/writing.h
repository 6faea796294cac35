/*
 * A program that writes files into the folder music.dir, in its current folder, through the
 * procedure for folders, and compares them with what it meant to write, without mmio.
 */
#ifndef WRITING_H
#define WRITING_H

#include <windows.h>
#include <mmsystem.h>

#include "check.h"
#include "files.h"

/* Each returns TRUE, or reports the first failure and returns FALSE. */
BOOL writes_riff(DWORD buffering);
BOOL changes_file(void);
BOOL renames(void);
BOOL deletes(void);

/* The folder is on a disk of 1 MB. This thread must not have filled a disk yet. */
BOOL fills_disk(const char *folder, DWORD buffering);

/* Returns a buffer with these bytes, from a position on. The caller frees it. */
char *bytes_from(LONG position, LONG count);

/* Returns whether a file on disk has exactly these bytes. */
BOOL disk_has(const char *path, const char *bytes, LONG count);

/* Creates a file with the first bytes, by its name for mmio. */
BOOL create_file(const char *name, LONG count);

/* Returns the file's size on disk, or -1 if there is none. */
LONG size_on_disk(const char *path);

#endif
