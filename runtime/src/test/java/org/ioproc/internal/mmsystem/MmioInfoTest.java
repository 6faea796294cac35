package org.ioproc.internal.mmsystem;

import static com.google.common.truth.Truth.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ioproc.internal.transport.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests MMIOINFO's packed layout, as measured with a C compiler. */
class MmioInfoTest {

  private static final boolean WIDE = Transport.current().memory().pointerSize() == 8;

  static Stream<Arguments> fields() {
    return Stream.of(
        field("dwFlags", 0, 0, 4, (i, v) -> i.flags((int) (long) v), i -> (long) i.flags()),
        field(
            "fccIOProc", 4, 4, 4, (i, v) -> i.fccIoProc((int) (long) v), i -> (long) i.fccIoProc()),
        field("pIOProc", 8, 8, 8, MmioInfo::ioProc, MmioInfo::ioProc),
        field(
            "wErrorRet", 16, 12, 4, (i, v) -> i.errorRet((int) (long) v), i -> (long) i.errorRet()),
        field("htask", 20, 16, 8, MmioInfo::task, MmioInfo::task),
        field(
            "cchBuffer",
            28,
            20,
            4,
            (i, v) -> i.bufferLength((int) (long) v),
            i -> (long) i.bufferLength()),
        field("pchBuffer", 32, 24, 8, MmioInfo::buffer, MmioInfo::buffer),
        field("pchNext", 40, 28, 8, MmioInfo::next, MmioInfo::next),
        field("pchEndRead", 48, 32, 8, MmioInfo::endRead, MmioInfo::endRead),
        field("pchEndWrite", 56, 36, 8, MmioInfo::endWrite, MmioInfo::endWrite),
        field(
            "lBufOffset",
            64,
            40,
            4,
            (i, v) -> i.bufferOffset((int) (long) v),
            i -> (long) i.bufferOffset()),
        field(
            "lDiskOffset",
            68,
            44,
            4,
            (i, v) -> i.diskOffset((int) (long) v),
            i -> (long) i.diskOffset()),
        field("adwInfo[0]", 72, 48, 4, (i, v) -> i.info(0, (int) (long) v), i -> (long) i.info(0)),
        field("adwInfo[2]", 80, 56, 4, (i, v) -> i.info(2, (int) (long) v), i -> (long) i.info(2)),
        field("hmmio", 92, 68, 8, MmioInfo::handle, MmioInfo::handle));
  }

  private static Arguments field(
      String name,
      int wide,
      int narrow,
      int bytes,
      BiConsumer<MmioInfo, Long> set,
      Function<MmioInfo, Long> get) {
    return Arguments.of(name, WIDE ? wide : narrow, WIDE ? bytes : 4, set, get);
  }

  @ParameterizedTest(name = "{0} is at {1}")
  @MethodSource("fields")
  void aFieldIsWhereTheCompilerPlacesIt(
      String name,
      int offset,
      int bytes,
      BiConsumer<MmioInfo, Long> set,
      Function<MmioInfo, Long> get) {
    MmioInfo info = MmioInfo.allocate();
    ByteBuffer memory =
        Transport.current()
            .memory()
            .view(info.address(), MmioInfo.SIZE)
            .order(ByteOrder.LITTLE_ENDIAN);
    long value = bytes == 8 ? 0x7807_0605_0403_0201L : 0x7403_0201L;
    set.accept(info, value);
    assertThat(get.apply(info)).isEqualTo(value);
    for (int i = 0; i < MmioInfo.SIZE; i++) {
      boolean inside = i >= offset && i < offset + bytes;
      byte expected = inside ? (byte) (value >>> (8 * (i - offset))) : 0;
      assertThat(memory.get(i)).isEqualTo(expected);
    }
  }

  @Test
  void theSizeMatchesTheCompilers() {
    int size = MmioInfo.SIZE;
    assertThat(size).isEqualTo(WIDE ? 100 : 72);
  }
}
