package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests Microsoft's table of messages row by row, with the results on success and on error. */
class MessageTableTest {

  private final MemoryGlue glue = new MemoryGlue(new MemoryFile("0123456789", 3));

  @ParameterizedTest
  @EnumSource
  @DisplayName("OPEN: file name; 0; on error an MMIOERR_ code")
  void open(Way way) throws Exception {
    Caller caller = new Caller(way, glue);

    assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
    assertThat(glue.calls).containsExactly("open a.memo+b");
    assertThat(caller.info.info(2)).isNotEqualTo(0);
    assertThat(caller.info.diskOffset()).isEqualTo(0);

    glue.failure = new NoSuchFileException("b");
    assertThat(new Caller(way, glue).open("a.memo+b", 0)).isEqualTo(257);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("OPEN with MMIO_DELETE: name of the element to delete; 0; on error an MMIOERR_ code")
  void delete(Way way) throws Exception {
    Caller caller = new Caller(way, glue);
    caller.info.info(2, 77);

    assertThat(caller.open("a.memo+b", MMIO_DELETE)).isEqualTo(0);
    assertThat(glue.calls).containsExactly("delete a.memo+b");
    assertThat(glue.openFiles()).isEqualTo(0);
    assertThat(caller.close()).isEqualTo(0);
    assertThat(glue.file.closes).isEqualTo(0);

    glue.failure = new NoSuchFileException("b");
    assertThat(caller.open("a.memo+b", MMIO_DELETE)).isEqualTo(257);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("READ: buffer, count; bytes read, 0 at end of file; on error -1")
  void read(Way way) throws Exception {
    Caller caller = opened(way);

    assertThat(caller.read(8)).isEqualTo("01234567");
    assertThat(caller.info.diskOffset()).isEqualTo(8);
    assertThat(caller.read(8)).isEqualTo("89");
    assertThat(caller.read(8)).isEqualTo("");

    glue.failure = new IllegalStateException("no");
    assertThat(caller.read(8)).isEqualTo("-1");
    assertThat(caller.info.diskOffset()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("WRITE: buffer, count; bytes written; on error -1")
  void write(Way way) throws Exception {
    Caller caller = opened(way);

    assertThat(caller.write("abcd")).isEqualTo(4);
    assertThat(caller.info.diskOffset()).isEqualTo(4);
    assertThat(caller.seek(0, 2)).isEqualTo(10);
    assertThat(caller.write("efgh")).isEqualTo(4);
    assertThat(glue.file.toString()).isEqualTo("abcd456789efgh");
    assertThat(glue.file.flushes).isEqualTo(0);

    glue.failure = new IllegalStateException("no");
    assertThat(caller.write("x")).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("WRITEFLUSH: buffer, count; bytes written; on error -1")
  void writeFlush(Way way) throws Exception {
    Caller caller = opened(way);

    assertThat(caller.write(MMIOM_WRITEFLUSH, "abcd")).isEqualTo(4);
    assertThat(glue.file.toString()).isEqualTo("abcd456789");
    assertThat(glue.file.flushes).isEqualTo(1);
    assertThat(caller.write(MMIOM_WRITEFLUSH, "")).isEqualTo(0);
    assertThat(glue.file.flushes).isEqualTo(2);

    glue.failure = new IllegalStateException("no");
    assertThat(caller.write(MMIOM_WRITEFLUSH, "")).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("SEEK: offset, origin; new position; on error -1")
  void seek(Way way) throws Exception {
    Caller caller = opened(way);

    assertThat(caller.seek(4, 0)).isEqualTo(4);
    assertThat(caller.seek(-1, 1)).isEqualTo(3);
    assertThat(caller.seek(2, 1)).isEqualTo(5);
    assertThat(caller.seek(3, 2)).isEqualTo(7);
    assertThat(caller.seek(-3, 2)).isEqualTo(7);
    assertThat(caller.seek(Integer.MAX_VALUE, 0)).isEqualTo(Integer.MAX_VALUE);
    assertThat(caller.read(1)).isEqualTo("");
    assertThat(caller.seek(0, 0)).isEqualTo(0);

    assertThat(caller.seek(-1, 0)).isEqualTo(-1);
    assertThat(caller.seek(-1, 1)).isEqualTo(-1);
    assertThat(caller.seek(11, 2)).isEqualTo(-1);
    assertThat(caller.seek(1L << 31, 0)).isEqualTo(-1);
    assertThat(caller.seek(Caller.smallestParameter(), 2)).isEqualTo(-1);
    assertThat(caller.seek(0, 3)).isEqualTo(-1);
    glue.failure = new IllegalStateException("no");
    assertThat(caller.seek(0, 2)).isEqualTo(-1);
    assertThat(caller.info.diskOffset()).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("CLOSE: flags; 0; on error an MMIOERR_ code")
  void close(Way way) throws Exception {
    Caller caller = opened(way);
    assertThat(glue.openFiles()).isEqualTo(1);
    assertThat(caller.close()).isEqualTo(0);
    assertThat(glue.file.closes).isEqualTo(1);

    Caller another = opened(way);
    glue.failure = new IllegalStateException("no");
    assertThat(another.close()).isEqualTo(260);
    assertThat(glue.openFiles()).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("RENAME: old name, new name, no MMIOINFO; 0; MMIOERR_FILENOTFOUND if missing")
  void rename(Way way) throws Exception {
    Caller caller = new Caller(way, glue);

    assertThat(caller.rename("a.memo+b", "a.memo+c")).isEqualTo(0);
    assertThat(glue.calls).containsExactly("rename a.memo+b a.memo+c");

    glue.failure = new NoSuchFileException("b");
    assertThat(caller.rename("a.memo+b", "a.memo+c")).isEqualTo(257);
    assertThat(caller.rename("b", "a.memo+c")).isEqualTo(257);
    assertThat(caller.sendWithoutInfo(MMIOM_RENAME, 0, 0)).isNotEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("MMIOM_USER and above, or an undefined number: 0 without a handler")
  void unknownMessages(Way way) throws Exception {
    Caller caller = opened(way);

    assertThat(caller.send(MMIOM_USER, 1, 2)).isEqualTo(0);
    assertThat(caller.send(0x7FFF, 1, 2)).isEqualTo(0);
    assertThat(caller.send(-1, 1, 2)).isEqualTo(0);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a message that mmio defines fails if it has no handler")
  void missingHandlers(Way way) throws Exception {
    Caller caller = new Caller(way, new OpeningGlue());

    assertThat(caller.open("a+b", 0)).isEqualTo(0);
    assertThat(caller.read(1)).isEqualTo("-1");
    assertThat(caller.write("x")).isEqualTo(-1);
    assertThat(caller.write(MMIOM_WRITEFLUSH, "x")).isEqualTo(-1);
    assertThat(caller.seek(0, 2)).isEqualTo(-1);
    assertThat(caller.seek(5, 0)).isEqualTo(5);
    assertThat(caller.close()).isEqualTo(0);
    assertThat(caller.rename("a+b", "a+c")).isEqualTo(268);
    assertThat(caller.open("a+b", MMIO_DELETE)).isEqualTo(268);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("every message refuses invalid counts, pointers and files")
  void invalidMessages(Way way) throws Exception {
    Caller caller = opened(way);
    ByteBuffer buffer = ByteBuffer.allocateDirect(4);

    assertThat(caller.read(buffer, -1)).isEqualTo(-1);
    assertThat(caller.read(buffer, 1L << 31)).isEqualTo(-1);
    assertThat(caller.send(MMIOM_READ, 0, 0)).isEqualTo(0);
    assertThat(caller.send(MMIOM_READ, 0, 1)).isEqualTo(-1);
    assertThat(caller.send(MMIOM_WRITE, 0, -1)).isEqualTo(-1);
    assertThat(caller.send(MMIOM_WRITE, 0, 0)).isEqualTo(0);
    assertThat(caller.send(MMIOM_WRITE, 0, 1)).isEqualTo(-1);
    caller.info.diskOffset(-5);
    assertThat(caller.read(1)).isEqualTo("-1");
    assertThat(caller.write("x")).isEqualTo(-1);
    assertThat(caller.seek(1, 1)).isEqualTo(-1);
    caller.info.diskOffset(0);

    for (int message = 0; message <= MMIOM_WRITEFLUSH; message++) {
      assertThat(caller.sendWithoutInfo(message, 0, 0)).isIn(java.util.List.of(-1L, 11L));
    }
    assertThat(caller.close()).isEqualTo(0);
    assertThat(caller.read(1)).isEqualTo("-1");
    assertThat(caller.write("x")).isEqualTo(-1);
    assertThat(caller.seek(0, 0)).isEqualTo(-1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a token that is 0, stale or forged finds no file")
  void tokens(Way way) throws Exception {
    Caller closed = opened(way);
    int stale = closed.info.info(2);
    assertThat(closed.close()).isEqualTo(0);
    Caller open = opened(way);

    for (int token : new int[] {0, stale, 1, -1, Integer.MIN_VALUE, open.info.info(2) + 65536}) {
      closed.info.info(2, token);
      assertThat(closed.read(1)).isEqualTo("-1");
    }
    closed.info.info(2, stale);
    assertThat(closed.close()).isEqualTo(5);
    assertThat(open.read(2)).isEqualTo("01");
  }

  private Caller opened(Way way) throws Exception {
    Caller caller = new Caller(way, glue);
    assertThat(caller.open("a.memo+b", MMIO_READWRITE)).isEqualTo(0);
    glue.calls.clear();
    return caller;
  }

  /** Glue of a procedure whose only handler opens files. */
  private static final class OpeningGlue extends IoProcGlue<String> {

    OpeningGlue() {
      super("OPEN");
    }

    @Override
    protected long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
        throws Throwable {
      return switch (message) {
        case MMIOM_OPEN -> open(lpmmioinfo, lParam1);
        case MMIOM_SEEK -> seek(lpmmioinfo, lParam1, lParam2);
        case MMIOM_CLOSE -> close(lpmmioinfo);
        default -> unhandled(message);
      };
    }

    @Override
    protected String onOpen(org.ioproc.OpenRequest request) {
      return request.rawName();
    }
  }
}
