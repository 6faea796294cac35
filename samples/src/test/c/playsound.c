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

/* Windows plays this one on a thread of its own, which reads the file, too. */
int play_sound_w(const struct sample *sample)
{
    WCHAR name[MAX_PATH];

    REQUIRE(MultiByteToWideChar(CP_ACP, 0, sample->name, -1, name, MAX_PATH) > 0);
    REQUIRE(PlaySoundW(name, NULL, FLAGS | SND_ASYNC));
    Sleep(sample->milliseconds + 1000);
    REQUIRE(PlaySoundW(NULL, NULL, 0));
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
