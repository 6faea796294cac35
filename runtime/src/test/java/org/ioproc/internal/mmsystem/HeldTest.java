package org.ioproc.internal.mmsystem;

import static com.google.common.truth.Truth.assertThat;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.ioproc.internal.transport.Held;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that memory stays allocated until a call that knows only its address returns. */
class HeldTest {

  private WeakReference<Object> lent = new WeakReference<>(null);

  interface Way {
    long call(HeldTest test, LongUnaryOperator call);
  }

  static Stream<Way> ways() {
    return Stream.of(
        (test, call) -> Held.call(test.watched(ByteBuffer.allocateDirect(8)), call),
        (test, call) -> MmioInfo.call(test.watched(MmioInfo.allocate()), call),
        (test, call) ->
            new Held(test.watched(ByteBuffer.allocateDirect(8)))
                .transfer(
                    (target, handle, at, count) -> (int) target.applyAsLong(at), call, 0, 0, 8));
  }

  /** Interpreted code may keep objects alive that compiled code does not. */
  @ParameterizedTest
  @MethodSource("ways")
  void memoryIsHeldDuringTheCall(Way way) {
    for (int i = 0; i < 2; i++) {
      for (int call = 0; call < 10_000; call++) {
        assertThat(way.call(this, address -> 1)).isEqualTo(1);
      }
      assertThat(way.call(this, address -> collect() ? 1 : 0)).isEqualTo(1);
    }
    assertThat(collect()).isFalse();
  }

  private <T> T watched(T memory) {
    lent = new WeakReference<>(memory);
    return memory;
  }

  /** Returns whether the memory is still allocated after a collection. */
  private boolean collect() {
    System.gc();
    return lent.get() != null;
  }
}
