/* Programs that play a sound by its name. */
#include "client.h"

#define FLAGS (SND_FILENAME | SND_NODEFAULT)

/* Returns whether the sound had time to play: a call that returns at once has played nothing. */
static BOOL took_its_time(const struct sample *sample, DWORD begin)
{
    return timeGetTime() - begin >= sample->milliseconds * 9 / 10;
}

BOOL play_sound_a(const struct sample *sample)
{
    DWORD begin = timeGetTime();

    REQUIRE(PlaySoundA(sample->name, NULL, FLAGS | SND_SYNC));
    REQUIRE(took_its_time(sample, begin));
    return TRUE;
}

/* A WAV file with two bytes of silence. */
static const BYTE silence[] = {
    'R', 'I', 'F', 'F', 38, 0, 0, 0, 'W', 'A', 'V', 'E', 'f', 'm', 't', ' ', 16, 0, 0, 0,
    1, 0, 1, 0, 0x22, 0x56, 0, 0, 0x44, 0xAC, 0, 0, 2, 0, 16, 0, 'd', 'a', 't', 'a', 2, 0, 0, 0,
    0, 0};

/* Windows refuses a sound with SND_NOSTOP as long as another one plays. */
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

/* Windows reads and plays the file on another thread. */
BOOL play_sound_w(const struct sample *sample)
{
    DWORD begin = timeGetTime();
    WCHAR name[MAX_PATH];

    REQUIRE(MultiByteToWideChar(CP_ACP, 0, sample->name, -1, name, MAX_PATH) > 0);
    REQUIRE(PlaySoundW(name, NULL, FLAGS | SND_ASYNC));
    REQUIRE(timeGetTime() - begin < sample->milliseconds);
    REQUIRE(ends(sample->milliseconds + 30000));
    REQUIRE(took_its_time(sample, begin));
    return TRUE;
}

BOOL snd_play_sound(const struct sample *sample)
{
    DWORD begin = timeGetTime();

    REQUIRE(sndPlaySoundA(sample->name, SND_NODEFAULT | SND_SYNC));
    REQUIRE(took_its_time(sample, begin));
    REQUIRE(!sndPlaySoundA("music.zip+absent.wav", SND_NODEFAULT | SND_SYNC));
    return TRUE;
}
