#include "client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns the file's content, or NULL. */
static unsigned char *read_file(const char *path, LONG *size)
{
    FILE *file = fopen(path, "rb");
    unsigned char *content;

    if (file == NULL)
        return NULL;
    fseek(file, 0, SEEK_END);
    *size = ftell(file);
    rewind(file);
    content = malloc((size_t)*size);
    if (content != NULL && fread(content, 1, (size_t)*size, file) != (size_t)*size) {
        free(content);
        content = NULL;
    }
    fclose(file);
    return content;
}

BOOL file_load(struct sample *sample)
{
    sample->file = read_file(sample->plain, &sample->file_size);
    return sample->file != NULL;
}

void path_beside(const struct sample *sample, const char *extension, char *path)
{
    const char *dot = strrchr(sample->plain, '.');
    int stem = (int)(dot == NULL ? strlen(sample->plain) : (size_t)(dot - sample->plain));

    snprintf(path, MAX_PATH, "%.*s.%s", stem, sample->plain, extension);
}

BOOL result_load(struct sample *sample)
{
    char path[MAX_PATH];

    path_beside(sample, "result", path);
    sample->result = read_file(path, &sample->result_size);
    return sample->result != NULL;
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

BOOL sound_load(struct sample *sample)
{
    DWORD size;
    LONG format = find_chunk(sample, "fmt ", &size);

    if (format == 0 || size < 16)
        return FALSE;
    memcpy(&sample->format, sample->file + format, 16);
    sample->data = find_chunk(sample, "data", &size);
    sample->data_size = (LONG)size;
    sample->milliseconds =
        (DWORD)((ULONGLONG)size * 1000 / sample->format.nAvgBytesPerSec);
    return sample->data != 0 && sample->data + sample->data_size <= sample->file_size;
}
