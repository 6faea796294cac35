/* The functions that play a sound by its name alone. */
#include "client.h"

#define FLAGS (SND_FILENAME | SND_NODEFAULT)

/* Playing takes its time; something that returns at once played nothing. */
static BOOL took_its_time(const struct sample *sample, DWORD begin)
{
    return timeGetTime() - begin >= sample->milliseconds * 9 / 10;
}

int play_sound_a(const struct sample *sample)
{
    DWORD begin = timeGetTime();

    REQUIRE(PlaySoundA(sample->name, NULL, FLAGS | SND_SYNC));
    REQUIRE(took_its_time(sample, begin));
    return 0;
}

/* A WAV file of silence, two bytes of it. */
static const BYTE silence[] = {
    'R', 'I', 'F', 'F', 38, 0, 0, 0, 'W', 'A', 'V', 'E', 'f', 'm', 't', ' ', 16, 0, 0, 0, 1, 0, 1, 0,
    0x22, 0x56, 0, 0, 0x44, 0xAC, 0, 0, 2, 0, 16, 0, 'd', 'a', 't', 'a', 2, 0, 0, 0, 0, 0};

/* A sound that may not stop another one is refused as long as that one plays. */
static BOOL ends(DWORD milliseconds)
{
    DWORD begin = timeGetTime();

    while (timeGetTime() - begin < milliseconds) {
        Sleep(100);
        if (PlaySoundA((LPCSTR)silence, NULL, SND_MEMORY | SND_NODEFAULT | SND_NOSTOP | SND_SYNC))
            return TRUE;
    }
    return FALSE;
}

/* Windows plays this one on a thread of its own, which reads the file, too. */
int play_sound_w(const struct sample *sample)
{
    DWORD begin = timeGetTime();
    WCHAR name[MAX_PATH];

    REQUIRE(MultiByteToWideChar(CP_ACP, 0, sample->name, -1, name, MAX_PATH) > 0);
    REQUIRE(PlaySoundW(name, NULL, FLAGS | SND_ASYNC));
    REQUIRE(timeGetTime() - begin < sample->milliseconds);
    REQUIRE(ends(sample->milliseconds + 30000));
    REQUIRE(took_its_time(sample, begin));
    return 0;
}

int snd_play_sound(const struct sample *sample)
{
    DWORD begin = timeGetTime();

    REQUIRE(sndPlaySoundA(sample->name, SND_NODEFAULT | SND_SYNC));
    REQUIRE(took_its_time(sample, begin));
    REQUIRE(!sndPlaySoundA("music.zip+absent.wav", SND_NODEFAULT | SND_SYNC));
    return 0;
}
