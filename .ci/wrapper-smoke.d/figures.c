/*
 * What the wrapper costs, beside the least that anybody would have to pay for Java: one figure a
 * process, because a process has one VM and starts it once.
 *
 *   figures install       microseconds of Install, looking for Java included
 *   figures open          milliseconds of the first mmioOpen
 *   figures create JVM    milliseconds of loading jvm.dll and JNI_CreateJavaVM, nothing else
 *   figures message       nanoseconds of a bare JNI static call, of one with the look for an
 *                         exception, and through the DLL of an unknown message and of a SEEK:
 *                         medians of rounds that alternate
 */
#include <windows.h>
#include <mmsystem.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ioproc_jni.h"
#include "tone.h"
#include "zipioproc.h"

#define ROUNDS 201
#define CALLS 10000

static int install(void)
{
    double begin = now();
    MMRESULT status = InstallZipIoProc();

    printf("%.1f\n", now() - begin);
    return status != 0;
}

static int open_first(void)
{
    MMRESULT error;
    double begin;
    HMMIO file;

    if (InstallZipIoProc() != 0)
        return 1;
    begin = now();
    file = open_file("music.zip+tone.wav", &error, NULL);
    printf("%.3f\n", (now() - begin) / 1000);
    return file == NULL || mmioClose(file, 0) != 0;
}

static HMODULE load(const char *folder, const char *name)
{
    char path[MAX_PATH];

    snprintf(path, sizeof path, "%s\\%s", folder, name);
    return LoadLibraryExA(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
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
    HMODULE jvm;
    JavaVM *vm;
    void *env;

    snprintf(bin, sizeof bin, "%s\\bin", home);
    jvm = load(bin, "server\\jvm.dll");
    load(bin, "zip.dll");
    if (jvm == NULL)
        return 1;
    create_vm = (JNI_CreateJavaVM_t)(void *)GetProcAddress(jvm, "JNI_CreateJavaVM");
    if (create_vm(&vm, &env, &arguments) != JNI_OK)
        return 1;
    printf("%.3f\n", (now() - begin) / 1000);
    fflush(stdout);
    ExitProcess(0);
}

static JNIEnv *this_thread(void)
{
    HMODULE jvm = GetModuleHandleA("jvm.dll");
    JNI_GetCreatedJavaVMs_t created =
        (JNI_GetCreatedJavaVMs_t)(void *)GetProcAddress(jvm, "JNI_GetCreatedJavaVMs");
    JavaVM *vm;
    jint count;
    void *env;

    if (created(&vm, 1, &count) != JNI_OK || count != 1 ||
        (*vm)->GetEnv(vm, &env, JNI_VERSION_10) != JNI_OK)
        return NULL;
    return env;
}

typedef jlong(JNICALL *CallStaticLongMethodA_t)(JNIEnv *, jclass, jmethodID, const jvalue *);

struct bare {
    JNIEnv *env;
    jclass type;
    jmethodID method;
    CallStaticLongMethodA_t call;
};

/* It is on the class path for this figure. The slot, 134, is none that the wrapper uses. */
static int find_bare(struct bare *bare)
{
    bare->env = this_thread();
    if (bare->env == NULL)
        return 1;
    bare->type = (*bare->env)->FindClass(bare->env, "com/example/Bare");
    if (bare->type == NULL)
        return 1;
    bare->method = (*bare->env)->GetStaticMethodID(bare->env, bare->type, "call", "(JIJJ)J");
    memcpy(&bare->call, (void *const *)*bare->env + 134, sizeof bare->call);
    return bare->method == NULL;
}

/* JNI asks its callers to look for an exception after each call. */
static double bare_call(const struct bare *bare, BOOL checked)
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
        if (checked)
            (*bare->env)->ExceptionCheck(bare->env);
    }
    return (now() - begin) * 1000 / CALLS;
}

static double message(MMIOINFO *info, UINT number, LPARAM second)
{
    double begin = now();
    int i;

    for (i = 0; i < CALLS; i++)
        ZipIoProc((LPSTR)info, number, 0, second);
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
    static char name[] = "music.zip+tone.wav";
    double unknown[ROUNDS], seek[ROUNDS], bare_times[ROUNDS], checked[ROUNDS];
    struct bare bare;
    MMIOINFO info;
    int i;

    memset(&info, 0, sizeof info);
    if (ZipIoProc((LPSTR)&info, MMIOM_OPEN, (LPARAM)name, 0) != 0 || find_bare(&bare) != 0)
        return 1;
    for (i = 0; i < ROUNDS; i++) {
        bare_times[i] = bare_call(&bare, FALSE);
        checked[i] = bare_call(&bare, TRUE);
        unknown[i] = message(NULL, MMIOM_USER, 0);
        seek[i] = message(&info, MMIOM_SEEK, SEEK_SET);
    }
    printf("%.1f %.1f %.1f %.1f\n", median(bare_times), median(checked), median(unknown),
           median(seek));
    return ZipIoProc((LPSTR)&info, MMIOM_CLOSE, 0, 0) != 0;
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
