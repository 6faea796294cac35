#include "refusal.h"

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

static void *at(HMODULE module, DWORD offset)
{
    return (char *)module + offset;
}

static const IMAGE_IMPORT_DESCRIPTOR *imports(HMODULE module)
{
    const IMAGE_DOS_HEADER *dos = at(module, 0);
    const IMAGE_NT_HEADERS *headers = at(module, (DWORD)dos->e_lfanew);

    return at(module, headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT]
                          .VirtualAddress);
}

static BOOL replace(void *address, void *function)
{
    DWORD protection;

    if (!VirtualProtect(address, sizeof function, PAGE_READWRITE, &protection))
        return FALSE;
    memcpy(address, &function, sizeof function);
    return VirtualProtect(address, sizeof function, protection, &protection);
}

/* The library calls Windows through its import table, whose entry for the function is exchanged. */
static BOOL exchange(const char *library, const char *name_of_function, void *function)
{
    HMODULE module = GetModuleHandleA(library);
    const IMAGE_IMPORT_DESCRIPTOR *import = imports(module);

    for (; import->Name != 0; import++) {
        const IMAGE_THUNK_DATA *name = at(module, import->OriginalFirstThunk);
        IMAGE_THUNK_DATA *address = at(module, import->FirstThunk);

        for (; name->u1.AddressOfData != 0; name++, address++) {
            const IMAGE_IMPORT_BY_NAME *by_name = at(module, (DWORD)name->u1.AddressOfData);

            if (!IMAGE_SNAP_BY_ORDINAL(name->u1.Ordinal) &&
                strcmp((const char *)by_name->Name, name_of_function) == 0)
                return replace(&address->u1.Function, function);
        }
    }
    return FALSE;
}

BOOL let_mmio_refuse(const char *library)
{
    return exchange(library, "mmioInstallIOProcA", (void *)refuse);
}

BOOL set_policy(const char *library, int policy, DWORD flags)
{
    policy_set = policy;
    policy_flags = flags;
    return exchange(library, "GetProcAddress", (void *)get_address);
}
