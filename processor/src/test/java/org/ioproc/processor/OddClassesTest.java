package org.ioproc.processor;

import static com.google.common.truth.Truth.assertWithMessage;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.ioproc.processor.support.InMemory;
import org.ioproc.processor.support.OddClass;
import org.ioproc.processor.support.Sources;
import org.junit.jupiter.api.Test;

/**
 * Compiles random mixes of mistakes. The processor must never throw. It must either accept a class
 * and generate code that compiles, or report mistakes at their places.
 */
class OddClassesTest {

  private static final int CLASSES = 500;
  private static final int AT_ONCE = 25;

  @Test
  void everyOddClassIsAcceptedOrReported() {
    List<String> accepted = new ArrayList<>();
    for (int seed = 0; seed < CLASSES; seed += AT_ONCE) {
      List<String> sources =
          IntStream.range(seed, seed + AT_ONCE)
              .mapToObj(one -> new OddClass(one).source())
              .toList();
      Compilation compilation = InMemory.compile(List.of(), sources.toArray(String[]::new));
      compilation.errors().forEach(OddClassesTest::requirePlacedRule);
      sources.stream().filter(source -> isAccepted(source, compilation)).forEach(accepted::add);
    }
    assertWithMessage("accepted").that(accepted.size()).isIn(range(CLASSES / 10, CLASSES * 9 / 10));
    Compilation compilation = InMemory.compile(List.of(), accepted.toArray(String[]::new));
    assertWithMessage("accepted").that(compilation.errors()).isEmpty();
    assertWithMessage("files generated for the accepted")
        .that(compilation.generatedSourceFiles())
        .hasSize(2 * accepted.size());
  }

  private static void requirePlacedRule(Diagnostic<? extends JavaFileObject> error) {
    assertWithMessage("id of %s", error)
        .that(error.getMessage(null))
        .containsMatch("\\[IOPROC-\\d\\d]$");
    assertWithMessage("place of %s", error)
        .that(error.getPosition())
        .isNotEqualTo(Diagnostic.NOPOS);
  }

  private static boolean isAccepted(String source, Compilation compilation) {
    String name = Sources.file(source).getName();
    return compilation.errors().stream()
        .noneMatch(error -> error.getSource().getName().equals(name));
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().collect(Collectors.toList());
  }
}
