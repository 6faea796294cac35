/*
 * An application that loads the wrapper, lets threads use it, and frees it before they end. The
 * threads must not hold pointers from the wrapper into freed memory.
 */
#include <windows.h>
#include <mmsystem.h>

#include "check.h"
#include "files.h"
#include "threads.h"

#define THREADS 8

typedef MMRESULT(WINAPI *install_t)(void);

static HANDLE freed;
static LONG good;

static DWORD WINAPI use_and_outlive(void *parameter)
{
    HANDLE used = parameter;

    if (reads_file("music.zip+tone.wav", NULL))
        InterlockedIncrement(&good);
    ReleaseSemaphore(used, 1, NULL);
    WaitForSingleObject(freed, INFINITE);
    return TRUE;
}

static BOOL outlived(HMODULE library)
{
    HANDLE thread[THREADS];
    HANDLE used = CreateSemaphoreA(NULL, 0, THREADS, NULL);
    int i;

    freed = CreateEventA(NULL, TRUE, FALSE, NULL);
    for (i = 0; i < THREADS; i++)
        thread[i] = start_thread(use_and_outlive, used);
    for (i = 0; i < THREADS; i++)
        WaitForSingleObject(used, INFINITE);
    for (i = 0; i < 3; i++)
        FreeLibrary(library);
    SetEvent(freed);
    return WaitForMultipleObjects(THREADS, thread, TRUE, 20000) != WAIT_TIMEOUT;
}

int main(void)
{
    HMODULE library;
    install_t install;

    begin();
    library = LoadLibraryA("zipioproc.dll");
    install =
        (install_t)(void *)(library == NULL ? NULL : GetProcAddress(library, "InstallZipIoProc"));
    report("loaded and installed", install != NULL && install() == 0);
    if (failed())
        return end();
    report("threads end after the library was freed", outlived(library));
    report("each of them read its file", good == THREADS);
    report("the procedure still works", reads_file("music.zip+tone.wav", NULL));
    report("a plain file is read", reads_file("plain.wav", NULL));
    report_played("a plain file is played", "plain-short.wav");
    return end();
}
