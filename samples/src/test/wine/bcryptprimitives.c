/* A DLL of Windows that Wine 8.0 lacks: programs in Go get random numbers from it. For tests only. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *buffer, SIZE_T length);

BOOL WINAPI ProcessPrng(BYTE *buffer, SIZE_T length)
{
    return RtlGenRandom(buffer, (ULONG)length);
}
