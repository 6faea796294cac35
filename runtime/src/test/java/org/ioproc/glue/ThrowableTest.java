package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLHandshakeException;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.OpenRequest;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.ioproc.support.LogRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each exception of a handler has its answer, and is logged once. */
class ThrowableTest {

  private final LogRecords log = new LogRecords();
  private final MemoryGlue glue = new MemoryGlue(new MemoryFile("0123456789", 3));

  @BeforeEach
  void listen() {
    log.open();
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  static Stream<Arguments> codes() {
    return Stream.of(
        Arguments.of(new MmioException(MmioError.NETWORK_ERROR, "away"), 270),
        Arguments.of(new NoSuchFileException("f"), 257),
        Arguments.of(new FileNotFoundException("f"), 257),
        Arguments.of(new InvalidPathException("f", "bad"), 257),
        Arguments.of(new FileSystemNotFoundException("f"), 257),
        Arguments.of(new UncheckedIOException(new NoSuchFileException("f")), 257),
        Arguments.of(new CompletionException(new NoSuchFileException("f")), 257),
        Arguments.of(new NotDirectoryException("f"), 267),
        Arguments.of(new FileSystemLoopException("f"), 267),
        Arguments.of(new DirectoryNotEmptyException("f"), 268),
        Arguments.of(new AccessDeniedException("f"), 268),
        Arguments.of(new FileAlreadyExistsException("f"), 268),
        Arguments.of(new ReadOnlyFileSystemException(), 268),
        Arguments.of(new NonReadableChannelException(), 268),
        Arguments.of(new NonWritableChannelException(), 268),
        Arguments.of(new SecurityException(), 268),
        Arguments.of(new OverlappingFileLockException(), 269),
        Arguments.of(new ConnectException(), 270),
        Arguments.of(new UnknownHostException(), 270),
        Arguments.of(new UnresolvedAddressException(), 270),
        Arguments.of(new SocketTimeoutException(), 270),
        Arguments.of(new SSLHandshakeException("f"), 270),
        Arguments.of(new DataFormatException(), 272),
        Arguments.of(new StreamCorruptedException(), 272),
        Arguments.of(new ZipException(), 272),
        Arguments.of(new EOFException(), 272),
        Arguments.of(new OutOfMemoryError(), 258),
        Arguments.of(new IOException("other"), 259),
        Arguments.of(new IllegalStateException(), 259),
        Arguments.of(new LinkageError(), 259),
        Arguments.of(new Throwable("neither"), 259));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void openReturnsTheMatchingCode(Throwable failure, int code) throws Exception {
    glue.failure = failure;
    for (Way way : Way.values()) {
      assertWithMessage("%s", way).that(new Caller(way, glue).open("a.memo+b", 0)).isEqualTo(code);
    }
    assertThat(log.records()).hasSize(Way.values().length);
    assertThat(log.records().get(0).getMessage()).contains("MMIOM_OPEN failed for \"a.memo+b\"");
    assertThat(LastFailure.take()).isSameInstanceAs(failure);
    assertThat(LastFailure.take()).isNull();
  }

  @ParameterizedTest
  @MethodSource("codes")
  @DisplayName("no message returns 0, which means success, if its handler fails")
  void everyOtherMessageFailsToo(Throwable failure, int code) throws Exception {
    Caller caller = new Caller(Way.NATIVE, glue);
    assertThat(caller.open("a.memo+b", MMIO_READWRITE)).isEqualTo(0);
    glue.failure = failure;
    assertThat(caller.read(1)).isEqualTo("-1");
    assertThat(caller.write("x")).isEqualTo(-1);
    assertThat(caller.write(MMIOM_WRITEFLUSH, "x")).isEqualTo(-1);
    assertThat(caller.seek(0, 2)).isEqualTo(-1);
    assertThat(caller.rename("a.memo+b", "a.memo+c")).isEqualTo(code);
    assertThat(caller.close()).isEqualTo(code == 259 ? 260 : code);
    assertThat(glue.openFiles()).isEqualTo(0);
    assertThat(log.records()).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource
  void aStackOverflowIsAnswered(Way way) throws Exception {
    Caller caller = new Caller(way, new RecursiveGlue());
    assertThat(caller.open("fail", 0)).isEqualTo(259);
    assertThat(caller.open("b", 0)).isEqualTo(0);
    assertThat(caller.read(1)).isEqualTo("-1");
    assertThat(caller.close()).isEqualTo(0);
    assertThat(log.records()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aNullFileIsRefused(Way way) throws Exception {
    MemoryGlue nothing =
        new MemoryGlue(null) {
          @Override
          public String toString() {
            return "returns null";
          }
        };
    assertThat(new Caller(way, nothing).open("a.memo+b", 0)).isEqualTo(259);
    assertThat(log.records().get(0).getLevel()).isEqualTo(Level.WARNING);
    assertThat(log.records().get(0).getThrown()).hasMessageThat().contains("returned null");
  }

  /** Glue that recurses until the stack is full. */
  private static final class RecursiveGlue extends FullGlue<String> {

    RecursiveGlue() {
      super("REC");
    }

    @Override
    protected String onOpen(OpenRequest request) {
      return request.rawName().equals("fail") ? String.valueOf(deeper(1)) : request.rawName();
    }

    @Override
    protected int onRead(String file, java.nio.ByteBuffer buffer, long position) {
      return (int) deeper(position);
    }

    private static long deeper(long level) {
      return level + deeper(level + 1);
    }
  }
}
