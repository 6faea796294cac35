#include "client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static BOOL read_file(struct sample *sample, const char *plain)
{
    FILE *file = fopen(plain, "rb");
    BOOL whole;

    if (file == NULL)
        return FALSE;
    fseek(file, 0, SEEK_END);
    sample->file_size = ftell(file);
    rewind(file);
    sample->file = malloc((size_t)sample->file_size);
    whole = sample->file != NULL &&
            fread(sample->file, 1, (size_t)sample->file_size, file) == (size_t)sample->file_size;
    fclose(file);
    return whole;
}

/*
 * Returns the offset of the chunk's data, or 0. Does not use mmio, because the result is compared
 * with mmio's.
 */
static LONG find_chunk(const struct sample *sample, const char *id, DWORD *size)
{
    LONG at = 12;

    while (at + 8 <= sample->file_size) {
        memcpy(size, sample->file + at + 4, sizeof *size);
        if (memcmp(sample->file + at, id, 4) == 0)
            return at + 8;
        at += 8 + (LONG)(*size + (*size & 1));
    }
    return 0;
}

BOOL sample_load(struct sample *sample, const char *plain)
{
    DWORD size;
    LONG format;

    if (!read_file(sample, plain))
        return FALSE;
    format = find_chunk(sample, "fmt ", &size);
    if (format == 0 || size < 16)
        return FALSE;
    memcpy(&sample->format, sample->file + format, 16);
    sample->data = find_chunk(sample, "data", &size);
    sample->data_size = (LONG)size;
    sample->milliseconds =
        (DWORD)((ULONGLONG)size * 1000 / sample->format.nAvgBytesPerSec);
    return sample->data != 0 && sample->data + sample->data_size <= sample->file_size;
}
