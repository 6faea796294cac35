package org.ioproc.processor;

import java.util.List;
import java.util.Set;

/** Names that a class may have in Java, but neither a C function nor a DLL can. */
final class ReservedNames {

  /** Of C and C++, those that are no keywords of Java. */
  private static final Set<String> KEYWORDS =
      words(
          """
          alignas alignof and and_eq asm auto bitand bitor bool char8_t char16_t char32_t compl
          concept const_cast consteval constexpr constinit co_await co_return co_yield decltype
          delete dynamic_cast explicit extern export friend inline main mutable namespace noexcept
          not not_eq nullptr operator or or_eq register reinterpret_cast requires restrict signed
          sizeof static_assert static_cast struct template thread_local typedef typeid typename
          typeof typeof_unqual union unsigned using virtual wchar_t xor xor_eq
          """);

  /**
   * Functions, types and macros of windows.h and mmsystem.h that could be a class's name: the words
   * that people use for files, sounds and the like.
   */
  private static final Set<String> WINDOWS =
      words(
          """
          AbortDoc AddAtom Arc Beep BeginPaint BOOL BOOLEAN BYTE CALLBACK CHAR Chord ClearCommBreak
          CloseFile CloseHandle CloseSound CloseWindow CONST CONTEXT CopyFile CopyImage CreateDialog
          CreateDirectory CreateEvent CreateFile CreateFont CreateMutex CreatePipe CreateProcess
          CreateSemaphore CreateThread CreateWindow DefDlgProc DefDriverProc DefWindowProc
          DeleteAtom DeleteFile DeviceIoControl DialogBox DispatchMessage DllMain DriverCallback
          DriverProc DrawIcon DrawState DrawText DWORD Ellipse EndDialog EndDoc EndPage EndPaint
          EncryptFile ERROR Escape ExitProcess ExitThread FAR FILETIME FillRect FindAtom FindClose
          FindFirstFile FindNextFile FindResource FindText FindWindow FLOAT FlushFileBuffers
          FormatMessage FreeLibrary FrameRect GetClassName GetCommandLine GetDriverModuleHandle
          GetFileSize GetFileTime GetLastError GetMessage GetObject GetProcAddress GetTempPath
          GetUserName GUID HANDLE HeapAlloc HINSTANCE HLOCAL HMMIO HMODULE HRESULT IN INT
          IsDialogMessage JOYCAPS KillTimer LineTo LoadBitmap LoadCursor LoadIcon LoadImage
          LoadLibrary LoadMenu LoadResource LoadString LockFile LockResource LONG LPARAM LPSTR
          LRESULT LZClose LZCopy LZInit LZRead LZSeek MapWindowPoints MCIERROR MessageBeep
          MessageBox MIDIEVENT MIDIHDR MMCKINFO MMIOINFO MMRESULT MMTIME MoveFile MoveWindow
          NEAR NULL OpenDriver OpenEvent OpenFile OpenIcon OpenMutex OpenProcess OpenSound
          OPTIONAL OUT OVERLAPPED PASCAL PatBlt Pie PlaySound POINT Polygon Polyline PostMessage
          PulseEvent RaiseException ReadFile RECT Rectangle RegisterClass ReleaseMutex
          RemoveDirectory ReplaceFile ReplaceText ResetEvent ResumeThread RoundRect
          SearchPath SelectObject SendDriverMessage SendMessage SetEvent SetFilePointer
          SetLastError SetTimer SHORT ShowWindow SIZE Sleep StartDoc StartPage StretchBlt
          SuspendThread TerminateProcess TextOut TIMECAPS TlsAlloc TlsFree TransmitFile UINT
          UnlockFile UpdateWindow VOID WAVEFORMAT WAVEHDR WINAPI WinMain WNDCLASS WORD WPARAM
          WriteFile Yield small far near interface pascal cdecl hyper boolean
          InstallDrv InstallNewDevice PreloadImage RemoveDir RemoveFontResource RemoveMenu
          RemoveProp RemoveVectoredHandler
          """);

  /** Devices of old, which no file can be named after, and DLLs that a process has already. */
  private static final Set<String> FILES =
      words(
          """
          con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5
          lpt6 lpt7 lpt8 lpt9 winmm ntdll kernel32 kernelbase user32 gdi32 advapi32 ole32 shell32
          msvcrt ucrtbase ws2_32 jvm java jli jimage zip net nio verify msacm32 avifil32 mciwave
          """);

  /** The fixed sources' names begin with it: a library's own source would be lost among them. */
  private static final String FIXED_SOURCE = "ioproc_";

  private ReservedNames() {}

  static boolean isIdentifier(String name) {
    return KEYWORDS.contains(name) || WINDOWS.contains(name);
  }

  static boolean isFile(String name) {
    return FILES.contains(name) || name.startsWith(FIXED_SOURCE);
  }

  private static Set<String> words(String text) {
    return Set.copyOf(List.of(text.split("\\s+")));
  }
}
