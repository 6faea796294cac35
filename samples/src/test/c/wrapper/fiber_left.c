/* Counts what threads would leave behind if the DLL forgot their ends. */
#include "fiber.h"

#include <string.h>

#include "java.h"

#define HANDLES 0x10000 /* far more than this program has */

typedef jint(JNICALL *CallStaticIntMethodA_t)(JNIEnv *, jclass, jmethodID, const jvalue *);

/* Returns how many threads are attached. ioproc_jni.h does not declare slot 131's function. */
static int attached_threads(JavaVM *vm)
{
    JNIEnv *env = java_env(vm);
    CallStaticIntMethodA_t call;
    jclass type;

    if (env == NULL)
        return -1;
    memcpy(&call, (void *const *)*env + 131, sizeof call);
    type = (*env)->FindClass(env, "java/lang/Thread");
    return call(env, type, (*env)->GetStaticMethodID(env, type, "activeCount", "()I"), NULL);
}

/* GetProcessHandleCount returns 0 in Wine 8.0. */
static int open_handles(void)
{
    int count = 0;
    DWORD flags;
    UINT_PTR i;

    for (i = 4; i < HANDLES; i += 4)
        count += GetHandleInformation((HANDLE)i, &flags) != 0;
    return count;
}

int left_behind(const char **what)
{
    JavaVM *vm = java_vm();

    *what = vm != NULL ? "threads that Java knows" : "open handles";
    return vm != NULL ? attached_threads(vm) : open_handles();
}
