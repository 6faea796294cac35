/* A Windows DLL that Wine 8.0 lacks. Programs in Go get random numbers from it. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *buffer, SIZE_T length);

BOOL WINAPI ProcessPrng(BYTE *buffer, SIZE_T length)
{
    return RtlGenRandom(buffer, (ULONG)length);
}
