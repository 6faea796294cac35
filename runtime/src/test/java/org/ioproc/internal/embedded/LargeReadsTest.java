package org.ioproc.internal.embedded;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Held;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that requests as many bytes as possible gets all bytes of a small file. */
class LargeReadsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "false, 0, 2147483647",
    "true, 0, 2147483647",
    "false, 0, 2147483640",
    "true, 0, 2147483640",
    "false, 0, 2147483639",
    "true, 0, 2147483639",
    "false, " + MMIO_ALLOCBUF + ", 2147483647",
    "true, " + MMIO_ALLOCBUF + ", 2147483647",
    "false, " + MMIO_ALLOCBUF + ", 2147483640",
    "true, " + MMIO_ALLOCBUF + ", 2147483640"
  })
  @Tag("not-on-windows") // Windows checks all the memory that it may fill.
  void aSmallFileIsReadCompletely(boolean viaNative, int flags, int count) throws IOException {
    Path path = Files.writeString(folder.resolve("file"), "0123456789");
    MmioFunctions mmio = viaNative ? EmbeddedMmio.viaNative() : EmbeddedMmio.direct();
    ByteBuffer name = AnsiText.encode(path.toString());
    long file = mmio.mmioOpen(name, null, flags);
    ByteBuffer target = ByteBuffer.allocateDirect(10);
    assertThat(Held.call(target, address -> mmio.mmioRead(file, address, count))).isEqualTo(10);
    assertThat(target.get(9)).isEqualTo((byte) '9');
    assertThat(mmio.mmioClose(file, 0)).isEqualTo(0);
  }
}
