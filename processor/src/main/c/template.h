/*
 * The template of a wrapper: a DLL that is compiled once for each architecture. "ioproc wrap"
 * writes a library's names and data into a copy, so no C compiler is needed for a library.
 */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "ioproc_wrapper.h"

#define TEMPLATE_SLOTS 64

/* slots.c: the procedures, each with its exported functions. */
extern struct ioproc_procedure template_slots[TEMPLATE_SLOTS];

/* configuration.c: fills in the library and its procedures. FALSE: the data is damaged. */
BOOL template_configure(void);

#endif
