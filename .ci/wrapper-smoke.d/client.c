/*
 * A program that knows nothing of Java but the generated header. Each argument names a check; it
 * says what it saw and ends with 1 if one failed.
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "zipioproc.h"

#define SAMPLES 8000

static char tone[] = "music.zip+tone.wav";
static int failures;

static void report(const char *what, BOOL good)
{
    printf("%-6s %s\n", good ? "ok" : "FAILED", what);
    fflush(stdout);
    failures += !good;
}

static double now(void)
{
    LARGE_INTEGER count, frequency;

    QueryPerformanceCounter(&count);
    QueryPerformanceFrequency(&frequency);
    return 1e6 * (double)count.QuadPart / (double)frequency.QuadPart;
}

static void say_error(void)
{
    WCHAR text[1024];
    int length = ZipIoProcErrorText(text, 1024);

    printf("       %d characters: %ls\n", length, text);
}

static HMMIO open_file(char *name, MMRESULT *error, LPMMIOPROC procedure)
{
    MMIOINFO info;
    HMMIO file;

    memset(&info, 0, sizeof info);
    info.pIOProc = procedure;
    file = mmioOpenA(name, &info, MMIO_READ | MMIO_ALLOCBUF);
    *error = info.wErrorRet;
    return file;
}

static BOOL reads_tone(LPMMIOPROC procedure)
{
    static unsigned char samples[SAMPLES];
    MMCKINFO riff, data;
    MMRESULT error;
    HMMIO file = open_file(tone, &error, procedure);
    BOOL good;
    int i;

    if (file == NULL) {
        printf("       mmioOpen: %u\n", error);
        say_error();
        return FALSE;
    }
    riff.fccType = mmioFOURCC('W', 'A', 'V', 'E');
    data.ckid = mmioFOURCC('d', 'a', 't', 'a');
    good = mmioDescend(file, &riff, NULL, MMIO_FINDRIFF) == 0 &&
           mmioDescend(file, &data, &riff, MMIO_FINDCHUNK) == 0 && data.cksize == SAMPLES &&
           mmioRead(file, (char *)samples, SAMPLES) == SAMPLES;
    for (i = 0; good && i < SAMPLES; i++)
        good = samples[i] == (unsigned char)(i * 7);
    good = good && mmioSeek(file, 0, SEEK_END) == 44 + SAMPLES;
    return mmioClose(file, 0) == 0 && good;
}

static void install(void)
{
    double begin = now();
    MMRESULT status = InstallZipIoProc();

    printf("       install: %.0f us\n", now() - begin);
    if (status != 0)
        say_error();
    report("install", status == 0);
}

static void play(void)
{
    double begin = now();
    BOOL good = reads_tone(NULL);

    printf("       first file: %.1f ms\n", (now() - begin) / 1000);
    report("read through mmio", good);
    begin = now();
    good = reads_tone(NULL);
    printf("       next file: %.3f ms\n", (now() - begin) / 1000);
    report("read again", good);
}

static void count(void)
{
    MMRESULT error;
    HMMIO file;

    report("install twice", InstallZipIoProc() == 0 && InstallZipIoProc() == 0);
    report("remove once", RemoveZipIoProc() == 0 && reads_tone(NULL));
    file = open_file(tone, &error, NULL);
    report("removing is refused while a file is open", RemoveZipIoProc() == ZIPIOPROC_E_IN_USE);
    say_error();
    report("the file goes on", mmioSeek(file, 40, SEEK_SET) == 40 && mmioClose(file, 0) == 0);
    report("remove twice", RemoveZipIoProc() == 0);
    report("remove thrice is refused", RemoveZipIoProc() == ZIPIOPROC_E_NOT_INSTALLED);
    say_error();
}

static void missing(void)
{
    static char name[] = "music.zip+absent.wav";
    WCHAR text[1024];
    MMRESULT error;
    HMMIO file = open_file(name, &error, NULL);

    report("a missing element", file == NULL && error == MMIOERR_FILENOTFOUND);
    ZipIoProcErrorText(text, 1024);
    report("its text", wcscmp(text, L"entry absent.wav not in music.zip") == 0);
    report("its length", ZipIoProcErrorText(NULL, 0) == (int)wcslen(text));
    report("its beginning", ZipIoProcErrorText(text, 6) == 33 && wcscmp(text, L"entry") == 0);
}

static void deep(void)
{
    static char name[] = "music.zip+deep.wav";
    MMRESULT error;

    report("a stack overflow", open_file(name, &error, NULL) == NULL && error != 0);
    say_error();
    report("life goes on", reads_tone(ZipIoProc));
}

static DWORD WINAPI use(void *parameter)
{
    LONG *good = parameter;
    int i;

    for (i = 0; i < 200; i++)
        if (reads_tone(ZipIoProc))
            InterlockedIncrement(good);
    return 0;
}

static void threads(void)
{
    HANDLE thread[64];
    LONG good = 0;
    double begin = now();
    int i;

    for (i = 0; i < 64; i++)
        thread[i] = CreateThread(NULL, 0, use, &good, 0, NULL);
    WaitForMultipleObjects(64, thread, TRUE, INFINITE);
    for (i = 0; i < 64; i++)
        CloseHandle(thread[i]);
    printf("       %.0f ms\n", (now() - begin) / 1000);
    report("64 threads read 200 files each", good == 64 * 200);
}

static double nanoseconds(LPSTR info, UINT message, LPARAM first, LPARAM second)
{
    int rounds = 2000000;
    double begin;
    int i;

    for (i = 0; i < rounds; i++)
        ZipIoProc(info, message, first, second);
    begin = now();
    for (i = 0; i < rounds; i++)
        ZipIoProc(info, message, first, second);
    return (now() - begin) * 1000 / rounds;
}

static void speed(void)
{
    static char buffer[4096];
    MMIOINFO info;

    memset(&info, 0, sizeof info);
    report("open by hand", ZipIoProc((LPSTR)&info, MMIOM_OPEN, (LPARAM)tone, 0) == 0);
    printf("       an unknown message: %.0f ns\n", nanoseconds(NULL, 0x9000, 0, 0));
    printf("       a SEEK: %.0f ns\n", nanoseconds((LPSTR)&info, MMIOM_SEEK, 0, SEEK_SET));
    printf("       a READ of 16 bytes at the end: %.0f ns\n",
           nanoseconds((LPSTR)&info, MMIOM_READ, (LPARAM)buffer, 16));
    report("close by hand", ZipIoProc((LPSTR)&info, MMIOM_CLOSE, 0, 0) == 0);
}

static void preload(MMRESULT expected)
{
    double begin = now();
    MMRESULT status = PreloadZipIoProc();

    printf("       preload: %u after %.0f ms\n", status, (now() - begin) / 1000);
    if (status != 0)
        say_error();
    report("preload", status == expected);
}

static void refused(MMRESULT expected)
{
    MMRESULT error;

    report("opening is refused",
           open_file(tone, &error, ZipIoProc) == NULL && error == MMIOERR_CANNOTOPEN);
    preload(expected);
}

/* Needs a sound driver. */
static void sound(void)
{
    report("PlaySound", PlaySoundA(tone, NULL, SND_FILENAME | SND_SYNC | SND_NODEFAULT));
}

static DWORD WINAPI exit_now(void *parameter)
{
    (void)parameter;
    ExitProcess(failures != 0);
}

static void check(const char *name)
{
    if (strcmp(name, "install") == 0)
        install();
    else if (strcmp(name, "play") == 0)
        play();
    else if (strcmp(name, "count") == 0)
        count();
    else if (strcmp(name, "direct") == 0)
        report("through pIOProc", reads_tone(ZipIoProc));
    else if (strcmp(name, "missing") == 0)
        missing();
    else if (strcmp(name, "deep") == 0)
        deep();
    else if (strcmp(name, "threads") == 0)
        threads();
    else if (strcmp(name, "sound") == 0)
        sound();
    else if (strcmp(name, "speed") == 0)
        speed();
    else if (strcmp(name, "preload") == 0)
        preload(0);
    else if (strncmp(name, "refused=", 8) == 0)
        refused((MMRESULT)atoi(name + 8));
    else if (strncmp(name, "no-install=", 11) == 0)
        report("install is refused", InstallZipIoProc() == (MMRESULT)atoi(name + 11));
    else if (strcmp(name, "exit-elsewhere") == 0)
        WaitForSingleObject(CreateThread(NULL, 0, exit_now, NULL, 0, NULL), INFINITE);
    else
        report(name, FALSE);
}

int main(int argc, char **argv)
{
    int i;

    for (i = 1; i < argc; i++)
        check(argv[i]);
    return failures != 0;
}
