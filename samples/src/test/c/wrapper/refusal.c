#include "refusal.h"

#include "ioproc_private.h"

#include <mmsystem.h>
#include <string.h>

static LPMMIOPROC WINAPI refuse(FOURCC code, LPMMIOPROC procedure, DWORD flags)
{
    (void)code;
    (void)procedure;
    (void)flags;
    return NULL;
}

static int policy_set;
static DWORD policy_flags;

static BOOL WINAPI get_policy(HANDLE process, int policy, void *buffer, SIZE_T length)
{
    (void)process;
    if (length != sizeof policy_flags)
        return FALSE;
    *(DWORD *)buffer = policy == policy_set ? policy_flags : 0;
    return TRUE;
}

static FARPROC WINAPI get_address(HMODULE module, LPCSTR name)
{
    if (!IS_INTRESOURCE(name) && strcmp(name, "GetProcessMitigationPolicy") == 0)
        return (FARPROC)(void *)get_policy;
    return GetProcAddress(module, name);
}

/* Replaces the function in the import table through which the library calls Windows. */
static BOOL replace(const char *library, const char *name, void *function)
{
    return ioproc_import_replace(GetModuleHandleA(library), name, function) != NULL;
}

BOOL let_mmio_refuse(const char *library)
{
    return replace(library, "mmioInstallIOProcA", (void *)refuse);
}

BOOL set_policy(const char *library, int policy, DWORD flags)
{
    policy_set = policy;
    policy_flags = flags;
    return replace(library, "GetProcAddress", (void *)get_address);
}
