#include "java.h"

JavaVM *java_vm(void)
{
    HMODULE jvm = GetModuleHandleA("jvm.dll");
    JNI_GetCreatedJavaVMs_t created;
    JavaVM *vm;
    jint count;

    if (jvm == NULL)
        return NULL;
    created = (JNI_GetCreatedJavaVMs_t)(void *)GetProcAddress(jvm, "JNI_GetCreatedJavaVMs");
    return created(&vm, 1, &count) == JNI_OK && count == 1 ? vm : NULL;
}

JNIEnv *java_env(JavaVM *vm)
{
    void *env;

    return (*vm)->GetEnv(vm, &env, JNI_VERSION_10) == JNI_OK ? env : NULL;
}
