/* Makes mmio refuse, which it does only for want of memory. */
#ifndef REFUSAL_H
#define REFUSAL_H

#include <windows.h>

BOOL let_mmio_refuse(const char *library);

#endif
