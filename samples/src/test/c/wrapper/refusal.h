/* Makes Windows functions fail in one DLL, which is hard to provoke otherwise. */
#ifndef REFUSAL_H
#define REFUSAL_H

#include <windows.h>

/* Makes mmioInstallIOProc fail. */
BOOL let_mmio_refuse(const char *library);

/* Makes GetProcessMitigationPolicy return the flags for one policy, and 0 for all others. */
BOOL set_policy(const char *library, int policy, DWORD flags);

#endif
