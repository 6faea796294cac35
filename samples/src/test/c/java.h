/* Access to Java for programs that inspect the VM that a wrapper has started. */
#ifndef JAVA_H
#define JAVA_H

#include "ioproc_jni.h"

/* Returns the VM in this process; NULL if Java has not started, or runs in another process. */
JavaVM *java_vm(void);

/* This thread's environment in the VM, or NULL if the thread is not attached. */
JNIEnv *java_env(JavaVM *vm);

#endif
