#include "command.h"

#include <mmsystem.h>
#include <stdio.h>
#include <stdlib.h>

static char answer[128];

BOOL command(const char *text)
{
    char reason[256];
    MCIERROR error = mciSendStringA(text, answer, sizeof answer, NULL);

    if (error == 0)
        return TRUE;
    if (!mciGetErrorStringA(error, reason, sizeof reason))
        reason[0] = '\0';
    printf("  %s: %lu %s\n", text, error, reason);
    return FALSE;
}

BOOL opens(const char *type, const char *file)
{
    char text[MAX_PATH + 64];

    snprintf(text, sizeof text, "open \"%s\" type %s alias sample wait", file, type);
    return command(text);
}

BOOL asks(const char *text, DWORD *number)
{
    char *end;

    if (!command(text))
        return FALSE;
    *number = strtoul(answer, &end, 10);
    printf("  %s: %s\n", text, answer);
    return end != answer && *end == '\0';
}

BOOL answers(const char *text, DWORD expected)
{
    DWORD number;

    return asks(text, &number) && number == expected;
}
