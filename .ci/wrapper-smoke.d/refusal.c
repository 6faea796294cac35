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

static BOOL replace(void *address)
{
    void *function = (void *)refuse;
    DWORD protection;

    if (!VirtualProtect(address, sizeof function, PAGE_READWRITE, &protection))
        return FALSE;
    memcpy(address, &function, sizeof function);
    return VirtualProtect(address, sizeof function, protection, &protection);
}

/* The library asks mmio through its import table, whose entry for the function is exchanged. */
BOOL let_mmio_refuse(const char *library)
{
    HMODULE module = GetModuleHandleA(library);
    const IMAGE_IMPORT_DESCRIPTOR *import = imports(module);

    for (; import->Name != 0; import++) {
        const IMAGE_THUNK_DATA *name = at(module, import->OriginalFirstThunk);
        IMAGE_THUNK_DATA *address = at(module, import->FirstThunk);

        for (; name->u1.AddressOfData != 0; name++, address++) {
            const IMAGE_IMPORT_BY_NAME *by_name = at(module, (DWORD)name->u1.AddressOfData);

            if (!IMAGE_SNAP_BY_ORDINAL(name->u1.Ordinal) &&
                strcmp((const char *)by_name->Name, "mmioInstallIOProcA") == 0)
                return replace(&address->u1.Function);
        }
    }
    return FALSE;
}
