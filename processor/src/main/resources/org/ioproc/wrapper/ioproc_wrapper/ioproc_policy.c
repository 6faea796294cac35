/*
 * Checks whether the process's mitigation policies allow a VM, before it starts. Windows ends a
 * process that violates one of them.
 *
 * Source: Microsoft, "GetProcessMitigationPolicy function" and winnt.h, PROCESS_MITIGATION_POLICY.
 */
#include "ioproc_private.h"

#define OVERRIDE L"IOPROC_IGNORE_POLICIES"

/* Windows 7 lacks this function, and some compilers' headers lack its newer constants. */
typedef BOOL(WINAPI *get_policy_t)(HANDLE, int, void *, SIZE_T);

static const struct policy {
    int number;
    DWORD forbidding; /* any of these flags forbids a VM; flags that only audit are omitted */
    const WCHAR *name;
    const WCHAR *reason;
    const WCHAR *remedy;
} policies[] = {
    {2, 0x1, L"ProcessDynamicCodePolicy (ProhibitDynamicCode)", L"Java compiles code while it runs",
     L"Start the application without this policy"},
    {8, 0x7, L"ProcessSignaturePolicy (MicrosoftSignedOnly, StoreSignedOnly or MitigationOptIn)",
     L"Java's DLLs have other signatures", L"Start the application without this policy"},
    {15, 0x1, L"ProcessUserShadowStackPolicy (EnableUserShadowStack, CET)",
     L"Java continues after exceptions, and in compiled code, at addresses that shadow stacks do "
     L"not contain",
     L"Link the application's .exe with /CETCOMPAT:NO (in a .NET project: <CETCompat>false"
     L"</CETCompat>), or exempt it in Windows Security, Exploit protection"},
};

static BOOL is_forbidden(get_policy_t get_policy, const struct policy *policy)
{
    DWORD flags = 0;

    return get_policy(GetCurrentProcess(), policy->number, &flags, sizeof flags) &&
           (flags & policy->forbidding) != 0;
}

static MMRESULT refuse(const struct policy *policy)
{
    return ioproc_fail(IOPROC_E_POLICY,
                       L"Java cannot run in this process, because it has the policy %ls: %ls. "
                       L"%ls, or set " OVERRIDE L"=1 to start Java anyway",
                       policy->name, policy->reason, policy->remedy);
}

static BOOL is_overridden(void)
{
    WCHAR value[2];

    return GetEnvironmentVariableW(OVERRIDE, value, 2) == 1 && value[0] == L'1';
}

MMRESULT ioproc_policy_check(void)
{
    get_policy_t get_policy = (get_policy_t)(void *)GetProcAddress(
        GetModuleHandleW(L"kernel32.dll"), "GetProcessMitigationPolicy");
    size_t i;

    if (get_policy == NULL || is_overridden())
        return MMSYSERR_NOERROR;
    for (i = 0; i < sizeof policies / sizeof *policies; i++) {
        if (is_forbidden(get_policy, &policies[i]))
            return refuse(&policies[i]);
    }
    return MMSYSERR_NOERROR;
}
