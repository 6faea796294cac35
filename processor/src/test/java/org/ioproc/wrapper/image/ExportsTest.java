package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A DLL's functions, found by name and by ordinal. */
final class ExportsTest {

  private static final int FRESH_SEEDS = 5;

  /** Ordinals are in the order of the names in ASCII, where capital letters come first. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b a c|a=1 b=2 c=3",
        "b B _|B=1 _=2 b=3",
        "Zip ZipA Zi|Zi=1 Zip=2 ZipA=3",
        "c b@1 a|b=1 a=2 c=3",
        "c b@2 a|a=1 b=2 c=3",
        "d c@2 b@3 a|a=1 c=2 b=3 d=4",
        "b@7 a@5|a=5 b=7",
        "b@65535 a|a=1 b=65535",
        "a@300|a=300",
      })
  void exportsWithoutAnOrdinalTakeTheLowestFreeOnes(String exports, String expected) {
    PeExports dll = exportsOf(Contents.of(parse(exports)));
    String actual =
        dll.names().stream()
            .collect(Collectors.toMap(dll::ordinal, name -> name, (a, b) -> a, TreeMap::new))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + "=" + entry.getKey())
            .collect(Collectors.joining(" "));
    assertThat(actual).isEqualTo(expected);
  }

  private static List<DllExport> parse(String exports) {
    return Stream.of(exports.split(" "))
        .map(export -> export.split("@"))
        .map(
            parts ->
                parts.length == 1
                    ? Contents.export(parts[0])
                    : Contents.export(parts[0], Integer.parseInt(parts[1])))
        .toList();
  }

  private static PeExports exportsOf(DllContent content) {
    return exportsOf(Architecture.X64, content);
  }

  private static PeExports exportsOf(Architecture architecture, DllContent content) {
    return new PeExports(new PeFile(DllWriter.head(architecture, content, new byte[0])));
  }

  @Test
  void ordinalsThatNoFunctionHasAreGaps() {
    PeExports dll = exportsOf(Contents.of(parse("a@5 b@8")));
    assertThat(dll.lowestOrdinal()).isEqualTo(5);
    assertThat(dll.functions()).isEqualTo(4);
    assertThat(dll.address(6)).isEqualTo(0);
    assertThat(dll.address(7)).isEqualTo(0);
    assertThat(dll.address(8)).isNotEqualTo(0);
  }

  @Test
  void aDllMayExportNothing() {
    PeExports dll = exportsOf(Contents.of(List.of()));
    assertThat(dll.functions()).isEqualTo(0);
    assertThat(dll.names()).isEmpty();
  }

  static Stream<Long> seeds() {
    return Stream.concat(
        Stream.of(1L, 2L, 3L, 4L, 5L), Stream.generate(System::nanoTime).limit(FRESH_SEEDS));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachNameAndOrdinalLeadsToItsFunction(long seed) {
    DllContent content = Contents.random(new Random(seed));
    for (Architecture architecture : Architecture.values()) {
      PeExports template = new PeExports(new PeFile(PeFile.template(architecture)));
      PeExports dll = exportsOf(architecture, content);
      assertThat(dll.dll()).isEqualTo(content.library() + ".dll");
      for (DllExport export : content.exports()) {
        int address = template.address(export.slot());
        assertWithMessage("%s of seed %s", export, seed)
            .that(dll.address(ordinal(dll, export)))
            .isEqualTo(address);
      }
      assertThat(dll.names())
          .containsExactlyElementsIn(
              content.exports().stream()
                  .filter(export -> !export.isNameless())
                  .map(DllExport::name)
                  .sorted()
                  .toList())
          .inOrder();
      assertThat(usedOrdinals(dll)).isEqualTo(content.exports().size());
    }
  }

  private static int ordinal(PeExports dll, DllExport export) {
    if (export.isNameless()) {
      assertThat(dll.ordinal(export.name())).isEqualTo(0);
      return export.ordinal().orElseThrow();
    }
    int ordinal = dll.ordinal(export.name());
    assertThat(ordinal).isEqualTo(export.ordinal().orElse(ordinal));
    return ordinal;
  }

  private static long usedOrdinals(PeExports dll) {
    int[] addresses = new int[dll.functions()];
    Arrays.setAll(addresses, index -> dll.address(dll.lowestOrdinal() + index));
    return Arrays.stream(addresses).filter(address -> address != 0).count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a b a|a is exported twice.",
        "a@3 a@4|a is exported twice.",
        "a@3 b@3|a and b have the same ordinal, 3.",
      })
  void namesAndOrdinalsMustDiffer(String exports, String message) {
    DllContent content = Contents.of(parse(exports));
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> exportsOf(content));
    assertThat(refused).hasMessageThat().isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "65536"})
  void anOrdinalOutsideItsRangeIsRefused(int ordinal) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Contents.export("a", ordinal));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("The ordinal of a must be between 1 and 65535. It is " + ordinal + ".");
  }

  @Test
  void aFunctionWithoutANameMustHaveAnOrdinal() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new DllExport("a", OptionalInt.empty(), true, false, 1, 0));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("a is exported without its name, so it must have an ordinal.");
  }

  @Test
  void aFunctionMustBeInTheTemplate() {
    DllContent content =
        Contents.of(List.of(new DllExport("a", OptionalInt.empty(), false, false, 5000, 0)));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> exportsOf(content));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "The processor's jar is damaged: the template x64.dll has no function with the ordinal"
                + " 5000.");
  }
}
