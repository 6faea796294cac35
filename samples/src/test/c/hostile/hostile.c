/*
 * Threads that send a procedure messages that it must refuse, among others that it must answer: the
 * threads' files must have the right bytes at all times. The messages first go to the procedure's
 * address, while it is removed and installed again, and then through mmio's functions.
 *
 *   hostile MESSAGES [SEED]
 *
 * A pointer is NULL, or points to memory that is exactly as long as the message says, before an
 * unmapped page. A name ends within its memory. No procedure can survive anything else. mmio itself
 * crashes on a NULL buffer, and if a procedure is removed while mmio looks for it, so the second
 * part does neither.
 */
#include "hostile.h"

#define PSAPI_VERSION 2 /* in kernel32 */
#include <psapi.h>

#include <stdlib.h>

#include "check.h"
#include "threads.h"
#include "zipioproc.h"

static LONG sent(void)
{
    LONG sum = 0;
    int i;

    for (i = 0; i < THREADS; i++)
        sum += thread[i].messages;
    return sum;
}

static BOOL are_running(void)
{
    int i;

    for (i = 0; i < THREADS; i++)
        if (WaitForSingleObject(thread[i].handle, 0) == WAIT_TIMEOUT)
            return TRUE;
    return FALSE;
}

static void install_again(void)
{
    Sleep(5);
    if (RemoveZipIoProc() != 0 || InstallZipIoProc() != 0)
        report("removed and installed again", FALSE);
}

static LONG run(LPTHREAD_START_ROUTINE program, LONG count, BOOL reinstall)
{
    LONG wrong = 0;
    int i;

    for (i = 0; i < THREADS; i++) {
        thread[i].limit = thread[i].messages + count / THREADS;
        thread[i].handle = start_thread(program, &thread[i]);
    }
    while (reinstall && are_running())
        install_again();
    for (i = 0; i < THREADS; i++) {
        end_thread(thread[i].handle);
        wrong += thread[i].wrong;
    }
    return wrong;
}

static LONG kibibytes(void)
{
    PROCESS_MEMORY_COUNTERS memory;

    return GetProcessMemoryInfo(GetCurrentProcess(), &memory, sizeof memory)
               ? (LONG)(memory.WorkingSetSize / 1024)
               : 0;
}

static void part(const char *what, LPTHREAD_START_ROUTINE program, LONG count, BOOL reinstall)
{
    LONG before, wrong, begun = sent();

    run(program, count / 5, reinstall); /* From here on, memory should not grow. */
    before = kibibytes();
    wrong = run(program, count - count / 5, reinstall);
    report_as(wrong == 0, "%s: %ld messages, %d threads, %ld wrong answers, memory %+ld KiB", what,
              sent() - begun, THREADS, wrong, kibibytes() - before);
}

int main(int argc, char **argv)
{
    LONG count = argc > 1 ? strtol(argv[1], NULL, 10) : 20000;

    begin();
    prepare_threads(argc > 2 ? strtoull(argv[2], NULL, 10) : GetTickCount64());
    report("installed", InstallZipIoProc() == 0);
    part("to its address", messages, count, TRUE);
    part("through mmio", calls, count, FALSE);
    report("removed", RemoveZipIoProc() == 0);
    return end();
}
