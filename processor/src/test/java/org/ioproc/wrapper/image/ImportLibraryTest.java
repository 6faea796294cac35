package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ioproc.wrapper.image.LibraryReader.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An import library's members and indexes. */
final class ImportLibraryTest {

  private static final int X86_MACHINE = 0x014C;

  private static LibraryReader read(Architecture architecture, DllContent content) {
    String dll = content.library() + ".dll";
    return new LibraryReader(ImportLibrary.of(architecture, dll, content.exports()));
  }

  static Stream<Long> seeds() {
    return ExportsTest.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bothIndexesLeadToTheMembersThatDefineTheirSymbols(long seed) {
    DllContent content = Contents.random(new Random(seed));
    for (Architecture architecture : Architecture.values()) {
      LibraryReader library = read(architecture, content);
      Map<String, Integer> index = library.firstIndex();
      assertWithMessage("seed %s", seed).that(library.secondIndex()).isEqualTo(index);
      Map<Integer, List<String>> symbols = new TreeMap<>();
      index.forEach((name, at) -> symbols.computeIfAbsent(at, key -> new ArrayList<>()).add(name));
      symbols.forEach(
          (header, names) ->
              assertWithMessage("seed %s", seed)
                  .that(names)
                  .containsExactlyElementsIn(library.defined(header)));
      assertThat(symbols).hasSize(library.names().size());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachPublicFunctionHasAMemberThatTheDllAgreesWith(long seed) {
    DllContent content = Contents.random(new Random(seed));
    for (Architecture architecture : Architecture.values()) {
      PeExports dll = new PeExports(new PeFile(DllWriter.head(architecture, content, new byte[0])));
      Map<String, DllExport> expected = new TreeMap<>();
      content.exports().stream()
          .filter(export -> !export.isPrivate())
          .forEach(export -> expected.put(export.name(), export));
      for (Function function : read(architecture, content).functions()) {
        assertThat(function.dll()).isEqualTo(content.library() + ".dll");
        DllExport export = expected.remove(name(function));
        assertWithMessage("%s of seed %s", function, seed).that(export).isNotNull();
        assertFunction(function, export, dll);
      }
      assertWithMessage("seed %s", seed).that(expected).isEmpty();
    }
  }

  /** Returns the name before its decoration for 32 bits. */
  private static String name(Function function) {
    return function.machine() == X86_MACHINE
        ? function.symbol().replaceFirst("^_(.*)@[0-9]+$", "$1")
        : function.symbol();
  }

  private static void assertFunction(Function function, DllExport export, PeExports dll) {
    if (export.isNameless()) {
      assertThat(function.type()).isEqualTo(0);
      assertThat(function.ordinalOrHint()).isEqualTo(export.ordinal().orElseThrow());
    } else {
      assertThat(function.type()).isEqualTo(function.machine() == X86_MACHINE ? 12 : 4);
      assertThat(dll.names().get(function.ordinalOrHint())).isEqualTo(export.name());
    }
    if (function.machine() == X86_MACHINE) {
      assertThat(function.symbol()).endsWith("@" + export.argumentBytes());
    }
  }

  /** A member's name of more than 15 characters is in a member of long names. */
  @ParameterizedTest
  @CsvSource({"a", "zip.ioproc", "elevencharx", "twelvecharsx", "averyveryverylongname"})
  void eachMemberHasTheDllsName(String library) {
    LibraryReader reader = read(Architecture.X64, Contents.plain(library, 1));
    assertThat(reader.hasLongNames()).isEqualTo(library.length() + ".dll".length() > 15);
    assertThat(reader.names().stream().distinct()).containsExactly(library + ".dll");
    assertThat(reader.firstIndex().keySet())
        .containsAtLeast(
            "__IMPORT_DESCRIPTOR_" + library,
            "__NULL_IMPORT_DESCRIPTOR",
            "\u007f" + library + "_NULL_THUNK_DATA");
  }

  /** So a linker takes all three objects once it needs one. */
  @ParameterizedTest
  @EnumSource
  void theFirstObjectRefersToTheOtherTwo(Architecture architecture) {
    ObjectReader object = read(architecture, Contents.plain("zipioproc", 1)).firstObject();
    assertThat(object.definedSymbols()).containsExactly("__IMPORT_DESCRIPTOR_zipioproc");
    assertThat(object.undefinedSymbols())
        .containsExactly("__NULL_IMPORT_DESCRIPTOR", "\u007fzipioproc_NULL_THUNK_DATA");
    assertThat(object.isFor32Bits()).isEqualTo(architecture == Architecture.X86);
  }

  @ParameterizedTest
  @EnumSource
  void aLibraryMayHaveNoFunctions(Architecture architecture) {
    LibraryReader reader = read(architecture, Contents.of(List.of()));
    assertThat(reader.functions()).isEmpty();
    assertThat(reader.firstIndex()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void theSameArgumentsResultInTheSameBytes(Architecture architecture) {
    DllContent content = Contents.random(new Random(7));
    assertThat(ImportLibrary.of(architecture, "a.dll", content.exports()))
        .isEqualTo(ImportLibrary.of(architecture, "a.dll", content.exports()));
  }
}
