package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.TracedMessage;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.SeekOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests what a traced message says about its file, its times and its failure. */
@ParameterizedClass
@EnumSource(CallPath.class)
final class ObservedMessageTest {

  private final Mmio mmio;
  private final List<TracedMessage> traced = new ArrayList<>();
  private final MemoryGlue glue = new MemoryGlue(new MemoryFile("0123456789", 100));

  ObservedMessageTest(CallPath callPath) {
    mmio = callPath.newManager();
  }

  private InstalledIoProc install() throws MmioException {
    InstalledIoProc installed = mmio.install(glue);
    installed.trace(traced::add);
    return installed;
  }

  @Test
  void positionsFollowTheFile() throws Exception {
    try (InstalledIoProc installed = install();
        MmioFile file = mmio.open("a.memo+b", READ, WRITE)) {
      assertThat(installed.openFiles()).isEqualTo(1);
      file.read(ByteBuffer.allocateDirect(4));
      file.seek(8, SeekOrigin.START);
      file.write(ByteBuffer.allocateDirect(5));
      file.seek(-3, SeekOrigin.CURRENT);
      assertThrows(MmioException.class, () -> file.seek(-3, SeekOrigin.START));
    }
    assertThat(traced.stream().map(ObservedMessageTest::movement))
        .containsExactly(
            "MMIOM_OPEN -1 0",
            "MMIOM_READ 0 4",
            "MMIOM_SEEK 4 8",
            "MMIOM_WRITE 8 13",
            "MMIOM_SEEK 13 10",
            "MMIOM_SEEK 10 10",
            "MMIOM_CLOSE 10 10")
        .inOrder();
    assertThat(traced.stream().map(TracedMessage::count))
        .containsExactly(0L, 4L, 0L, 5L, 0L, 0L, 0L);
  }

  private static String movement(TracedMessage message) {
    return message.symbol() + " " + message.position() + " " + message.positionAfter();
  }

  @Test
  void eachOpenFileHasANumber() throws Exception {
    try (InstalledIoProc installed = install();
        MmioFile one = mmio.open("a.memo+b");
        MmioFile two = mmio.open("a.memo+b")) {
      one.seek(1, SeekOrigin.START);
      two.seek(1, SeekOrigin.START);
      assertThat(mmio.exists("a.memo+b")).isTrue();
      mmio.delete("a.memo+b");
      assertThat(installed.openFiles()).isEqualTo(2);
    }
    long first = traced.get(0).number();
    assertThat(first).isGreaterThan(0);
    long second = traced.get(1).number();
    assertThat(second).isGreaterThan(first);
    assertThat(traced.stream().map(TracedMessage::number).toList())
        .containsExactly(first, second, first, second, 0L, 0L, 0L, second, first)
        .inOrder();
  }

  @Test
  void aFileThatWasOpenedBeforeHasANumber() throws Exception {
    try (InstalledIoProc installed = mmio.install(glue);
        MmioFile file = mmio.open("a.memo+b")) {
      file.seek(1, SeekOrigin.START);
      installed.trace(traced::add);
      file.seek(2, SeekOrigin.START);
    }
    assertThat(traced.get(0).number()).isGreaterThan(0);
    assertThat(movement(traced.get(0))).isEqualTo("MMIOM_SEEK 1 2");
    assertThat(traced.get(1).number()).isEqualTo(traced.get(0).number());
  }

  @Test
  void failuresAreDescribed() throws Exception {
    try (InstalledIoProc installed = install()) {
      MmioFile file = mmio.open("a.memo+b", READ, WRITE);
      glue.failure = new IOException("disk\non fire");
      assertThrows(MmioException.class, () -> file.read(ByteBuffer.allocateDirect(4)));
      assertThrows(MmioException.class, file::close);
      assertThrows(MmioException.class, () -> mmio.open("a.memo+c"));
      assertThrows(MmioException.class, () -> mmio.rename("a.memo+c", "a.memo+d"));
      assertThat(installed.openFiles()).isEqualTo(0);
    }
    assertThat(traced.get(0).failure()).isNull();
    assertThat(traced).hasSize(5);
    for (TracedMessage message : traced.subList(1, 5)) {
      assertThat(message.failure()).isEqualTo("java.io.IOException: disk\\u000aon fire");
      assertThat(message.positionAfter()).isEqualTo(message.position());
    }
    assertThat(traced.get(1).position()).isEqualTo(0);
    assertThat(traced.get(2).number()).isEqualTo(traced.get(0).number());
    assertThat(traced.get(3).number()).isEqualTo(0);
  }

  @Test
  void anEarlierFailureIsNotRepeated() throws Exception {
    try (InstalledIoProc installed = install()) {
      glue.failure = new IOException("disk");
      assertThrows(MmioException.class, () -> mmio.open("a.memo+c"));
      glue.failure = null;
      mmio.open("a.memo+b").close();
      assertThat(installed.openFiles()).isEqualTo(0);
    }
    assertThat(traced.get(1).failure()).isNull();
    assertThat(traced.get(2).failure()).isNull();
  }

  @Test
  void timesAreThoseOfTheMessage() throws Exception {
    long before = System.nanoTime();
    try (InstalledIoProc installed = install()) {
      mmio.open("a.memo+b").close();
      assertThat(installed.openFiles()).isEqualTo(0);
    }
    long after = System.nanoTime();
    TracedMessage open = traced.get(0);
    TracedMessage close = traced.get(1);
    assertThat(open.begin() - before).isAtLeast(0);
    assertThat(open.duration()).isAtLeast(0);
    assertThat(close.begin() - (open.begin() + open.duration())).isAtLeast(0);
    assertThat(after - (close.begin() + close.duration())).isAtLeast(0);
  }
}
