/*
 * An application that loads a DLL without a configuration, as an unfinished or damaged one: the
 * template that the DLLs are made from. It exports by number: damaged.exe DLL
 */
#include <windows.h>
#include <mmsystem.h>

#include "check.h"
#include "failure.h"

#define DAMAGED 20018

enum ordinal {
    ERROR_TEXT = 1,
    JAVA_TEXT,
    VERSION_TEXT,
    DOCTOR,
    INSTALL,
    REMOVE,
    PRELOAD,
    CALLBACK_OF_FIRST
};

typedef MMRESULT(WINAPI *function_t)(void);

static HMODULE library;

static FARPROC find(enum ordinal ordinal)
{
    return GetProcAddress(library, MAKEINTRESOURCEA(ordinal));
}

static int text_of(enum ordinal ordinal, WCHAR *text, int length)
{
    return ((error_text_t)(void *)find(ordinal))(text, length);
}

static void refuses(const char *name, enum ordinal ordinal)
{
    MMRESULT status = ((function_t)(void *)find(ordinal))();

    report_as(status == DAMAGED, "%s returns %u", name, status);
    report_failure(name, (error_text_t)(void *)find(ERROR_TEXT), "The DLL is damaged; *");
}

static BOOL refuses_to_open(void)
{
    char name[] = "music.zip+tone.wav";
    MMIOINFO info = {0};

    info.pIOProc = (LPMMIOPROC)(void *)find(CALLBACK_OF_FIRST);
    return mmioOpenA(name, &info, MMIO_READ) == NULL && info.wErrorRet == MMIOERR_CANNOTOPEN;
}

int main(int argc, char **argv)
{
    WCHAR text[16];

    begin();
    library = LoadLibraryA(argc == 2 ? argv[1] : "");
    report("loaded", library != NULL && find(CALLBACK_OF_FIRST) != NULL);
    if (failed())
        return end();
    report("it has no version", text_of(VERSION_TEXT, text, 16) == 0);
    report("no Java was chosen", text_of(JAVA_TEXT, text, 16) == 0);
    refuses("Install", INSTALL);
    refuses("Remove", REMOVE);
    refuses("Preload", PRELOAD);
    report("a file is refused", refuses_to_open());
    return end();
}
