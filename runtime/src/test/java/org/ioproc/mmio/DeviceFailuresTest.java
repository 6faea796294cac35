package org.ioproc.mmio;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.mmio.OrdinaryFailuresTest.assertText;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.MmioOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Failures of Linux devices have the system's text, and its exception as the cause. */
@ParameterizedClass
@EnumSource(CallPath.class)
@Tag("not-on-windows") // Windows has no such files.
final class DeviceFailuresTest {

  private final Mmio mmio;

  DeviceFailuresTest(CallPath callPath) {
    this.mmio = callPath.newManager();
  }

  /** A full disk, and memory that is not mapped. */
  @ParameterizedTest
  @CsvSource({"/dev/full, No space left on device", "/proc/self/mem, Input/output error"})
  void aFailedWriteHasTheSystemsText(String device, String words) throws IOException {
    assumeTrue(Files.exists(Path.of(device)) && Files.size(Path.of(device)) == 0);
    try (MmioFile opened = mmio.open(device, WRITE)) {
      assertText(
          () -> opened.write(ByteBuffer.allocate(5)),
          "cannot write 5 bytes (0 were written) to \""
              + device
              + "\": "
              + words
              + " (MMIOERR_CANNOTWRITE)",
          IOException.class);
    }
    MmioFile buffered = mmio.open(device, WRITE, MmioOption.BUFFERED);
    buffered.write(ByteBuffer.allocate(5));
    assertText(
        buffered.buffer()::flush,
        "cannot write out \"" + device + "\": " + words + " (MMIOERR_CANNOTWRITE)",
        IOException.class);
    assertText(
        buffered::close,
        "cannot close \"" + device + "\": " + words + " (MMIOERR_CANNOTWRITE)",
        IOException.class);
  }

  @Test
  void aFailedReadHasTheSystemsText() throws IOException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/mem")));
    try (MmioFile opened = mmio.open("/proc/self/mem")) {
      assertText(
          () -> opened.read(ByteBuffer.allocate(1)),
          "cannot read \"/proc/self/mem\": Input/output error (MMIOERR_CANNOTREAD)",
          IOException.class);
    }
  }
}
