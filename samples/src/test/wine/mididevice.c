/*
 * A MIDI output device that keeps the messages it gets. Wine loads it in place of winealsa.drv, whose
 * devices are those of the machine.
 */
#include <windows.h>
#include <mmsystem.h>
#include <mmddk.h>

#define MAX_MESSAGES 1000

static DWORD messages[MAX_MESSAGES];
static DWORD count;

/* Copies up to max messages since the last call, and returns their number. */
__declspec(dllexport) DWORD take_midi_messages(DWORD *to, DWORD max)
{
    DWORD taken = count < max ? count : max;

    CopyMemory(to, messages, taken * sizeof *to);
    count = 0;
    return taken;
}

static DWORD describe(MIDIOUTCAPSW *caps, DWORD size)
{
    MIDIOUTCAPSW described = {
        .wTechnology = MOD_SYNTH, .wVoices = 16, .wNotes = 16, .wChannelMask = 0xFFFF};

    lstrcpyW(described.szPname, L"Messages");
    CopyMemory(caps, &described, size < sizeof described ? size : sizeof described);
    return MMSYSERR_NOERROR;
}

__declspec(dllexport) DWORD WINAPI modMessage(UINT device, UINT message, DWORD_PTR user,
                                              DWORD_PTR parameter1, DWORD_PTR parameter2)
{
    (void)device;
    (void)user;
    switch (message) {
    case MODM_GETNUMDEVS:
        return 1;
    case MODM_GETDEVCAPS:
        return describe((MIDIOUTCAPSW *)parameter1, (DWORD)parameter2);
    case MODM_DATA:
        if (count < MAX_MESSAGES)
            messages[count++] = (DWORD)parameter1;
        return MMSYSERR_NOERROR;
    case DRVM_INIT:
    case DRVM_EXIT:
    case MODM_OPEN:
    case MODM_CLOSE:
    case MODM_RESET:
        return MMSYSERR_NOERROR;
    default:
        return MMSYSERR_NOTSUPPORTED;
    }
}

__declspec(dllexport) LRESULT CALLBACK DriverProc(DWORD_PTR id, HDRVR driver, UINT message,
                                                  LPARAM parameter1, LPARAM parameter2)
{
    (void)id;
    (void)driver;
    (void)message;
    (void)parameter1;
    (void)parameter2;
    return 1;
}
