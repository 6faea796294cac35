package org.ioproc.contract;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.ioproc.contract.Mistakes.Mistake;
import org.ioproc.testing.BrokenPromise;
import org.ioproc.testing.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract finds each mistake, names it, and reports nothing else. */
@Tag("any-java") // It takes long, and is the same over each transport.
@Tag("not-in-wine") // It takes minutes under Wine.
class FoundMistakesTest {

  /** Must stay referenced: otherwise the logging system may discard the logger, and its level. */
  private static final Logger LIBRARY = Logger.getLogger("org.ioproc");

  /** What these break first depends on how threads take turns. */
  private static final Set<String> VARYING = Set.of("OneArray", "OneFileChannel", "FillsLater");

  /** Not a temporary folder: Windows could not delete the files that procedures leave open. */
  private static final Path FOLDER = Path.of("target", "mistakes");

  @BeforeAll
  static void silenceTheLog() {
    LIBRARY.setLevel(Level.OFF);
  }

  @AfterAll
  static void restoreTheLog() {
    LIBRARY.setLevel(null);
  }

  static Stream<Arguments> mistakes() throws IOException {
    return all().stream()
        .filter(mistake -> mistake.breaks() != Promise.RELEASE)
        .map(mistake -> Arguments.of(mistake.name(), mistake));
  }

  private static List<Mistake> all() throws IOException {
    return new Mistakes(ContractFiles.create(FOLDER)).all();
  }

  @BeforeEach
  void restoreTheFiles() throws IOException {
    ContractFiles unused = ContractFiles.create(FOLDER);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void findsTheMistakeAndNothingElse(String name, Mistake mistake) throws IOException {
    List<BrokenPromise> broken = mistake.contract().run();
    assertThat(broken.stream().map(BrokenPromise::promise).toList())
        .containsExactly(mistake.breaks());
    requireListed(name, new MistakeTable(FOLDER).answer(broken.get(0)));
  }

  /** {@code -Dgolden.update=true} rewrites the page. A new mistake needs a second run. */
  private static void requireListed(String name, String answer) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      MistakeTable.write(name, answer);
    }
    if (!VARYING.contains(name)) {
      assertThat(MistakeTable.listed(name)).isEqualTo(answer);
    }
  }

  @Test
  @Tag("not-on-windows") // Windows does not list a process's open files.
  void findsFilesThatStayOpen() throws IOException {
    for (Mistake mistake : all()) {
      if (mistake.breaks() == Promise.RELEASE) {
        findsTheMistakeAndNothingElse(mistake.name(), mistake);
      }
    }
  }

  /** A promise whose check is never seen to fail may as well have none. */
  @Test
  void aMistakeBreaksEachPromise() throws IOException {
    Set<Promise> unbroken = EnumSet.allOf(Promise.class);
    all().forEach(mistake -> unbroken.remove(mistake.breaks()));
    assertThat(unbroken).isEmpty();
  }
}
