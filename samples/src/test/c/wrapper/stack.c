/*
 * Opens files with little stack left. For each number of kilobytes from FIRST to LAST, a thread
 * uses up all but that much of its stack, installs the procedure, reads a file, fails to open
 * another, and removes the procedure. After each, a thread with all of its stack must be able to do
 * the same.
 *
 *   stack FIRST LAST STEP
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "files.h"
#include "threads.h"
#include "zipioproc.h"

#define STACK (2 * 1024 * 1024)
#define MISSING "entry absent.wav not in music.zip"

/* The results of a thread, and the memory that it needs beside its stack. */
struct trial {
    DWORD left; /* kilobytes */
    BOOL installed;
    BOOL read;
    BOOL refused;
    WCHAR text[1024];
    unsigned char samples[SAMPLES];
    char name[MAX_PATH];
    MMIOINFO info;
};

static HMMIO open_element(struct trial *trial, const char *name)
{
    lstrcpynA(trial->name, name, MAX_PATH);
    memset(&trial->info, 0, sizeof trial->info);
    return mmioOpenA(trial->name, &trial->info, MMIO_READ);
}

static BOOL holds_tone(struct trial *trial, HMMIO file)
{
    if (mmioSeek(file, 44, SEEK_SET) != 44 ||
        mmioRead(file, (char *)trial->samples, SAMPLES) != SAMPLES)
        return FALSE;
    return trial->samples[0] == TONE_AT(0) && trial->samples[SAMPLES - 1] == TONE_AT(SAMPLES - 1);
}

static BOOL reads(struct trial *trial)
{
    HMMIO file = open_element(trial, "music.zip+tone.wav");
    BOOL whole;

    if (file == NULL)
        return FALSE;
    whole = holds_tone(trial, file);
    return mmioClose(file, 0) == 0 && whole;
}

static BOOL is_refused(struct trial *trial)
{
    if (open_element(trial, "music.zip+absent.wav") != NULL ||
        trial->info.wErrorRet != MMIOERR_FILENOTFOUND)
        return FALSE;
    ZipIoProcErrorText(trial->text, 1024);
    return lstrcmpW(trial->text, L"" MISSING) == 0;
}

static DWORD WINAPI use(void *parameter)
{
    struct trial *trial = parameter;

    trial->installed = InstallZipIoProc() == 0;
    if (trial->installed)
        trial->read = reads(trial);
    if (!trial->read)
        ZipIoProcErrorText(trial->text, 1024);
    if (trial->read)
        trial->refused = is_refused(trial);
    if (trial->installed)
        trial->installed = RemoveZipIoProc() == 0;
    return 0;
}

static DWORD WINAPI run(void *parameter)
{
    struct trial *trial = parameter;

    return call_deep(trial->left, use, trial);
}

static BOOL is_good(const struct trial *trial)
{
    if (trial->installed && trial->read && trial->refused)
        return TRUE;
    printf("  %lu KB: installed %d, read %d, refused %d: %ls\n", trial->left, trial->installed,
           trial->read, trial->refused, trial->text);
    return FALSE;
}

/* Uses the procedure before the thread uses up its stack, so that Java knows it, and afterwards. */
static DWORD WINAPI run_known(void *parameter)
{
    struct trial *trial = parameter;

    use(trial);
    if (!is_good(trial))
        return 0;
    call_deep(trial->left, use, trial);
    if (is_good(trial))
        use(trial);
    return 0;
}

static BOOL succeeds(struct trial *trial, LPTHREAD_START_ROUTINE function, DWORD left)
{
    HANDLE thread;

    memset(trial, 0, sizeof *trial);
    trial->left = left;
    thread = CreateThread(NULL, STACK, function, trial, STACK_SIZE_PARAM_IS_A_RESERVATION, NULL);
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
    return is_good(trial);
}

static DWORD kilobytes(const char *argument)
{
    return (DWORD)strtoul(argument, NULL, 10);
}

int main(int argc, char **argv)
{
    static struct trial trial;
    DWORD left;

    begin();
    if (argc != 4)
        return 2;
    for (left = kilobytes(argv[1]); left <= kilobytes(argv[2]); left += kilobytes(argv[3])) {
        report_as(succeeds(&trial, run, left), "%lu KB of stack left", left);
        report_as(succeeds(&trial, run_known, left), "%lu KB left, known to Java", left);
        report_as(succeeds(&trial, run, STACK / 1024 - 64), "all of the stack after %lu KB", left);
    }
    return end();
}
