#define _CRT_SECURE_NO_WARNINGS
#include "computer.h"

#include <stdio.h>
#include <wchar.h>

#define KEYS 256
#define LENGTH 4096

static WCHAR homes[MAX_PATH];
static HKEY created_hive[KEYS];
static WCHAR created_key[KEYS][256];
static int created_count;

/* Replaces @ by the folder of the homes. */
static void expand(const char *text, WCHAR *expanded)
{
    for (; *text != '\0'; text++) {
        if (*text == '@') {
            wcscpy(expanded, homes);
            expanded += wcslen(homes);
        } else {
            *expanded++ = (WCHAR)*text;
        }
    }
    *expanded = L'\0';
}

/* Creates one level at a time, and records the keys that are new. */
static HKEY create_key(HKEY hive, const WCHAR *path)
{
    WCHAR part[256];
    const WCHAR *level = path;
    HKEY key = NULL;

    do {
        DWORD disposition;

        level = wcschr(level + 1, L'\\');
        lstrcpynW(part, path, level == NULL ? 256 : (int)(level - path) + 1);
        if (key != NULL)
            RegCloseKey(key);
        if (RegCreateKeyExW(hive, part, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, &disposition) !=
            ERROR_SUCCESS)
            return NULL;
        if (disposition == REG_CREATED_NEW_KEY) {
            created_hive[created_count] = hive;
            wcscpy(created_key[created_count++], part);
        }
    } while (level != NULL);
    return key;
}

static void set_value(WCHAR *step)
{
    HKEY hive = wcsncmp(step, L"HKCU", 4) == 0 ? HKEY_CURRENT_USER : HKEY_LOCAL_MACHINE;
    WCHAR *name = wcschr(step, L'|');
    WCHAR *data = wcschr(name, L'=');
    HKEY key;

    *name++ = L'\0';
    *data++ = L'\0';
    key = create_key(hive, step + 5);
    if (key == NULL)
        return;
    RegSetValueExW(key, name, 0, *data == L'%' ? REG_EXPAND_SZ : REG_SZ, (const BYTE *)data,
                   (DWORD)((wcslen(data) + 1) * sizeof *data));
    RegCloseKey(key);
}

/* The homes are on the same disk as the DLL. */
static void move_runtime(const WCHAR *home, BOOL undo)
{
    WCHAR path[MAX_PATH];

    swprintf(path, MAX_PATH, L"%ls\\%ls", homes, home);
    if (undo)
        MoveFileW(L"runtime", path);
    else
        MoveFileW(path, L"runtime");
}

static void apply(const char *text, BOOL undo)
{
    WCHAR step[LENGTH];
    WCHAR *value;

    expand(text, step);
    value = wcschr(step, L'=');
    value++;
    if (wcschr(step, L'|') != NULL) {
        if (!undo)
            set_value(step);
    } else if (wcsncmp(step, L"runtime=", 8) == 0) {
        move_runtime(value, undo);
    } else {
        value[-1] = L'\0';
        SetEnvironmentVariableW(step, undo ? NULL : value);
    }
}

void set_homes(const char *folder)
{
    MultiByteToWideChar(CP_ACP, 0, folder, -1, homes, MAX_PATH);
    SetEnvironmentVariableW(L"INSTALLATIONS", homes);
}

void take_step(const char *step)
{
    apply(step, FALSE);
}

void undo_step(const char *step)
{
    apply(step, TRUE);
}

void take_steps(const struct computer *computer)
{
    int i;

    for (i = 0; i < STEPS && computer->step[i] != NULL; i++)
        take_step(computer->step[i]);
}

void undo_steps(const struct computer *computer)
{
    int i;

    for (i = 0; i < STEPS && computer->step[i] != NULL; i++)
        undo_step(computer->step[i]);
    remove_keys();
}

void remove_keys(void)
{
    for (; created_count > 0; created_count--)
        RegDeleteKeyW(created_hive[created_count - 1], created_key[created_count - 1]);
}
