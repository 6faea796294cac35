#include "figures.h"

#include <stdio.h>
#include <string.h>

#include "tarioproc.h"

#define ROUNDS 201

/* Called through a pointer, as mmio does. */
static double message(LPMMIOPROC volatile procedure, MMIOINFO *info, UINT number)
{
    double begin = now();
    int i;

    for (i = 0; i < CALLS; i++)
        procedure((LPSTR)info, number, 0, SEEK_SET);
    return (now() - begin) * 1000 / CALLS;
}

int figure_message(void)
{
    static char name[] = "music.tar+tone.wav";
    double bare[ROUNDS], by_hand[ROUNDS], unknown[ROUNDS], seek[ROUNDS];
    MMIOINFO info;
    int i;

    memset(&info, 0, sizeof info);
    if (TarIoProcCallback((LPSTR)&info, MMIOM_OPEN, (LPARAM)name, 0) != 0 || find_bare() != 0)
        return 1;
    for (i = 0; i < ROUNDS; i++) {
        bare[i] = bare_call();
        by_hand[i] = message(bare_procedure, NULL, MMIOM_USER);
        unknown[i] = message(TarIoProcCallback, NULL, MMIOM_USER);
        seek[i] = message(TarIoProcCallback, &info, MMIOM_SEEK);
    }
    printf("%.1f %.1f %.1f %.1f\n", median_of(bare, ROUNDS), median_of(by_hand, ROUNDS),
           median_of(unknown, ROUNDS), median_of(seek, ROUNDS));
    return TarIoProcCallback((LPSTR)&info, MMIOM_CLOSE, 0, 0) != 0;
}
