/*
 * The functions that the template exports, by ordinals only: ErrorText, Java, Version and Doctor,
 * which all procedures share, and four for each slot. A slot's number has two octal digits.
 */
#include "template.h"

#define EIGHT_SLOTS(SLOT, digit) \
    SLOT(digit##0) SLOT(digit##1) SLOT(digit##2) SLOT(digit##3) \
    SLOT(digit##4) SLOT(digit##5) SLOT(digit##6) SLOT(digit##7)

#define ALL_SLOTS(SLOT) \
    EIGHT_SLOTS(SLOT, 0) EIGHT_SLOTS(SLOT, 1) EIGHT_SLOTS(SLOT, 2) EIGHT_SLOTS(SLOT, 3) \
    EIGHT_SLOTS(SLOT, 4) EIGHT_SLOTS(SLOT, 5) EIGHT_SLOTS(SLOT, 6) EIGHT_SLOTS(SLOT, 7)

#define FUNCTIONS(slot) \
    MMRESULT WINAPI Install_##slot(void) \
    { \
        return ioproc_install(&template_slots[0##slot]); \
    } \
    MMRESULT WINAPI Remove_##slot(void) \
    { \
        return ioproc_remove(&template_slots[0##slot]); \
    } \
    MMRESULT WINAPI Preload_##slot(void) \
    { \
        return ioproc_preload(&template_slots[0##slot]); \
    } \
    LRESULT CALLBACK Callback_##slot(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2) \
    { \
        return ioproc_message(&template_slots[0##slot], lpmmioinfo, uMsg, lParam1, lParam2); \
    }

#define PROCEDURE(slot) {.exported = Callback_##slot},

#define ADDRESS(slot) &template_slots[0##slot],

ALL_SLOTS(FUNCTIONS)

struct ioproc_procedure template_slots[TEMPLATE_SLOTS] = {ALL_SLOTS(PROCEDURE)};

static struct ioproc_procedure *const procedures[TEMPLATE_SLOTS] = {ALL_SLOTS(ADDRESS)};

/* The name appears in the log if the configuration is damaged. */
struct ioproc_library ioproc_library = {
    .name = L"ioproc",
    .version = L"",
    .procedures = procedures,
    .load = template_configure,
};

int WINAPI ErrorText(WCHAR *buffer, int length)
{
    return ioproc_error_text(buffer, length);
}

int WINAPI Java(WCHAR *buffer, int length)
{
    return ioproc_java_text(buffer, length);
}

int WINAPI Version(WCHAR *buffer, int length)
{
    return ioproc_version_text(buffer, length);
}

int CALLBACK Doctor(HWND hwnd, HINSTANCE hinst, LPWSTR lpszCmdLine, int nCmdShow)
{
    return ioproc_doctor(hwnd, hinst, lpszCmdLine, nCmdShow);
}

/* The entry point. A DLL may lack one, but tools that inspect DLLs then warn. */
BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, void *reserved)
{
    (void)module;
    (void)reason;
    (void)reserved;
    return TRUE;
}
