/* Simulated computers with several Java runtimes, and the runtime that the DLL must choose. */
#ifndef COMPUTER_H
#define COMPUTER_H

#include <windows.h>
#include <mmsystem.h>

#define STEPS 6

#define JAVASOFT "HKLM\\SOFTWARE\\JavaSoft\\"
#define ADOPTIUM "HKLM\\SOFTWARE\\Eclipse Adoptium\\"

/*
 * A step is NAME=VALUE for a variable, HIVE\KEY|VALUE=DATA for the registry, or runtime=HOME for
 * the folder beside the DLL. @ stands for the folder of the homes. Data that begins with a % has
 * the type that Windows expands.
 */
struct computer {
    const char *name;
    const char *step[STEPS];
    const char *chosen; /* the home; NULL: Install fails */
    MMRESULT status;
    const char *text; /* a part of the failure's text */
};

/* computer_table.c; a computer without a name ends the table */
extern const struct computer computers[];

/* computer_steps.c */
void set_homes(const char *folder);
void take_step(const char *step);
void take_steps(const struct computer *computer);

/* Undoes a step, except that registry keys remain. */
void undo_step(const char *step);

/* Undoes all steps, keys included. */
void undo_steps(const struct computer *computer);

/* Removes every key that a step created. */
void remove_keys(void);

#endif
