/* Programs that read a sound whose second half cannot be read, and report what they are told. */
#include "client.h"

#include <stdlib.h>
#include <string.h>
#include <vfw.h>

/* Whatever is read must be right. */
static BOOL is_right(const struct sample *sample, LONG position, const char *bytes, LONG count)
{
    return position + count <= sample->file_size &&
           memcmp(bytes, sample->file + position, (size_t)count) == 0;
}

static BOOL read_stream(const struct sample *sample, PAVISTREAM stream, char *buffer)
{
    LONG count = sample->data_size / sample->format.nBlockAlign;
    LONG bytes = 0, blocks = 0;
    DWORD begin = timeGetTime();
    HRESULT result =
        AVIStreamRead(stream, 0, count, buffer, sample->data_size, &bytes, &blocks);

    print_time(begin);
    if (result == 0)
        report_as(TRUE, "AVIStreamRead returns 0 and %ld of %ld blocks", blocks, count);
    else
        report_as(TRUE, "AVIStreamRead returns %s (%#lx) and %ld of %ld blocks",
                  result == AVIERR_FILEREAD ? "AVIERR_FILEREAD" : "an error", result, blocks,
                  count);
    REQUIRE(is_right(sample, sample->data, buffer, bytes));
    return TRUE;
}

BOOL cut_avi_file(const struct sample *sample)
{
    char *buffer = calloc(1, (size_t)sample->data_size);
    PAVISTREAM stream;
    BOOL read;

    REQUIRE(buffer != NULL);
    AVIFileInit();
    REQUIRE(AVIStreamOpenFromFileA(&stream, sample->name, streamtypeAUDIO, 0, OF_READ, NULL) == 0);
    read = read_stream(sample, stream, buffer);
    AVIStreamRelease(stream);
    AVIFileExit();
    free(buffer);
    return read;
}

/* Reads the whole file at once, and then goes on. */
static BOOL read_whole(const struct sample *sample, DWORD flags)
{
    HMMIO file = open_named(sample->name, NULL, MMIO_READ | flags);
    char *buffer = calloc(1, (size_t)sample->file_size);
    LONG count, next;
    char byte;
    DWORD begin;

    REQUIRE(file != NULL && buffer != NULL);
    begin = timeGetTime();
    count = mmioRead(file, buffer, sample->file_size);
    print_time(begin);
    next = mmioRead(file, &byte, 1);
    report_as(TRUE, "mmioRead returns %ld of %ld bytes, then %ld", count, sample->file_size, next);
    REQUIRE(count <= 0 || is_right(sample, 0, buffer, count));
    REQUIRE(mmioClose(file, 0) == 0);
    free(buffer);
    return TRUE;
}

BOOL cut_mmio_buffered(const struct sample *sample)
{
    return read_whole(sample, MMIO_ALLOCBUF);
}

BOOL cut_mmio_unbuffered(const struct sample *sample)
{
    return read_whole(sample, 0);
}

/* Reads the buffer directly, until it gets no more. */
BOOL cut_mmio_advance(const struct sample *sample)
{
    HMMIO file = open_named(sample->name, NULL, MMIO_READ | MMIO_ALLOCBUF);
    LONG position = 0, count;
    MMIOINFO info;
    MMRESULT result;
    DWORD begin;

    REQUIRE(file != NULL && mmioGetInfo(file, &info, 0) == 0);
    do {
        begin = timeGetTime();
        result = mmioAdvance(file, &info, MMIO_READ);
        count = result == 0 ? (LONG)(info.pchEndRead - info.pchNext) : 0;
        REQUIRE(is_right(sample, position, info.pchNext, count));
        position += count;
        info.pchNext += count;
    } while (count > 0);
    print_time(begin);
    report_as(TRUE, "mmioAdvance returns %u and no bytes after %ld of %ld", result, position,
              sample->file_size);
    REQUIRE(mmioClose(file, 0) == 0);
    return TRUE;
}
