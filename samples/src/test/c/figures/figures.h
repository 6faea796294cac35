/* The figures of figures.exe: each prints its numbers, and returns 0 unless it failed. */
#ifndef FIGURES_H
#define FIGURES_H

#include <windows.h>
#include <mmsystem.h>

#include "java.h"

#define CALLS 10000

double now(void); /* in microseconds */
double median_of(double *times, int count);

/* figures_create.c */
int figure_create(const char *home);

/* figures_message.c */
int figure_message(void);

/* figures_ways.c */
int figure_ways(void);

/* figures_bare.c: a procedure written by hand, for comparison */
int find_bare(void);
double bare_call(void); /* the nanoseconds of one call of its Java method */
LRESULT CALLBACK bare_procedure(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2);

#endif
