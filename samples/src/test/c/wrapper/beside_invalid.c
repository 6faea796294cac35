/* Overwrites and forges words of an MMIOINFO, and passes invalid counts. */
#include "beside.h"

#include <windows.h>
#include <mmsystem.h>

#include <string.h>

#include "check.h"
#include "faultyioproc.h"

void invalid(const char *unused)
{
    MMIOINFO info = {0};
    char bytes[16] = "";
    DWORD token;
    char name[] = TONE;

    (void)unused;
    info.dwFlags = MMIO_READ;
    report("a message opens",
           FaultyIoProcCallback((LPSTR)&info, MMIOM_OPEN, (LPARAM)name, 0) == 0);
    token = info.adwInfo[2];
    info.lDiskOffset = -5;
    report("a negative position",
           FaultyIoProcCallback((LPSTR)&info, MMIOM_READ, (LPARAM)bytes, 8) == -1 &&
               FaultyIoProcCallback((LPSTR)&info, MMIOM_WRITE, (LPARAM)bytes, 0x7FFFFFFF) == -1 &&
               FaultyIoProcCallback((LPSTR)&info, MMIOM_SEEK, 0, SEEK_CUR) == -1);
    info.lDiskOffset = 0;
    report("a negative count",
           FaultyIoProcCallback((LPSTR)&info, MMIOM_READ, (LPARAM)bytes, -1) == -1);
    report("no buffer", FaultyIoProcCallback((LPSTR)&info, MMIOM_READ, 0, 2000000) == -1);
    report("an unknown origin", FaultyIoProcCallback((LPSTR)&info, MMIOM_SEEK, 0, 7) == -1);
    report("a name that is NULL", FaultyIoProcCallback((LPSTR)&info, MMIOM_OPEN, 0, 0) != 0);
    info.adwInfo[2] = token + 1;
    report("a forged token",
           FaultyIoProcCallback((LPSTR)&info, MMIOM_READ, (LPARAM)bytes, 8) == -1);
    info.adwInfo[2] = token;
    report("the file is whole",
           FaultyIoProcCallback((LPSTR)&info, MMIOM_READ, (LPARAM)bytes, 4) == 4 &&
               memcmp(bytes, "RIFF", 4) == 0);
    report("it is closed", FaultyIoProcCallback((LPSTR)&info, MMIOM_CLOSE, 0, 0) == 0);
    info.adwInfo[2] = token;
    report("and closed twice", FaultyIoProcCallback((LPSTR)&info, MMIOM_CLOSE, 0, 0) != 0);
}
