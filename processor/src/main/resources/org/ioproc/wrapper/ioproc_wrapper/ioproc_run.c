/* Runs an exported function's work where Java can run: on the caller's stack or on a helper's. */
#include "ioproc_private.h"

/* The smallest stack for a message that a handler sends. */
#define NESTED_STACK (96 * 1024)

/* The other statuses have no text: the process cannot keep one yet, or it is exiting. */
MMRESULT ioproc_use(void)
{
    MMRESULT status = ioproc_process_use();

    if (status == IOPROC_E_DAMAGED)
        return ioproc_fail(status, L"%ls", ioproc_library_fault());
    if (status == IOPROC_E_DLL_MAIN)
        return ioproc_fail(status, L"This function was called from a DllMain, where Java cannot be "
                                   L"started; call it later, from the application's own code");
    return status;
}

MMRESULT ioproc_run(ioproc_work work, void *argument)
{
    struct ioproc_stack *stack;
    MMRESULT status = ioproc_use();

    if (status != MMSYSERR_NOERROR)
        return status;
    stack = ioproc_stack_of_java();
    if (ioproc_stack_serves(stack, IOPROC_ENOUGH_STACK)) {
        work(argument);
        return MMSYSERR_NOERROR;
    }
    if (stack == NULL || stack->entries == 0)
        return ioproc_helper_run(work, argument);
    /* This thread may hold a turn, or a lock in Java, for which a helper would wait forever. */
    if (!ioproc_stack_serves(stack, NESTED_STACK))
        return ioproc_fail(IOPROC_E_SYSTEM,
                           L"A procedure used another file with only %lu KB of stack left",
                           (DWORD)(ioproc_stack_left() / 1024));
    work(argument);
    return MMSYSERR_NOERROR;
}
