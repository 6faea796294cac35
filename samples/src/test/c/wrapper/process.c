/* Changes the process: its environment, its files, and the answers of Windows functions. */
#include "client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "refusal.h"
#include "threads.h"

void set_variable(const char *value)
{
    char name[64];
    const char *equals = strchr(value, '=');

    lstrcpynA(name, value, (int)(equals - value) + 1);
    report("the environment is changed", SetEnvironmentVariableA(name, equals + 1));
}

void repair(const char *value)
{
    report("a missing file comes back", MoveFileA("taken-away", value));
}

void mmio_refuses(const char *value)
{
    (void)value;
    report("mmio will refuse", let_mmio_refuse("zipioproc.dll"));
}

void policy(const char *value)
{
    const char *flags = strchr(value, ',');

    report("the process has a policy",
           set_policy("zipioproc.dll", atoi(value), (DWORD)strtoul(flags + 1, NULL, 16)));
}

void jvm_is_absent(const char *value)
{
    (void)value;
    report("jvm.dll is not loaded", GetModuleHandleA("jvm.dll") == NULL);
}

void jvm_is_present(const char *value)
{
    (void)value;
    report("jvm.dll is loaded", GetModuleHandleA("jvm.dll") != NULL);
}

static DWORD WINAPI hold_mutex(void *parameter)
{
    char name[64];

    snprintf(name, sizeof name, "Local\\org.ioproc.vm.%lu", GetCurrentProcessId());
    CreateMutexA(NULL, TRUE, name);
    SetEvent(parameter);
    Sleep(INFINITE);
    return 0;
}

/* Takes a mutex name that any process could guess. */
void squat(const char *value)
{
    HANDLE held = CreateEventA(NULL, FALSE, FALSE, NULL);

    (void)value;
    CloseHandle(start_thread(hold_mutex, held));
    report("the mutex is held", WaitForSingleObject(held, 10000) == WAIT_OBJECT_0);
}
