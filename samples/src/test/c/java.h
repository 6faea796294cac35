/* The way into Java for programs that look at the VM that a wrapper has started. */
#ifndef JAVA_H
#define JAVA_H

#include "ioproc_jni.h"

/* The VM of this process, or NULL. */
JavaVM *java_vm(void);

/* This thread's way into the VM, or NULL if the VM does not know the thread. */
JNIEnv *java_env(JavaVM *vm);

#endif
