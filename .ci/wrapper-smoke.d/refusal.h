/* Makes functions of Windows fail, which is hard to provoke otherwise. */
#ifndef REFUSAL_H
#define REFUSAL_H

#include <windows.h>

BOOL let_mmio_refuse(const char *library);

/* GetProcessMitigationPolicy answers with flags for one policy, and with none for others. */
BOOL set_policy(const char *library, int policy, DWORD flags);

#endif
