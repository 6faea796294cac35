/* The checks of client.exe. Each takes the VALUE of its argument NAME=VALUE; see check.h. */
#ifndef CLIENT_H
#define CLIENT_H

#include <windows.h>
#include <mmsystem.h>

#include "check.h"
#include "failure.h"
#include "files.h"
#include "zipioproc.h"

#define TONE "music.zip+tone.wav"

typedef void check_function(const char *value);

/* installing.c: VALUE is the expected status */
check_function install;
check_function install_by_name;
check_function remove_one;
check_function preload;
check_function preload_in_dll_main;
check_function count_installations;
check_function remove_covered;

/* reading.c */
check_function play;
check_function direct;
check_function refused;
check_function text_is; /* VALUE: the pattern of the failure's text */
check_function read_plain;
check_function plain;
check_function play_sound;
check_function missing;
check_function stack_overflow;
check_function through_mmio;
check_function not_through_mmio; /* VALUE: the pattern of the failure's text */
check_function element;          /* VALUE: the element; opening it fails */

/* load.c */
check_function many_threads;
check_function threads; /* and Java inside has left the threads */
check_function steady;
check_function garbage;
check_function exit_elsewhere;

/* process.c */
check_function set_variable; /* VALUE: NAME=TEXT */
check_function repair;       /* VALUE: the file to put back */
check_function mmio_refuses;
check_function policy;       /* VALUE: NUMBER,FLAGS */
check_function jvm_is_absent;
check_function jvm_is_present;
check_function squat;

#endif
