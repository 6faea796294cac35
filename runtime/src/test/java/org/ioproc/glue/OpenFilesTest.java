package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.ioproc.MmioException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the table of open files with a map from tokens to files. */
@Tag("any-java") // It takes long, and is the same over each transport.
class OpenFilesTest {

  @ParameterizedTest
  @ValueSource(ints = {0, -1, -2, -1000, 0x7FFF_FF00, 0xFFFF_0000, 0x1234_5678})
  void aTokenFindsItsFileAndNoOther(int start) throws Exception {
    OpenFiles<String> files = new OpenFiles<>(start);
    Map<Integer, OpenFile<String>> open = new HashMap<>();
    List<Integer> tokens = new ArrayList<>();
    Random random = new Random(start);
    for (int i = 0; i < 20_000; i++) {
      int most = i / 2000 % 2 == 0 ? 300 : 3; // Fills up and empties again.
      if (open.isEmpty() || random.nextInt(most) >= open.size()) {
        OpenFile<String> file = files.add("f" + i, "f" + i);
        assertThat(file.token()).isNotEqualTo(0);
        assertThat(open.put(file.token(), file)).isNull();
        tokens.add(file.token());
      } else {
        OpenFile<String> file = open.remove(any(random, new ArrayList<>(open.keySet())));
        files.remove(file);
        assertThrows(MmioException.class, file::requireOpen);
      }
      assertThat(files.size()).isEqualTo(open.size());
      for (int token : List.of(any(random, tokens), any(random, tokens) + 1, random.nextInt(), 0)) {
        assertThat(files.find(token)).isSameInstanceAs(open.get(token));
      }
    }
    for (int token : tokens) {
      assertThat(files.find(token)).isSameInstanceAs(open.get(token));
    }
  }

  private static int any(Random random, List<Integer> tokens) {
    return tokens.get(random.nextInt(tokens.size()));
  }

  /** There are 2^32 numbers. If each opening takes fewer than two, 2^31 openings reuse none. */
  @ParameterizedTest
  @ValueSource(ints = {0, 7, 8, 1000, 16_383, 40_000, 65_535})
  void anOpeningTakesFewerThanTwoNumbers(int open) throws Exception {
    OpenFiles<String> files = new OpenFiles<>(-100_000);
    for (int i = 0; i < open; i++) {
      files.add("kept", "kept");
    }
    int first = OpenFiles.number(openAndClose(files));
    int openings = 600_000;
    int last = first;
    for (int i = 0; i < openings; i++) {
      last = OpenFiles.number(openAndClose(files));
    }
    assertThat(last - first).isAtLeast(openings);
    assertThat(last - first).isLessThan(openings / 2 * 3);
  }

  @Test
  void closedFilesStayUnknownForMillionsOfOpenings() throws Exception {
    OpenFiles<String> files = new OpenFiles<>();
    Set<Integer> stale = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      stale.add(openAndClose(files));
    }
    for (int i = 0; i < 3_000_000; i++) {
      assertNotIn(stale, openAndClose(files));
    }
    for (int token : stale) {
      assertThat(files.find(token)).isNull();
    }
  }

  private static void assertNotIn(Set<Integer> stale, int token) {
    if (stale.contains(token)) {
      throw new AssertionError(token + " was reused");
    }
  }

  private static int openAndClose(OpenFiles<String> files) throws Exception {
    OpenFile<String> file = files.add("f", "f");
    files.remove(file);
    return file.token();
  }

  /** A changed token finds another file with a chance of only one in millions. */
  @Test
  void aChangedTokenFindsNoFile() throws Exception {
    OpenFiles<String> files = new OpenFiles<>(1);
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      tokens.add(files.add("f", "f").token());
    }
    for (int token : tokens) {
      for (int bit = 1; bit != 0; bit <<= 1) {
        assertThat(files.find(token ^ bit)).isNull();
        assertThat(files.find(token + bit)).isNull();
      }
    }
  }
}
