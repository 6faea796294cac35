/* Access to Java for programs that inspect the VM that a wrapper has started. */
#ifndef JAVA_H
#define JAVA_H

#include "ioproc_jni.h"

/* The VM of this process, or NULL if there is none: Java may run beside it. */
JavaVM *java_vm(void);

/* This thread's environment in the VM, or NULL if the thread is not attached. */
JNIEnv *java_env(JavaVM *vm);

#endif
