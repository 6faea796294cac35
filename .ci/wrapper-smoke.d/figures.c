/*
 * What the wrapper costs, beside the least that anybody would have to pay for Java: one figure a
 * process, because a process has one VM and starts it once.
 *
 *   figures install       microseconds of Install, looking for Java included
 *   figures open          milliseconds of the first mmioOpen
 *   figures create JVM    milliseconds of loading jvm.dll and JNI_CreateJavaVM, nothing else; the
 *                         same and one class loaded from a jar
 *   figures message       nanoseconds, as medians of rounds that alternate: JNI's
 *                         CallStaticLongMethodA alone; a procedure in C that knows its method and
 *                         does what JNI demands (GetEnv, the call, ExceptionCheck); through the DLL
 *                         a message that nobody handles, and a SEEK
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ioproc_jni.h"
#include "tone.h"
#include "tarioproc.h"

#define ROUNDS 201
#define CALLS 10000

static int install(void)
{
    double begin = now();
    MMRESULT status = InstallTarIoProc();

    printf("%.1f\n", now() - begin);
    return status != 0;
}

static int open_first(void)
{
    MMRESULT error;
    double begin;
    HMMIO file;

    if (InstallTarIoProc() != 0)
        return 1;
    begin = now();
    file = open_file("music.tar+tone.wav", &error, NULL);
    printf("%.3f\n", (now() - begin) / 1000);
    return file == NULL || mmioClose(file, 0) != 0;
}

static HMODULE load_dll(const char *folder, const char *name)
{
    char path[MAX_PATH];

    snprintf(path, sizeof path, "%s\\%s", folder, name);
    return LoadLibraryExA(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
}

static jobject make(JNIEnv *env, const char *type_name, const char *signature, jobject argument)
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

/* new URLClassLoader(new URL[] {new URL("file:tarioproc.jar")}).loadClass("com.example.Bare") */
static BOOL load_class(JNIEnv *env)
{
    jobject url = make(env, "java/net/URL", "(Ljava/lang/String;)V",
                       text(env, L"file:tarioproc.jar"));
    jobject urls = (*env)->NewObjectArray(env, 1, (*env)->FindClass(env, "java/net/URL"), url);
    jobject loader = make(env, "java/net/URLClassLoader", "([Ljava/net/URL;)V", urls);
    jclass type = (*env)->FindClass(env, "java/lang/ClassLoader");
    jmethodID load =
        (*env)->GetMethodID(env, type, "loadClass", "(Ljava/lang/String;)Ljava/lang/Class;");
    jvalue name;

    name.l = text(env, L"com.example.Bare");
    return (*env)->CallObjectMethodA(env, loader, load, &name) != NULL;
}

/* Java 17 does not start from a compressed image without zip.dll. */
static int create(const char *home)
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

static JavaVM *the_vm(void)
{
    HMODULE jvm = GetModuleHandleA("jvm.dll");
    JNI_GetCreatedJavaVMs_t created =
        (JNI_GetCreatedJavaVMs_t)(void *)GetProcAddress(jvm, "JNI_GetCreatedJavaVMs");
    JavaVM *vm;
    jint count;

    return created(&vm, 1, &count) == JNI_OK && count == 1 ? vm : NULL;
}

static JNIEnv *this_thread(JavaVM *vm)
{
    void *env;

    return (*vm)->GetEnv(vm, &env, JNI_VERSION_10) == JNI_OK ? env : NULL;
}

typedef jlong(JNICALL *CallStaticLongMethodA_t)(JNIEnv *, jclass, jmethodID, const jvalue *);

struct bare {
    JavaVM *vm;
    JNIEnv *env;
    jclass type;
    jmethodID method;
    CallStaticLongMethodA_t call;
};

/* It is on the class path for this figure. The slot, 134, is none that the wrapper uses. */
static int find_bare(struct bare *bare)
{
    bare->vm = the_vm();
    bare->env = bare->vm == NULL ? NULL : this_thread(bare->vm);
    if (bare->env == NULL)
        return 1;
    bare->type = (*bare->env)->FindClass(bare->env, "com/example/Bare");
    if (bare->type == NULL)
        return 1;
    bare->method = (*bare->env)->GetStaticMethodID(bare->env, bare->type, "call", "(JIJJ)J");
    memcpy(&bare->call, (void *const *)*bare->env + 134, sizeof bare->call);
    return bare->method == NULL;
}

static double bare_call(const struct bare *bare)
{
    jvalue arguments[4];
    double begin = now();
    int i;

    for (i = 0; i < CALLS; i++) {
        arguments[0].j = i;
        arguments[1].i = MMIOM_USER;
        arguments[2].j = 0;
        arguments[3].j = 0;
        bare->call(bare->env, bare->type, bare->method, arguments);
    }
    return (now() - begin) * 1000 / CALLS;
}

static struct bare hand_written;

/* Called through a pointer, as mmio does. */
static LRESULT CALLBACK hand_written_procedure(LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1,
                                               LPARAM lParam2)
{
    JNIEnv *env = this_thread(hand_written.vm);
    jvalue arguments[4];
    jlong result;

    if (env == NULL)
        return -1;
    arguments[0].j = (jlong)(UINT_PTR)lpmmioinfo;
    arguments[1].i = (jint)uMsg;
    arguments[2].j = lParam1;
    arguments[3].j = lParam2;
    result = hand_written.call(env, hand_written.type, hand_written.method, arguments);
    return (*env)->ExceptionCheck(env) ? -1 : (LRESULT)result;
}

static double message(LPMMIOPROC volatile procedure, MMIOINFO *info, UINT number)
{
    double begin = now();
    int i;

    for (i = 0; i < CALLS; i++)
        procedure((LPSTR)info, number, 0, SEEK_SET);
    return (now() - begin) * 1000 / CALLS;
}

static int compare(const void *a, const void *b)
{
    double first = *(const double *)a;
    double second = *(const double *)b;

    return (first > second) - (first < second);
}

static double median(double *times)
{
    qsort(times, ROUNDS, sizeof *times, compare);
    return times[ROUNDS / 2];
}

static int messages(void)
{
    static char name[] = "music.tar+tone.wav";
    double bare[ROUNDS], by_hand[ROUNDS], unknown[ROUNDS], seek[ROUNDS];
    MMIOINFO info;
    int i;

    memset(&info, 0, sizeof info);
    if (TarIoProcCallback((LPSTR)&info, MMIOM_OPEN, (LPARAM)name, 0) != 0 ||
        find_bare(&hand_written) != 0)
        return 1;
    for (i = 0; i < ROUNDS; i++) {
        bare[i] = bare_call(&hand_written);
        by_hand[i] = message(hand_written_procedure, NULL, MMIOM_USER);
        unknown[i] = message(TarIoProcCallback, NULL, MMIOM_USER);
        seek[i] = message(TarIoProcCallback, &info, MMIOM_SEEK);
    }
    printf("%.1f %.1f %.1f %.1f\n", median(bare), median(by_hand), median(unknown), median(seek));
    return TarIoProcCallback((LPSTR)&info, MMIOM_CLOSE, 0, 0) != 0;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "install") == 0)
        return install();
    if (argc == 2 && strcmp(argv[1], "open") == 0)
        return open_first();
    if (argc == 3 && strcmp(argv[1], "create") == 0)
        return create(argv[2]);
    if (argc == 2 && strcmp(argv[1], "message") == 0)
        return messages();
    return 2;
}
