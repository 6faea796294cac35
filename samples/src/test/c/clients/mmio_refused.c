/* A program that sends requests that the procedure must refuse, and checks the errors. */
#include "client.h"

static BOOL refused(const char *name, DWORD flags, UINT error)
{
    MMIOINFO info = {0};

    return open_named(name, &info, flags) == NULL && info.wErrorRet == error;
}

static BOOL refuses_to_write(HMMIO file)
{
    MMCKINFO chunk = {.ckid = mmioFOURCC('j', 'u', 'n', 'k')};

    REQUIRE(file != NULL);
    REQUIRE(mmioWrite(file, "x", 1) == -1);
    REQUIRE(mmioCreateChunk(file, &chunk, 0) == MMIOERR_CANNOTWRITE);
    REQUIRE(mmioSeek(file, 0, SEEK_CUR) == 0);
    REQUIRE(mmioClose(file, 0) == 0);
    return TRUE;
}

static BOOL refuses_to_rename(const char *name, const WCHAR *wide)
{
    MMIOINFO info = {.fccIOProc = mmioFOURCC('Z', 'I', 'P', ' ')};

    REQUIRE(mmioRenameA(name, "music.zip+other.wav", &info, 0) != 0);
    REQUIRE(mmioRenameW(wide, L"music.zip+other.wav", &info, 0) != 0);
    return TRUE;
}

BOOL mmio_refusals(const struct sample *sample)
{
    WCHAR wide[MAX_PATH];
    char name[MAX_PATH];

    lstrcpynA(name, sample->name, MAX_PATH);
    REQUIRE(MultiByteToWideChar(CP_ACP, 0, name, -1, wide, MAX_PATH) > 0);
    REQUIRE(refused(name, MMIO_WRITE, MMIOERR_ACCESSDENIED));
    REQUIRE(refused(name, MMIO_READWRITE, MMIOERR_ACCESSDENIED));
    REQUIRE(refused(name, MMIO_CREATE | MMIO_WRITE, MMIOERR_ACCESSDENIED));
    REQUIRE(refused("music.zip+absent.wav", MMIO_READ, MMIOERR_FILENOTFOUND));
    REQUIRE(refused("absent.zip+hello.wav", MMIO_READ, MMIOERR_FILENOTFOUND));
    REQUIRE(refuses_to_write(open_named(name, NULL, MMIO_READ)));
    REQUIRE(refuses_to_rename(name, wide));
    REQUIRE(mmio_files(sample)); /* Files still open as before. */
    return TRUE;
}
