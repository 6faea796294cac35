/*
 * The VM. A process has only one, which other code may have created. Wrappers of several libraries,
 * and of several versions of this source, share a mutex whose name only this process knows.
 */
#include "ioproc_private.h"

/* In milliseconds: twice the limit of a trial of the options. Tests use a shorter limit. */
#ifndef IOPROC_START_TIMEOUT
#define IOPROC_START_TIMEOUT 60000
#endif

static void *volatile the_vm;
static BOOL ours;

BOOL ioproc_vm_is_ours(void)
{
    return ours;
}

static JavaVM *known_vm(void)
{
    return IOPROC_READ(the_vm);
}

static JavaVM *created_vm(void)
{
    HMODULE jvm = GetModuleHandleW(L"jvm.dll");
    JNI_GetCreatedJavaVMs_t created_vms;
    JavaVM *vm;
    jint count = 0;

    if (jvm == NULL)
        return NULL;
    created_vms = (JNI_GetCreatedJavaVMs_t)(void *)GetProcAddress(jvm, "JNI_GetCreatedJavaVMs");
    if (created_vms == NULL || created_vms(&vm, 1, &count) != JNI_OK || count == 0)
        return NULL;
    return vm;
}

BOOL ioproc_vm_exists(void)
{
    return known_vm() != NULL || created_vm() != NULL;
}

static MMRESULT find_or_start(void)
{
    JavaVM *vm = created_vm();
    MMRESULT status = MMSYSERR_NOERROR;

    if (vm == NULL) {
        status = ioproc_start(&vm);
        ours = status == MMSYSERR_NOERROR;
    }
    if (status == MMSYSERR_NOERROR)
        InterlockedExchangePointer(&the_vm, vm);
    return status;
}

/*
 * All wrappers in the process share this mutex. No other program can create it first, because its
 * name contains an address that Windows encodes with a secret of the process.
 */
static HANDLE open_mutex(void)
{
    WCHAR name[64];

    ioproc_format(name, 64, L"Local\\org.ioproc.vm.%lu.%p", GetCurrentProcessId(),
                  EncodePointer(GetProcessHeap()));
    return CreateMutexW(NULL, FALSE, name);
}

static MMRESULT find_or_start_with(HANDLE mutex)
{
    DWORD waited = WaitForSingleObject(mutex, IOPROC_START_TIMEOUT);
    MMRESULT status;

    if (waited == WAIT_TIMEOUT)
        return ioproc_fail(IOPROC_E_BUSY,
                           L"Another thread has been starting Java for %d seconds; try again later",
                           IOPROC_START_TIMEOUT / 1000);
    if (waited == WAIT_FAILED)
        return ioproc_fail(IOPROC_E_SYSTEM, L"Waiting for a mutex failed (Windows error %lu)",
                           GetLastError());
    status = find_or_start();
    ReleaseMutex(mutex);
    return status;
}

/* Java 17 reports a VM before it is complete, and attaching to it then crashes. */
static MMRESULT find_or_start_alone(void)
{
    HANDLE mutex = open_mutex();
    MMRESULT status;

    if (mutex == NULL)
        return ioproc_fail(IOPROC_E_SYSTEM, L"A mutex could not be created (Windows error %lu)",
                           GetLastError());
    status = find_or_start_with(mutex);
    CloseHandle(mutex);
    return status;
}

JNIEnv *ioproc_vm_env(void)
{
    JavaVM *vm = known_vm();
    void *env = NULL;

    if (vm == NULL || (*vm)->GetEnv(vm, &env, JNI_VERSION_10) != JNI_OK)
        return NULL;
    return env;
}

/* Java then writes the archive that it has recorded. Nothing can start it again. */
void ioproc_vm_end(void)
{
    JavaVM *vm = known_vm();

    if (vm != NULL && ours)
        (*vm)->DestroyJavaVM(vm);
}

static void leave(void)
{
    JavaVM *vm = known_vm();

    if (vm != NULL)
        (*vm)->DetachCurrentThread(vm);
}

/* Attaches the thread as a daemon, which does not keep alive a VM that a Java application ends. */
static MMRESULT attach(JavaVM *vm, JNIEnv **env)
{
    static char name[] = "mmio client";
    JavaVMAttachArgs arguments = {JNI_VERSION_10, name, NULL};
    void *attached = NULL;

    if (!ioproc_stack_keep())
        return ioproc_fail_memory();
    if ((*vm)->AttachCurrentThreadAsDaemon(vm, &attached, &arguments) != JNI_OK)
        return ioproc_fail(IOPROC_E_SYSTEM, L"This thread could not be attached to the VM");
    ioproc_stack_of_java()->at_end = leave;
    *env = attached;
    return MMSYSERR_NOERROR;
}

MMRESULT ioproc_vm_enter(JNIEnv **env, BOOL *attached)
{
    JavaVM *vm = known_vm();
    MMRESULT status = vm == NULL ? find_or_start_alone() : MMSYSERR_NOERROR;

    *attached = FALSE;
    if (status != MMSYSERR_NOERROR)
        return status;
    *env = ioproc_vm_env();
    if (*env != NULL) /* Other code may have attached the thread. */
        return ioproc_stack_keep() ? MMSYSERR_NOERROR : ioproc_fail_memory();
    status = attach(known_vm(), env);
    *attached = status == MMSYSERR_NOERROR;
    return status;
}
