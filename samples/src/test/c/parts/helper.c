/* Tests the threads that work for callers. The program contains the DLL's sources. */
#include "ioproc_private.h"

#include "check.h"

struct ioproc_library ioproc_library = {.name = L"helper", .version = L""};

struct seen {
    DWORD thread;
    BOOL impersonates;
};

static BOOL impersonates(void)
{
    HANDLE token;

    if (!OpenThreadToken(GetCurrentThread(), TOKEN_QUERY, TRUE, &token))
        return FALSE;
    CloseHandle(token);
    return TRUE;
}

static void look(void *argument)
{
    struct seen *seen = argument;

    seen->thread = GetCurrentThreadId();
    seen->impersonates = impersonates();
}

static void fail(void *argument)
{
    *(MMRESULT *)argument = ioproc_fail(IOPROC_E_CLASS, L"a helper's failure");
}

struct nested {
    struct seen outer;
    struct seen inner;
};

static void look_twice(void *argument)
{
    struct nested *nested = argument;

    look(&nested->outer);
    ioproc_helper_run(look, &nested->inner);
}

static void helps(void)
{
    struct seen first = {0};
    struct seen second = {0};
    struct nested nested = {{0}, {0}};

    report("a helper works", ioproc_helper_run(look, &first) == 0 && first.thread != 0 &&
                                 first.thread != GetCurrentThreadId());
    report("the same helper works again",
           ioproc_helper_run(look, &second) == 0 && second.thread == first.thread);
    report("a helper uses another helper", ioproc_helper_run(look_twice, &nested) == 0 &&
                                              nested.inner.thread != 0 &&
                                              nested.inner.thread != nested.outer.thread);
}

static void passes_failures_on(void)
{
    MMRESULT status = 0;
    WCHAR text[64];

    report("a helper fails", ioproc_helper_run(fail, &status) == 0 && status == IOPROC_E_CLASS);
    ioproc_error_text(text, 64);
    report("its text is the caller's", lstrcmpW(text, L"a helper's failure") == 0);
}

/* The next caller may have other rights. */
static void impersonates_as_its_caller(void)
{
    struct seen seen = {0};

    report("the caller impersonates", ImpersonateSelf(SecurityImpersonation));
    report("the helper impersonates", ioproc_helper_run(look, &seen) == 0 && seen.impersonates);
    report("the caller still impersonates", impersonates() && RevertToSelf());
    report("the helper no longer does", ioproc_helper_run(look, &seen) == 0 && !seen.impersonates);
}

int main(void)
{
    begin();
    report("the process is used", ioproc_process_use() == 0);
    helps();
    passes_failures_on();
    impersonates_as_its_caller();
    return end();
}
