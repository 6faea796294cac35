package org.ioproc.processor.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names that functions and DLLs must not have on Windows. */
final class ReservedNames {

  /**
   * Names in windows.h and mmsystem.h that an exported function could have: a class's name with a
   * prefix such as Remove, or a suffix such as Version.
   */
  private static final Set<String> WINDOWS =
      words(
          """
          AddSecureMemoryCacheCallback BindIoCompletionCallback CoBuildVersion DdeEnableCallback
          DisassociateCurrentThreadFromCallback GetApplicationRecoveryCallback GetNLSVersion
          GetProcessVersion GetVersion IBindStatusCallback IID_IBindStatusCallback
          IID_IEnumCallback IID_IPrintDialogCallback IPrintDialogCallback IsValidNLSVersion
          NdrGetDcomProtocolVersion OaBuildVersion OleBuildVersion
          RegisterApplicationRecoveryCallback RegisterBindStatusCallback
          RemoveClipboardFormatListener RemoveDirectory RemoveDirectoryA RemoveDirectoryTransacted
          RemoveDirectoryTransactedA RemoveDirectoryTransactedW RemoveDirectoryW
          RemoveDllDirectory RemoveFontMemResourceEx RemoveFontResource RemoveFontResourceA
          RemoveFontResourceEx RemoveFontResourceExA RemoveFontResourceExW RemoveFontResourceW
          RemoveMenu RemoveProp RemovePropA RemovePropW RemoveSecureMemoryCacheCallback
          RemoveUsersFromEncryptedFile RemoveVectoredContinueHandler
          RemoveVectoredExceptionHandler RevokeBindStatusCallback RpcNotificationTypeCallback
          RtlInstallFunctionTableCallback SendMessageCallback TpSetCallbackFinalizationCallback
          TrySubmitThreadpoolCallback UnregisterApplicationRecoveryCallback midiInGetErrorText
          midiOutGetErrorText waveInGetErrorText waveOutGetErrorText
          """);

  /** Reserved DOS device names, and DLLs of Windows and Java. */
  private static final Set<String> FILES =
      words(
          """
          con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5
          lpt6 lpt7 lpt8 lpt9 winmm ntdll kernel32 kernelbase user32 gdi32 advapi32 ole32 shell32
          msvcrt ucrtbase ws2_32 jvm java jli jimage zip net nio verify msacm32 avifil32 mciwave
          """);

  /**
   * The prefix of the fixed sources' names: a library's own source must not look like one of them.
   */
  private static final String FIXED_SOURCE = "ioproc_";

  private ReservedNames() {}

  static boolean isWindowsName(String name) {
    return WINDOWS.contains(name);
  }

  /** Returns why a DLL must not have a name, as a clause. */
  static Optional<String> file(String name) {
    if (FILES.contains(name)) {
      return Optional.of("is the name of a device or of a DLL of Windows or Java");
    }
    return name.startsWith(FIXED_SOURCE)
        ? Optional.of("begins with \"" + FIXED_SOURCE + "\", as the wrapper's fixed sources do")
        : Optional.empty();
  }

  private static Set<String> words(String text) {
    return Set.copyOf(List.of(text.split("\\s+")));
  }
}
