package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the handles with a map from handles to files. */
class HandlesTest {

  @ParameterizedTest
  @ValueSource(longs = {0xFFFF, 0xFFFF_FFFFL, 0xFFFF_FFF0L, 0x7FFF_FFF0L, 0x1234_5678L})
  void aHandleFindsItsFileAndNoOther(long start) throws Exception {
    Handles handles = new Handles(start);
    Map<Long, ManagedFile> open = new HashMap<>();
    List<Long> given = new ArrayList<>();
    Random random = new Random(start);
    for (int i = 0; i < 4000; i++) {
      int most = i / 500 % 2 == 0 ? 200 : 3; // Fills the table and empties it again.
      if (open.isEmpty() || random.nextInt(most) >= open.size()) {
        ManagedFile file = file();
        long handle = handles.add(file);
        assertThat(handle).isGreaterThan(0xFFFFL);
        assertThat(handle).isLessThan(1L << 32);
        assertThat(open.put(handle, file)).isNull();
        given.add(handle);
      } else {
        long handle = any(random, new ArrayList<>(open.keySet()));
        assertThat(handles.remove(handle)).isSameInstanceAs(open.remove(handle));
      }
      long stale = any(random, given);
      assertThat(handles.find(stale)).isSameInstanceAs(open.get(stale));
      for (long forged : List.of(0L, 1L, -1L, stale + (1L << 32), stale - (1L << 32))) {
        assertThat(handles.find(forged)).isNull();
        assertThat(handles.remove(forged)).isNull();
      }
    }
  }

  private static ManagedFile file() throws Exception {
    return ManagedFile.prepare(
        new Procedure(0, DosProcedure.address(), Procedure::direct), null, 0);
  }

  private static long any(Random random, List<Long> handles) {
    return handles.get(random.nextInt(handles.size()));
  }

  /** Opens more files than a counter of 16 bits could distinguish. */
  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void aClosedFilesHandleIsNotUsedAgain(int open) throws Exception {
    Handles handles = new Handles();
    ManagedFile file = file();
    long stale = handles.add(file);
    handles.remove(stale);
    for (int i = 0; i < open; i++) {
      assertThat(handles.add(file())).isNotEqualTo(stale);
    }
    ManagedFile another = file();
    for (int i = 0; i < 2_000_000; i++) {
      long handle = handles.add(another);
      if (handle == stale || handles.remove(handle) != another) {
        throw new AssertionError(handle + " after " + i + " openings");
      }
    }
    assertThat(handles.find(stale)).isNull();
  }
}
