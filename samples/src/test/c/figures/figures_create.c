#include "figures.h"

#include <stdio.h>

static HMODULE load_dll(const char *folder, const char *name)
{
    char path[MAX_PATH];

    snprintf(path, sizeof path, "%s\\%s", folder, name);
    return LoadLibraryExA(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
}

static jobject create(JNIEnv *env, const char *type_name, const char *signature, jobject argument)
{
    jclass type = (*env)->FindClass(env, type_name);
    jmethodID constructor = (*env)->GetMethodID(env, type, "<init>", signature);
    jvalue arguments[1];

    arguments[0].l = argument;
    return (*env)->NewObjectA(env, type, constructor, arguments);
}

static jstring text(JNIEnv *env, const WCHAR *characters)
{
    return (*env)->NewString(env, characters, lstrlenW(characters));
}

/* new URLClassLoader(new URL[] {new URL("file:procedures.jar")}).loadClass("com.example.Bare") */
static BOOL load_class(JNIEnv *env)
{
    jobject url = create(env, "java/net/URL", "(Ljava/lang/String;)V",
                       text(env, L"file:procedures.jar"));
    jobject urls = (*env)->NewObjectArray(env, 1, (*env)->FindClass(env, "java/net/URL"), url);
    jobject loader = create(env, "java/net/URLClassLoader", "([Ljava/net/URL;)V", urls);
    jclass type = (*env)->FindClass(env, "java/lang/ClassLoader");
    jmethodID load =
        (*env)->GetMethodID(env, type, "loadClass", "(Ljava/lang/String;)Ljava/lang/Class;");
    jvalue name;

    name.l = text(env, L"com.example.Bare");
    return (*env)->CallObjectMethodA(env, loader, load, &name) != NULL;
}

/* Java 17 does not start from a compressed image without zip.dll. */
int figure_create(const char *home)
{
    static char no_signals[] = "-Xrs";
    char bin[MAX_PATH];
    JavaVMOption option = {no_signals, NULL};
    JavaVMInitArgs arguments = {JNI_VERSION_10, 1, &option, FALSE};
    JNI_CreateJavaVM_t create_vm;
    double begin = now();
    double created;
    HMODULE jvm;
    JavaVM *vm;
    void *env;

    snprintf(bin, sizeof bin, "%s\\bin", home);
    jvm = load_dll(bin, "server\\jvm.dll");
    load_dll(bin, "zip.dll");
    if (jvm == NULL)
        return 1;
    create_vm = (JNI_CreateJavaVM_t)(void *)GetProcAddress(jvm, "JNI_CreateJavaVM");
    if (create_vm(&vm, &env, &arguments) != JNI_OK)
        return 1;
    created = now();
    if (!load_class(env))
        return 1;
    printf("%.3f %.3f\n", (created - begin) / 1000, (now() - begin) / 1000);
    fflush(stdout);
    ExitProcess(0);
}
