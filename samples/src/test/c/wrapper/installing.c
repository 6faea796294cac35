/* Installs, removes and preloads the procedure. */
#include "client.h"

#include <stdio.h>
#include <stdlib.h>

static void report_status(const char *what, MMRESULT status, const char *expected)
{
    BOOL good = status == strtoul(expected, NULL, 10);

    if (!good) {
        char text[3 * FAILURE_LENGTH];

        read_failure(ZipIoProcErrorText, text);
        printf("  %s\n", text);
    }
    report_as(good, "%s: %u", what, status);
}

void install(const char *value)
{
    report_status("install", InstallZipIoProc(), value);
}

/* Installs by the name in the module-definitions file, as Visual Basic's Declare does. */
void install_by_name(const char *value)
{
    HMODULE library = GetModuleHandleA("zipioproc.dll");
    PFN_InstallZipIoProc by_name =
        (PFN_InstallZipIoProc)(void (*)(void))GetProcAddress(library, "InstallZipIoProc");

    report("the name is exported", by_name != NULL);
    if (by_name != NULL)
        report_status("install by name", by_name(), value);
}

void remove_one(const char *value)
{
    report_status("remove", RemoveZipIoProc(), value);
}

void preload(const char *value)
{
    report_status("preload", PreloadZipIoProc(), value);
}

typedef MMRESULT (*early_status_t)(void);

/* early.dll calls the wrapper from its DllMain. */
void preload_in_dll_main(const char *value)
{
    HMODULE library = LoadLibraryA("early.dll");
    early_status_t status =
        (early_status_t)(void *)(library == NULL ? NULL : GetProcAddress(library, "early_status"));

    report("early.dll is loaded", status != NULL);
    if (status != NULL)
        report_status("preload in a DllMain", status(), value);
}

void count_installations(const char *value)
{
    MMRESULT error;
    HMMIO file;

    (void)value;
    report("install twice", InstallZipIoProc() == 0 && InstallZipIoProc() == 0);
    report("remove once", RemoveZipIoProc() == 0 && reads_file(TONE, NULL));
    file = open_file(TONE, &error, NULL);
    report("remove is refused while a file is open", RemoveZipIoProc() == ZIPIOPROC_E_IN_USE);
    text_is("ZipIoProc cannot be removed while one of its files is open");
    report("the file still works", mmioSeek(file, 40, SEEK_SET) == 40 && mmioClose(file, 0) == 0);
    report("remove twice", RemoveZipIoProc() == 0);
    report("a third remove is refused", RemoveZipIoProc() == ZIPIOPROC_E_NOT_INSTALLED);
    text_is("ZipIoProc is not installed");
    report("the procedure is gone", open_file(TONE, &error, NULL) == NULL);
}

static LRESULT CALLBACK refuse_all(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    (void)lpmmioinfo;
    (void)uMsg;
    (void)lParam1;
    (void)lParam2;
    return MMIOERR_CANNOTOPEN;
}

/* Another procedure is installed under the same code, and mmio would remove it instead. */
void remove_covered(const char *value)
{
    const FOURCC code = mmioFOURCC('Z', 'I', 'P', ' ');

    report("another procedure covers it",
           mmioInstallIOProcA(code, refuse_all, MMIO_INSTALLPROC) != NULL);
    report_status("remove", RemoveZipIoProc(), value);
    text_is("ZipIoProc cannot be removed before the procedure that was installed later under the "
            "same code");
    report("the other procedure is removed",
           mmioInstallIOProcA(code, refuse_all, MMIO_REMOVEPROC) == refuse_all);
}
