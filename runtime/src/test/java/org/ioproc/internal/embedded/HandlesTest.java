package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.ioproc.internal.transport.MmioInfo;
import org.junit.jupiter.api.Test;

/** A handle that is closed is not another file's for as long as can be. */
final class HandlesTest {

  private static final int MOST = 1 << 16;

  private final Handles handles = new Handles();
  private final Procedure procedure = new Procedure(0, MemProcedure.address(), Procedure::straight);
  private final OpenFile file = new OpenFile(procedure, MmioInfo.allocate(), null);

  /** The slot is in the lower 16 bits; no number of a use comes back before all slots are used. */
  @Test
  void everySlotIsUsedBeforeOneIsUsedAgain() {
    for (int round = 0; round < 3; round++) {
      Set<Long> slots = new HashSet<>();
      for (int i = 0; i < MOST; i++) {
        long handle = handles.add(file);
        assertThat(handle >> 16).isEqualTo(round + 1L);
        slots.add(handle & 0xFFFF);
        assertThat(handles.remove(handle)).isSameInstanceAs(file);
        assertThat(handles.find(handle)).isNull();
        assertThat(handles.remove(handle)).isNull();
      }
      assertThat(slots).hasSize(MOST);
    }
  }

  @Test
  void theOldestSlotIsUsedAgain() {
    OpenFile[] files = new OpenFile[MOST];
    for (int i = 0; i < MOST; i++) {
      files[i] = new OpenFile(procedure, MmioInfo.allocate(), null);
      assertThat(handles.add(files[i])).isNotEqualTo(0);
    }
    assertThat(handles.add(file)).isEqualTo(0);
    int[] released = {7, 65_535, 0, 300};
    for (int slot : released) {
      assertThat(handles.remove(files[slot].handle())).isSameInstanceAs(files[slot]);
    }
    for (int slot : released) {
      assertThat(handles.add(file) & 0xFFFF).isEqualTo(slot);
    }
    assertThat(handles.add(file)).isEqualTo(0);
  }
}
