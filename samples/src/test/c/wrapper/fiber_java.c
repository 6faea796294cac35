/* Counts the threads that are attached to Java. */
#include "fiber.h"

#include <string.h>

#include "java.h"

typedef jint(JNICALL *CallStaticIntMethodA_t)(JNIEnv *, jclass, jmethodID, const jvalue *);

/* ioproc_jni.h does not declare slot 131's function. */
int java_threads(void)
{
    JNIEnv *env = java_env(java_vm());
    CallStaticIntMethodA_t call;
    jclass type;

    if (env == NULL)
        return -1;
    memcpy(&call, (void *const *)*env + 131, sizeof call);
    type = (*env)->FindClass(env, "java/lang/Thread");
    return call(env, type, (*env)->GetStaticMethodID(env, type, "activeCount", "()I"), NULL);
}
