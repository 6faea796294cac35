package org.ioproc.processor.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ioproc.processor.wrapper.NativeSources;

/** Names that a class may have in Java, but neither a C function nor a DLL can. */
final class ReservedNames {

  /** Of C and C++, those that are no keywords of Java; and where a DLL begins. */
  private static final Set<String> KEYWORDS =
      words(
          """
          alignas alignof and and_eq asm auto bitand bitor bool char8_t char16_t char32_t compl
          concept const_cast consteval constexpr constinit co_await co_return co_yield decltype
          delete dynamic_cast explicit extern export friend inline main mutable namespace noexcept
          not not_eq nullptr operator or or_eq register reinterpret_cast requires restrict signed
          sizeof static_assert static_cast struct template thread_local typedef typeid typename
          typeof typeof_unqual union unsigned using virtual wchar_t xor xor_eq
          DllMain
          """);

  /** Reserved DOS device names, and DLLs that a process has already. */
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
    return KEYWORDS.contains(name) || Windows.NAMES.contains(name);
  }

  /** Why a DLL cannot have the name, as a clause. */
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

  /** What windows.h and mmsystem.h declare and define; read when it is first asked for. */
  private static final class Windows {
    static final Set<String> NAMES = words(NativeSources.resource("windows-names.txt"));
  }
}
