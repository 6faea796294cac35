/* The state of the process and of each thread, and the files beside the DLL. */
#include "ioproc_private.h"

#include <wchar.h>

typedef BOOLEAN(NTAPI *shutdown_in_progress_t)(void);
typedef ULONG(NTAPI *owns_section_t)(void *);
typedef void *(NTAPI *current_peb_t)(void);
typedef void(WINAPI *stack_limits_t)(ULONG_PTR *low, ULONG_PTR *high);

/* The offset of PEB.LoaderLock, unchanged since Windows 2000. */
#define PEB_LOADER_LOCK (sizeof(void *) == 8 ? 0x110 : 0xA0)

static INIT_ONCE once = INIT_ONCE_STATIC_INIT;
static BOOL ready;
static HMODULE module;
static DWORD thread_slot; /* of fibers */
static DWORD stack_slot;  /* of threads */
static shutdown_in_progress_t shutdown_in_progress;
static owns_section_t owns_section;
static current_peb_t current_peb;
static stack_limits_t stack_limits;

static FARPROC find(const WCHAR *name_of_library, const char *name)
{
    HMODULE library = GetModuleHandleW(name_of_library);

    return library == NULL ? NULL : GetProcAddress(library, name);
}

static FARPROC ntdll(const char *name)
{
    return find(L"ntdll.dll", name);
}

static void find_functions(void)
{
    stack_limits =
        (stack_limits_t)(void *)find(L"kernel32.dll", "GetCurrentThreadStackLimits");
    shutdown_in_progress = (shutdown_in_progress_t)(void *)ntdll("RtlDllShutdownInProgress");
    owns_section = (owns_section_t)(void *)ntdll("RtlIsCriticalSectionLockedByThread");
    current_peb = (current_peb_t)(void *)ntdll("RtlGetCurrentPeb");
}

/*
 * When the process exits, Windows has ended the VM's threads, perhaps during a collection. A thread
 * that entered the VM then could wait forever.
 */
BOOL ioproc_process_exiting(void)
{
    return shutdown_in_progress != NULL && shutdown_in_progress();
}

BOOL ioproc_process_in_wine(void)
{
    return ntdll("wine_get_version") != NULL;
}

/* On Windows 7 the limits are those of the reserved memory, up to the end of the part in use. */
static void find_limits(ULONG_PTR *low, ULONG_PTR *high)
{
    MEMORY_BASIC_INFORMATION memory = {0};

    if (stack_limits != NULL) {
        stack_limits(low, high);
        return;
    }
    VirtualQuery(&memory, &memory, sizeof memory);
    *low = (ULONG_PTR)memory.AllocationBase;
    *high = (ULONG_PTR)memory.BaseAddress + memory.RegionSize;
}

size_t ioproc_stack_left(void)
{
    ULONG_PTR low = 0;
    ULONG_PTR high;
    ULONG_PTR here = (ULONG_PTR)&low;

    find_limits(&low, &high);
    return here > low ? here - low : 0;
}

struct ioproc_stack *ioproc_stack_of_java(void)
{
    return TlsGetValue(stack_slot);
}

static BOOL is_on(const struct ioproc_stack *stack, size_t needed)
{
    ULONG_PTR here = (ULONG_PTR)&stack;

    return here >= stack->low + needed && here < stack->high;
}

/*
 * Java remembers the stack on which a thread was attached, and must not run on another: a fiber's,
 * or one that Windows does not know. No fiber is attached, because it may move to another thread.
 */
BOOL ioproc_stack_serves(const struct ioproc_stack *of_java, size_t needed)
{
    struct ioproc_stack stack;

    if (of_java != NULL)
        return is_on(of_java, needed);
    find_limits(&stack.low, &stack.high);
    return is_on(&stack, needed) && !IsThreadAFiber();
}

/* Called for each message, so it combines the checks. */
struct ioproc_stack *ioproc_stack_ready(size_t needed)
{
    struct ioproc_stack *stack = TlsGetValue(stack_slot);

    return stack != NULL && is_on(stack, needed) && !ioproc_process_exiting() ? stack : NULL;
}

BOOL ioproc_stack_keep(void)
{
    struct ioproc_stack *stack = ioproc_stack_of_java();
    const struct ioproc_thread *owner = ioproc_thread_current();

    if (stack != NULL)
        return TRUE;
    if (owner == NULL)
        return FALSE;
    stack = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *stack);
    if (stack == NULL)
        return FALSE;
    stack->owner = owner;
    find_limits(&stack->low, &stack->high);
    if (TlsSetValue(stack_slot, stack))
        return TRUE;
    HeapFree(GetProcessHeap(), 0, stack);
    return FALSE;
}

static void forget_stack(struct ioproc_stack *stack)
{
    TlsSetValue(stack_slot, NULL);
    HeapFree(GetProcessHeap(), 0, stack);
}

/*
 * Runs when a thread ends or a fiber is deleted, and on the last thread when the process exits.
 * Only the fiber that owns the stack ends the thread's use of Java, not another one that the thread
 * deletes. If the owner is deleted on another stack or by another thread, the thread stays attached
 * to Java after its end, which costs some memory.
 */
static void NTAPI thread_ends(void *kept)
{
    struct ioproc_thread *thread = kept;
    struct ioproc_stack *stack;

    if (thread == NULL || ioproc_process_exiting())
        return;
    stack = ioproc_stack_of_java();
    if (stack != NULL && stack->owner == thread && is_on(stack, 0)) {
        if (stack->at_end != NULL)
            stack->at_end();
        forget_stack(stack);
    }
    if (thread->answered != NULL)
        CloseHandle(thread->answered);
    HeapFree(GetProcessHeap(), 0, thread);
}

/* From here on the DLL stays loaded, because the VM and ending threads call it. */
static BOOL pin(void)
{
    return GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_PIN |
                                  GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS,
                              (LPCWSTR)(void *)&once, &module);
}

static BOOL CALLBACK prepare(PINIT_ONCE init, void *parameter, void **context)
{
    (void)init;
    (void)parameter;
    (void)context;
    find_functions();
    if (!pin())
        return FALSE;
    stack_slot = TlsAlloc();
    thread_slot = FlsAlloc(thread_ends);
    if (stack_slot == TLS_OUT_OF_INDEXES || thread_slot == FLS_OUT_OF_INDEXES)
        return FALSE;
    ready = TRUE;
    return TRUE;
}

/* A DllMain holds the loader lock. The VM's thread needs the lock, and would never start. */
static BOOL in_dll_main(void)
{
    char *peb;

    if (owns_section == NULL || current_peb == NULL)
        return FALSE;
    peb = current_peb();
    return owns_section(*(void **)(void *)(peb + PEB_LOADER_LOCK)) != 0;
}

MMRESULT ioproc_process_use(void)
{
    if (ioproc_library_fault() != NULL)
        return IOPROC_E_DAMAGED;
    if (!InitOnceExecuteOnce(&once, prepare, NULL, NULL))
        return IOPROC_E_SYSTEM;
    if (ioproc_process_exiting())
        return IOPROC_E_EXITING;
    return in_dll_main() ? IOPROC_E_DLL_MAIN : MMSYSERR_NOERROR;
}

struct ioproc_thread *ioproc_thread_current(void)
{
    struct ioproc_thread *thread;

    if (!ready)
        return NULL;
    thread = FlsGetValue(thread_slot);
    if (thread != NULL)
        return thread;
    thread = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof *thread);
    if (thread == NULL)
        return NULL;
    if (!FlsSetValue(thread_slot, thread)) {
        HeapFree(GetProcessHeap(), 0, thread);
        return NULL;
    }
    return thread;
}

BOOL ioproc_own_path(WCHAR *path)
{
    DWORD length = GetModuleFileNameW(module, path, IOPROC_PATH);

    return length > 0 && length < IOPROC_PATH;
}

BOOL ioproc_beside(WCHAR *path, const WCHAR *name)
{
    WCHAR *folder_end;

    if (!ioproc_own_path(path))
        return FALSE;
    ioproc_strip_prefix(path);
    folder_end = wcsrchr(path, L'\\');
    if (folder_end == NULL)
        return FALSE;
    return ioproc_format(folder_end + 1, IOPROC_PATH - (size_t)(folder_end + 1 - path), L"%ls",
                         name);
}

BOOL ioproc_file_exists(const WCHAR *path)
{
    DWORD attributes = GetFileAttributesW(path);

    return attributes != INVALID_FILE_ATTRIBUTES && !(attributes & FILE_ATTRIBUTE_DIRECTORY);
}
