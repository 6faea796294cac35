package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.ioproc.MmioError.INVALID_HANDLE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioMessage;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
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

  @ParameterizedTest
  @CsvSource({
    "DIRECT, read", "DIRECT, end", "DIRECT, write", "DIRECT, flushed write", "DIRECT, size",
    "NATIVE, read", "NATIVE, end", "NATIVE, write", "NATIVE, flushed write", "NATIVE, size"
  })
  void noHandlerIsCalledAfterItsFileIsClosed(Way way, String message) throws Exception {
    SelfClosingGlue glue = new SelfClosingGlue(message);
    Caller caller = new Caller(way, glue);
    glue.closing = () -> assertThat(caller.close()).isEqualTo(0);
    assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
    assertThat(glue.send(caller)).isEqualTo(-1);
    assertThat(glue.calls.subList(2, glue.calls.size())).containsExactly("close");
    assertThat(glue.openFiles()).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsClosedOnceIfItsHandlerClosesItAgain(Way way) throws Exception {
    SelfClosingGlue glue = new SelfClosingGlue("close");
    Caller caller = new Caller(way, glue);
    glue.closing = () -> assertThat(caller.close()).isEqualTo(INVALID_HANDLE.code());
    assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
    assertThat(caller.close()).isEqualTo(0);
    assertThat(glue.calls).containsExactly("open a.memo+b", "close");
    assertThat(glue.openFiles()).isEqualTo(0);
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

  /** The first handler of a message closes the file, and has not done all that was asked for. */
  private static final class SelfClosingGlue extends MemoryGlue {

    private final String message;
    private Runnable closing = () -> {};

    SelfClosingGlue(String message) {
      super(new MemoryFile("0123456789", 3));
      this.message = message;
    }

    long send(Caller caller) {
      ByteBuffer nine = ByteBuffer.allocateDirect(9);
      return switch (message) {
        case "read" -> caller.read(nine, 9);
        case "end" -> {
          caller.info.diskOffset(Integer.MAX_VALUE - 3);
          yield caller.read(nine, 9);
        }
        case "write" -> caller.write("123456789");
        case "flushed write" -> caller.write(MMIOM_WRITEFLUSH, "123");
        default -> caller.seek(0, 2);
      };
    }

    @Override
    protected int onRead(MemoryFile opened, ByteBuffer buffer, long position) throws Throwable {
      int read = super.onRead(opened, buffer, message.equals("end") ? 0 : position);
      closing.run();
      return read;
    }

    @Override
    protected int onWrite(MemoryFile opened, ByteBuffer buffer, long position) throws Throwable {
      int written = super.onWrite(opened, buffer, position);
      closing.run();
      return written;
    }

    @Override
    protected long onSize(MemoryFile opened) throws Throwable {
      long size = super.onSize(opened);
      closing.run();
      return size;
    }

    @Override
    protected void onClose(MemoryFile opened) throws Throwable {
      super.onClose(opened);
      if (message.equals("close")) {
        closing.run();
      }
    }
  }
}
