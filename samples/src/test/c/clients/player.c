#include <windows.h>
#include <mmsystem.h>
#include <stdio.h>

#include "zipioproc.h"

int main(void)
{
    WCHAR text[1024];

    if (InstallZipIoProc() == 0 &&
        PlaySoundA("music.zip+hello.wav", NULL, SND_FILENAME | SND_NODEFAULT))
        return 0;
    ZipIoProcErrorText(text, 1024);
    fprintf(stderr, "%ls\n", text);
    return 1;
}
