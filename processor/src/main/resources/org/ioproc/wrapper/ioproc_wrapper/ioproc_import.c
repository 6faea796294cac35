/*
 * Finds and replaces the functions that a DLL in this process imports, by their names.
 *
 * Source: Microsoft, "PE Format", The .idata Section.
 */
#include "ioproc_private.h"

#include <string.h>

static void *at(HMODULE module, DWORD offset)
{
    return (char *)module + offset;
}

static const IMAGE_IMPORT_DESCRIPTOR *first_import(HMODULE module)
{
    const IMAGE_DOS_HEADER *dos = at(module, 0);
    const IMAGE_NT_HEADERS *headers = at(module, (DWORD)dos->e_lfanew);
    const IMAGE_DATA_DIRECTORY *imports =
        &headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];

    return imports->VirtualAddress == 0 ? NULL : at(module, imports->VirtualAddress);
}

static void **find_among(HMODULE module, const IMAGE_IMPORT_DESCRIPTOR *import, const char *name)
{
    const IMAGE_THUNK_DATA *thunk = at(module, import->OriginalFirstThunk);
    void **function = at(module, import->FirstThunk);

    for (; thunk->u1.AddressOfData != 0; thunk++, function++) {
        const IMAGE_IMPORT_BY_NAME *imported = at(module, (DWORD)thunk->u1.AddressOfData);

        if (!IMAGE_SNAP_BY_ORDINAL(thunk->u1.Ordinal) &&
            strcmp((const char *)imported->Name, name) == 0)
            return function;
    }
    return NULL;
}

static void **find(HMODULE module, const char *name)
{
    const IMAGE_IMPORT_DESCRIPTOR *import = first_import(module);
    void **found = NULL;

    for (; import != NULL && import->Name != 0 && found == NULL; import++) {
        if (import->OriginalFirstThunk != 0)
            found = find_among(module, import, name);
    }
    return found;
}

void *ioproc_import(HMODULE module, const char *name)
{
    void **function = find(module, name);

    return function == NULL ? NULL : *function;
}

void *ioproc_import_replace(HMODULE module, const char *name, void *replacement)
{
    void **function = find(module, name);
    void *replaced;
    DWORD protection;

    if (function == NULL ||
        !VirtualProtect(function, sizeof *function, PAGE_READWRITE, &protection))
        return NULL;
    replaced = InterlockedExchangePointer(function, replacement);
    VirtualProtect(function, sizeof *function, protection, &protection);
    return replaced;
}
