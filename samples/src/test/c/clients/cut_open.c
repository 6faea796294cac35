/* A program that opens a sound which cannot be opened, in each way, and reports what it is told. */
#include "client.h"

#include <vfw.h>

static void report_play_sound(const struct sample *sample)
{
    DWORD begin = timeGetTime();
    BOOL played = PlaySoundA(sample->name, NULL, SND_FILENAME | SND_NODEFAULT | SND_SYNC);

    print_time(begin);
    report_as(TRUE, "PlaySound returns %s", played ? "TRUE" : "FALSE");
}

static void report_mci(const struct sample *sample)
{
    MCI_OPEN_PARMSA open = {.lpstrDeviceType = "waveaudio", .lpstrElementName = sample->name};
    DWORD_PTR flags = MCI_OPEN_TYPE | MCI_OPEN_ELEMENT | MCI_WAIT;
    DWORD begin = timeGetTime();
    MCIERROR error = mciSendCommandA(0, MCI_OPEN, flags, (DWORD_PTR)&open);
    char text[256] = "";

    print_time(begin);
    mciGetErrorStringA(error, text, sizeof text);
    report_as(TRUE, "MCI's open returns %lu %s", error, text);
}

static void report_avi_file(const struct sample *sample)
{
    PAVIFILE file;
    HRESULT result;
    DWORD begin;

    AVIFileInit();
    begin = timeGetTime();
    result = AVIFileOpenA(&file, sample->name, OF_READ, NULL);
    print_time(begin);
    report_as(TRUE, "AVIFileOpen returns %s (%#lx)",
              result == AVIERR_FILEOPEN ? "AVIERR_FILEOPEN" : "another value", result);
    AVIFileExit();
}

static void report_mmio(const struct sample *sample)
{
    DWORD begin = timeGetTime();
    MMIOINFO info = {0};
    HMMIO file = open_named(sample->name, &info, MMIO_READ);

    print_time(begin);
    report_as(TRUE, "mmioOpen returns %s and the error %u", file == NULL ? "NULL" : "a file",
              info.wErrorRet);
}

BOOL cut_open(const struct sample *sample)
{
    report_play_sound(sample);
    report_mci(sample);
    report_avi_file(sample);
    report_mmio(sample);
    return TRUE;
}
