#include "tone.h"

#include <string.h>

double now(void)
{
    LARGE_INTEGER count, frequency;

    QueryPerformanceCounter(&count);
    QueryPerformanceFrequency(&frequency);
    return 1e6 * (double)count.QuadPart / (double)frequency.QuadPart;
}

/* mmioOpen takes a name that it could write to. */
HMMIO open_file(const char *name, MMRESULT *error, LPMMIOPROC procedure)
{
    char copy[MAX_PATH];
    MMIOINFO info;
    HMMIO file;

    lstrcpynA(copy, name, MAX_PATH);
    memset(&info, 0, sizeof info);
    info.pIOProc = procedure;
    file = mmioOpenA(copy, &info, MMIO_READ | MMIO_ALLOCBUF);
    *error = info.wErrorRet;
    return file;
}

static BOOL holds_tone(HMMIO file)
{
    unsigned char samples[SAMPLES];
    MMCKINFO riff, data;
    BOOL good;
    int i;

    riff.fccType = mmioFOURCC('W', 'A', 'V', 'E');
    data.ckid = mmioFOURCC('d', 'a', 't', 'a');
    good = mmioDescend(file, &riff, NULL, MMIO_FINDRIFF) == 0 &&
           mmioDescend(file, &data, &riff, MMIO_FINDCHUNK) == 0 && data.cksize == SAMPLES &&
           mmioRead(file, (char *)samples, SAMPLES) == SAMPLES;
    for (i = 0; good && i < SAMPLES; i++)
        good = samples[i] == (unsigned char)(i * 7);
    return good && mmioSeek(file, 0, SEEK_END) == 44 + SAMPLES;
}

BOOL reads_file(const char *name, LPMMIOPROC procedure)
{
    MMRESULT error;
    HMMIO file = open_file(name, &error, procedure);
    BOOL good;

    if (file == NULL)
        return FALSE;
    good = holds_tone(file);
    return mmioClose(file, 0) == 0 && good;
}
