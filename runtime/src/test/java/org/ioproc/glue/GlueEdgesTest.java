package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_WRITE;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import org.ioproc.MmioMessage;
import org.ioproc.OpenRequest;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.transport.Transport;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.ioproc.support.LogRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests glue in rare situations. */
class GlueEdgesTest {

  private final MemoryGlue glue = new MemoryGlue(new MemoryFile("0123456789", 3));

  @ParameterizedTest
  @EnumSource
  void anApplicationsMessageReachesItsHandler(Way way) throws Exception {
    Caller caller = new Caller(way, new MessageGlue());
    ByteBuffer memory = ByteBuffer.allocateDirect(8).putInt(4, 0x05000000);
    long address = Transport.current().memory().address(memory);

    assertThat(caller.send(0x8001, address, address + 4)).isEqualTo(-1);
    assertThat(caller.open("a+b", 0)).isEqualTo(0);
    assertThat(caller.send(0x8001, address, address + 4)).isEqualTo(0x8001 + 5);
    assertThat(memory.get(0)).isEqualTo((byte) 7);
    assertThat(caller.send(0x8001, 0, address)).isEqualTo(-1);
    assertThat(caller.send(0x8002, 0, 0)).isEqualTo(0);
    assertThat(caller.close()).isEqualTo(0);
    assertThat(caller.send(0x8001, address, address)).isEqualTo(-1);
    Reference.reachabilityFence(memory);
  }

  /** A program that sends NULL must not flood the log. */
  @Test
  void aNullBufferIsTheProgramsMistake() throws Exception {
    LogRecords log = new LogRecords();
    log.open(Level.INFO);
    try {
      Caller caller = new Caller(Way.DIRECT, new MessageGlue());
      assertThat(caller.open("a+b", 0)).isEqualTo(0);
      assertThat(caller.send(0x8001, 0, 1)).isEqualTo(-1);
      assertThat(log.records()).isEmpty();
      assertThat(LastFailure.take()).hasMessageThat().contains("4 bytes; the pointer is NULL");
    } finally {
      log.close();
    }
  }

  /** With {@code -Dorg.ioproc.check=true} programs see no difference. */
  @Test
  void checkedBuffersReachTheProgram() throws Exception {
    System.setProperty("org.ioproc.check", "true");
    try {
      Caller caller = opened();
      assertThat(caller.read(8)).isEqualTo("01234567");
      assertThat(caller.write("abcd")).isEqualTo(4);
      assertThat(glue.file.toString()).isEqualTo("01234567abcd");
      assertThat(caller.close()).isEqualTo(0);
    } finally {
      System.clearProperty("org.ioproc.check");
    }
  }

  @Test
  void theNextMessageReportsAHandlerThatKeepsItsBuffer() throws Exception {
    System.setProperty("org.ioproc.check", "true");
    try {
      KeepingGlue keeping = new KeepingGlue();
      Caller caller = new Caller(Way.DIRECT, keeping);
      assertThat(caller.open("a+b", 0)).isEqualTo(0);
      assertThat(caller.read(4)).isEqualTo("\0");
      assertThat(keeping.kept.get(0)).isEqualTo((byte) 0xDB);
      keeping.kept.put(0, (byte) 1);
      assertThat(caller.close()).isEqualTo(260);
      assertThat(LastFailure.take()).hasMessageThat().contains("valid only during its call");
    } finally {
      System.clearProperty("org.ioproc.check");
    }
  }

  @Test
  void oneFileTooManyIsClosedAgain() throws Exception {
    Caller caller = new Caller(Way.DIRECT, glue);
    for (int i = 0; i < 65_536; i++) {
      assertThat(caller.open("a+b", 0)).isEqualTo(0);
    }
    assertThat(caller.open("a+b", 0)).isEqualTo(271);
    assertThat(glue.file.closes).isEqualTo(1);
    glue.failure = new IllegalStateException("cannot close either");
    assertThat(caller.open("a+b", 0)).isNotEqualTo(0);
  }

  @Test
  void deletionsAndExistenceTestsLeaveNoToken() throws Exception {
    Caller caller = new Caller(Way.DIRECT, glue);
    for (int flags : new int[] {MMIO_DELETE, MMIO_EXIST}) {
      caller.info.info(2, 77);
      assertThat(caller.open("a+b", flags)).isEqualTo(0);
      assertThat(caller.info.info(2)).isEqualTo(0);
    }
    assertThat(glue.calls).containsExactly("delete a+b", "open a+b", "close").inOrder();
  }

  @Test
  void aDisarmedProcedureServesOpenFilesOnly() throws Exception {
    Caller caller = opened();
    glue.disarm();
    assertThat(new Caller(Way.DIRECT, glue).open("a+b", 0)).isEqualTo(259);
    assertThat(caller.rename("a+b", "a+c")).isEqualTo(268);
    assertThat(caller.read(2)).isEqualTo("01");
    assertThat(caller.close()).isEqualTo(0);
  }

  @Test
  void flushingForcesAFileChannel(@TempDir Path folder) throws Exception {
    try (FileChannel file =
            FileChannel.open(
                folder.resolve("f"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ForcedChannel channel = new ForcedChannel(file)) {
      Caller caller = new Caller(Way.DIRECT, new OpenerGlue("GIVE", request -> channel));
      assertThat(caller.open("a+b", MMIO_WRITE)).isEqualTo(0);
      assertThat(caller.write("abcd")).isEqualTo(4);
      assertThat(channel.forced).isEqualTo(0);
      assertThat(caller.write(MMIOM_WRITEFLUSH, "ef")).isEqualTo(2);
      assertThat(channel.forced).isEqualTo(1);
      assertThat(file.size()).isEqualTo(6);
    }
  }

  private Caller opened() throws Exception {
    Caller caller = new Caller(Way.DIRECT, glue);
    assertThat(caller.open("a+b", MMIO_READWRITE)).isEqualTo(0);
    return caller;
  }

  /** Glue of a procedure with {@code @OnMessage(0x8001)}. */
  private static final class MessageGlue extends FullGlue<String> {

    MessageGlue() {
      super("MESS");
    }

    @Override
    protected boolean handles(int message) {
      return message == 0x8001;
    }

    @Override
    protected String onOpen(OpenRequest request) {
      return request.rawName();
    }

    @Override
    protected long onMessage(String file, MmioMessage message) {
      message.memory1(4).putInt(0, 7);
      return (long) message.number() + message.memory2(4).getInt(0) + file.length() - 3;
    }
  }

  private static final class KeepingGlue extends MemoryGlue {
    ByteBuffer kept = ByteBuffer.allocate(0);

    KeepingGlue() {
      super(new MemoryFile("", 1));
    }

    @Override
    protected int onRead(MemoryFile opened, ByteBuffer buffer, long position) {
      kept = buffer;
      return position > 0 ? -1 : buffer.put((byte) 0).position();
    }
  }
}
