package org.ioproc.wrapper;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a name must look like in C and in Java. */
final class Identifiers {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** The words of C and C++ that cannot name a function, with those of windows.h's compilers. */
  private static final Set<String> KEYWORDS =
      Set.copyOf(
          List.of(
              """
              alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t
              char16_t char32_t class compl concept const const_cast consteval constexpr constinit
              continue co_await co_return co_yield decltype default delete do double dynamic_cast
              else enum explicit export extern false float for friend goto if inline int long
              mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected
              public register reinterpret_cast requires restrict return short signed sizeof static
              static_assert static_cast struct switch template this thread_local throw true try
              typedef typeid typename typeof union unsigned using virtual void volatile wchar_t
              while xor xor_eq
              """
                  .split("\\s+")));

  private Identifiers() {}

  /** Returns whether C allows the characters of a name. */
  static boolean isName(String word) {
    return NAME.matcher(word).matches();
  }

  /** Returns whether C or C++ uses a name itself. */
  static boolean isKeyword(String word) {
    return KEYWORDS.contains(word);
  }

  /** Returns whether a word can be a class's binary or qualified name. */
  static boolean isClass(String word) {
    return List.of(word.split("\\.", -1)).stream()
        .allMatch(
            part ->
                !part.isEmpty()
                    && Character.isJavaIdentifierStart(part.codePointAt(0))
                    && part.codePoints().allMatch(Character::isJavaIdentifierPart));
  }
}
