package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;

import java.lang.ref.WeakReference;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.junit.jupiter.api.Test;

/** MMIOINFO and the owner of its memory stay reachable while a procedure runs. */
class StorageTest {

  private WeakReference<Object> owner = new WeakReference<>(null);
  private WeakReference<Object> info = new WeakReference<>(null);
  private boolean collects;

  @Test
  void theStructureAndItsOwnerStayReachable() {
    for (int i = 0; i < 2; i++) {
      collects = false;
      for (int call = 0; call < 10_000; call++) {
        assertThat(send()).isEqualTo(1);
      }
      collects = true;
      assertThat(send()).isEqualTo(1);
    }
  }

  private long send() {
    Object owned = new Object();
    MmioInfo structure = MmioInfo.allocate();
    owner = new WeakReference<>(owned);
    info = new WeakReference<>(structure);
    return new Storage((about, message, p1, p2) -> held(), structure, owned).send(0, 0, 0);
  }

  private long held() {
    if (!collects) {
      return 1;
    }
    System.gc();
    return owner.get() != null && info.get() != null ? 1 : 0;
  }
}
