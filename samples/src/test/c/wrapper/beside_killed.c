/* Kills Java beside this program, as a user can. */
#include "beside.h"

#include <windows.h>
#include <mmsystem.h>
#include <tlhelp32.h>

#include <stdio.h>

#include "check.h"
#include "failure.h"
#include "faultyioproc.h"
#include "threads.h"

/* Ends the Java processes that this program has started. Returns how many. */
static int kill_java(void)
{
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32 entry;
    int count = 0;
    BOOL more;

    entry.dwSize = sizeof entry;
    for (more = Process32First(all, &entry); more; more = Process32Next(all, &entry)) {
        HANDLE process = NULL;

        if (entry.th32ParentProcessID == GetCurrentProcessId() &&
            lstrcmpiA(entry.szExeFile, "java.exe") == 0)
            process = OpenProcess(PROCESS_TERMINATE, FALSE, entry.th32ProcessID);
        if (process == NULL)
            continue;
        count += TerminateProcess(process, 9) != 0;
        CloseHandle(process);
    }
    CloseHandle(all);
    return count;
}

static HMMIO hanging[16];

static DWORD WINAPI read_hanging(void *parameter)
{
    HMMIO *file = parameter;
    char bytes[100];

    return mmioRead(*file, bytes, sizeof bytes) == -1 &&
           failure_is(FaultyIoProcErrorText, text_of("killed"));
}

/* Ends Java while a thread reads each of some files. */
static void killed_while(int count)
{
    HANDLE thread[16];
    DWORD start;
    BOOL good = TRUE;
    int i;

    for (i = 0; i < count; i++)
        hanging[i] = open_element("hang");
    for (i = 0; i < count; i++)
        thread[i] = start_thread(read_hanging, &hanging[i]);
    Sleep(500);
    start = GetTickCount();
    report("Java is killed", kill_java() == 1);
    for (i = 0; i < count; i++)
        good = end_thread(thread[i]) && good;
    printf("  %d reads return -1 after %lu ms\n", count, GetTickCount() - start);
    report("all reads fail", good);
    stays_failed(hanging[0]);
    for (i = 1; i < count; i++)
        mmioClose(hanging[i], 0);
}

void killed(const char *unused)
{
    (void)unused;
    killed_while(1);
}

void killed_by_many(const char *unused)
{
    (void)unused;
    killed_while(16);
}

void killed_idle(const char *unused)
{
    HMMIO file = open_and_begin(unused);

    report("Java is killed", kill_java() == 1);
    Sleep(500);
    stays_failed(file);
}
