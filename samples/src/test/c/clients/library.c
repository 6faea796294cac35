/* The clients as a DLL, for a process that has installed the procedure. */
#include "client.h"

/* Returns 0, or 1 for a failure. */
__declspec(dllexport) int run_client(const char *client_name, const char *name, const char *plain,
                                     LPMMIOPROC procedure)
{
    return !client_run(client_name, name, plain, procedure);
}
