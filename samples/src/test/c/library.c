/* The clients for a process that is there already and has the procedure installed. */
#include "client.h"

__declspec(dllexport) int run_client(const char *client_name, const char *name, const char *plain,
                                     LPMMIOPROC procedure)
{
    return client_run(client_name, name, plain, procedure);
}
