/* The library's data, which a prebuilt DLL reads from its resources before the first use. */
#include "ioproc_private.h"

static INIT_ONCE once = INIT_ONCE_STATIC_INIT;
static const WCHAR *fault;

static BOOL CALLBACK load(PINIT_ONCE init, void *parameter, void **context)
{
    (void)init;
    (void)parameter;
    (void)context;
    if (ioproc_library.load != NULL && !ioproc_library.load())
        fault = L"The DLL is damaged; copy it again: it does not contain its library's name and "
                L"procedures";
    return TRUE;
}

const WCHAR *ioproc_library_fault(void)
{
    InitOnceExecuteOnce(&once, load, NULL, NULL);
    return fault;
}
