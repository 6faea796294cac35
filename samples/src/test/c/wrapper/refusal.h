/* Makes functions of Windows fail in one DLL, which is hard to provoke otherwise. */
#ifndef REFUSAL_H
#define REFUSAL_H

#include <windows.h>

/* mmioInstallIOProc refuses. */
BOOL let_mmio_refuse(const char *library);

/* GetProcessMitigationPolicy returns the flags for one policy, and 0 for all others. */
BOOL set_policy(const char *library, int policy, DWORD flags);

#endif
