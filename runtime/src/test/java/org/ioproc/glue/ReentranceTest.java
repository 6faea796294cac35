package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioMessage;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests handlers that use their own file on the same thread. */
class ReentranceTest {

  private final ByteBuffer memory = ByteBuffer.allocateDirect(4);
  private Mmio mmio = Mmio.newEmbedded();
  private MmioFile file;
  private Nested nested = () -> {};
  private boolean running;

  private interface Nested {
    void run() throws IOException;
  }

  @AfterEach
  void clearProperty() {
    System.clearProperty("org.ioproc.check");
  }

  /** The inner read fills the same memory from another position, without affecting the outer. */
  @ParameterizedTest
  @CsvSource({"DIRECT, false", "DIRECT, true", "NATIVE, false", "NATIVE, true"})
  void aNestedReadLeavesTheOuterReadAlone(CallPath path, boolean check) throws Exception {
    open(path, check);
    nested =
        () -> {
          file.position(6);
          assertThat(file.read(memory.clear())).isEqualTo(4);
          assertThat(memory.get(0)).isEqualTo((byte) '6');
        };
    assertThat(file.read(memory.duplicate())).isEqualTo(4);
    assertThat(memory.get(0)).isEqualTo((byte) '0');
    assertThat(memory.get(3)).isEqualTo((byte) '3');
    file.close();
  }

  @ParameterizedTest
  @EnumSource
  void aNestedMessageIsAnswered(CallPath path) throws Exception {
    open(path, true);
    nested = () -> assertThat(file.sendMessage(0x8001, 7, 0)).isEqualTo(8);
    assertThat(file.sendMessage(0x8001, 5, 0)).isEqualTo(6);
    file.close();
  }

  /** The message fails, and does not touch freed memory. */
  @ParameterizedTest
  @CsvSource({"DIRECT, read", "DIRECT, write", "NATIVE, read", "NATIVE, write"})
  void aHandlerMayCloseItsFile(CallPath path, String call) throws Exception {
    open(path, false);
    nested = () -> file.close();
    IOException failure = null;
    try {
      int unused = call.equals("read") ? file.read(memory) : file.write(memory);
    } catch (IOException expected) {
      failure = expected;
    }
    assertThat(failure).hasMessageThat().contains("was closed");
    assertThat(file.isOpen()).isFalse();
  }

  private void open(CallPath path, boolean check) throws IOException {
    if (check) {
      System.setProperty("org.ioproc.check", "true");
    }
    mmio = path.newManager();
    InstalledIoProc installed = mmio.install(new NestingGlue());
    file = mmio.open("a.memo+b", READ, WRITE);
    installed.close();
  }

  private final class NestingGlue extends MemoryGlue {

    NestingGlue() {
      super(new MemoryFile("0123456789", 3));
    }

    @Override
    protected boolean handles(int message) {
      return message == 0x8001;
    }

    @Override
    protected int onRead(MemoryFile opened, ByteBuffer buffer, long position) throws Throwable {
      nest();
      return super.onRead(opened, buffer, position);
    }

    @Override
    protected int onWrite(MemoryFile opened, ByteBuffer buffer, long position) throws Throwable {
      nest();
      return super.onWrite(opened, buffer, position);
    }

    @Override
    protected long onMessage(MemoryFile opened, MmioMessage message) throws IOException {
      nest();
      return message.lParam1() + 1;
    }

    private void nest() throws IOException {
      if (!running) {
        running = true;
        nested.run();
      }
    }
  }
}
