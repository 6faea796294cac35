#include "files.h"

#include "check.h"

/* Has room for \\?\, a path of MAX_PATH characters, and an element. */
#define NAME (2 * MAX_PATH)

HMMIO open_named(const char *name, MMIOINFO *info, DWORD flags)
{
    char copy[NAME];

    lstrcpynA(copy, name, NAME);
    return mmioOpenA(copy, info, flags);
}

HMMIO open_file(const char *name, MMRESULT *error, LPMMIOPROC procedure)
{
    MMIOINFO info = {0};
    HMMIO file;

    info.pIOProc = procedure;
    file = open_named(name, &info, MMIO_READ | MMIO_ALLOCBUF);
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
        good = samples[i] == TONE_AT(i);
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

void report_played(const char *what, const char *name)
{
    if (waveOutGetNumDevs() == 0)
        report_as(TRUE, "%s: not tried, because there is no sound device", what);
    else
        report(what, PlaySoundA(name, NULL, SND_FILENAME | SND_SYNC | SND_NODEFAULT));
}
