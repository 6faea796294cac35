#include "figures.h"

#include <string.h>

typedef jlong(JNICALL *CallStaticLongMethodA_t)(JNIEnv *, jclass, jmethodID, const jvalue *);

static struct {
    JavaVM *vm;
    JNIEnv *env;
    jclass type;
    jmethodID method;
    CallStaticLongMethodA_t call;
} bare;

/* Needs the class on the class path. ioproc_jni.h does not declare slot 134's function. */
int find_bare(void)
{
    bare.vm = java_vm();
    bare.env = bare.vm == NULL ? NULL : java_env(bare.vm);
    if (bare.env == NULL)
        return 1;
    bare.type = (*bare.env)->FindClass(bare.env, "com/example/Bare");
    if (bare.type == NULL)
        return 1;
    bare.method = (*bare.env)->GetStaticMethodID(bare.env, bare.type, "call", "(JIJJ)J");
    memcpy(&bare.call, (void *const *)*bare.env + 134, sizeof bare.call);
    return bare.method == NULL;
}

double bare_call(void)
{
    jvalue arguments[4];
    double begin = now();
    int i;

    for (i = 0; i < CALLS; i++) {
        arguments[0].j = i;
        arguments[1].i = MMIOM_USER;
        arguments[2].j = 0;
        arguments[3].j = 0;
        bare.call(bare.env, bare.type, bare.method, arguments);
    }
    return (now() - begin) * 1000 / CALLS;
}

LRESULT CALLBACK bare_procedure(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)
{
    void *attached;
    JNIEnv *env;
    jvalue arguments[4];
    jlong result;

    if ((*bare.vm)->GetEnv(bare.vm, &attached, JNI_VERSION_10) != JNI_OK)
        return -1;
    env = attached;
    arguments[0].j = (jlong)(UINT_PTR)lpmmioinfo;
    arguments[1].i = (jint)uMsg;
    arguments[2].j = lParam1;
    arguments[3].j = lParam2;
    result = bare.call(env, bare.type, bare.method, arguments);
    return (*env)->ExceptionCheck(env) ? -1 : (LRESULT)result;
}
