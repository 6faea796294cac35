package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_RWMODE;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.ioproc.support.LogRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests how answers, lost data and faults are logged. */
class LoggingTest {

  private static final List<Integer> NAMED = List.of(MMIOM_OPEN, MMIOM_RENAME);
  private static final List<Integer> DATA =
      List.of(MMIOM_READ, MMIOM_WRITE, MMIOM_WRITEFLUSH, MMIOM_SEEK, MMIOM_CLOSE);

  private final LogRecords log = new LogRecords();
  private final MemoryGlue glue = new MemoryGlue(new MemoryFile("0123456789", 3));

  @AfterEach
  void stopListening() {
    log.close();
  }

  static Stream<Arguments> kinds() {
    NoSuchFileException missing = new NoSuchFileException("f");
    return Stream.of(
        // The failure; its level when opening; its level for data; whether its trace is logged.
        Arguments.of(missing, Level.FINE, Level.WARNING, false),
        Arguments.of(new IOException("disk"), Level.FINE, Level.WARNING, false),
        Arguments.of(new EOFException(), Level.FINE, Level.WARNING, false),
        Arguments.of(new UncheckedIOException(missing), Level.FINE, Level.WARNING, false),
        Arguments.of(new CompletionException(missing), Level.FINE, Level.WARNING, false),
        Arguments.of(new ExecutionException(missing), Level.FINE, Level.WARNING, false),
        Arguments.of(new InvalidPathException("f", "bad"), Level.FINE, Level.WARNING, false),
        Arguments.of(mmio(MmioError.CANNOT_READ), Level.FINE, Level.WARNING, false),
        Arguments.of(mmio(MmioError.ACCESS_DENIED), Level.FINE, Level.FINE, false),
        Arguments.of(mmio(MmioError.INVALID_HANDLE), Level.FINE, Level.FINE, false),
        Arguments.of(new NonReadableChannelException(), Level.FINE, Level.FINE, false),
        Arguments.of(new NonWritableChannelException(), Level.FINE, Level.FINE, false),
        Arguments.of(new IllegalStateException("bug"), Level.WARNING, Level.WARNING, true),
        Arguments.of(new NullPointerException(), Level.WARNING, Level.WARNING, true),
        Arguments.of(new Exception("neither"), Level.WARNING, Level.WARNING, true),
        Arguments.of(new OutOfMemoryError(), Level.SEVERE, Level.SEVERE, true),
        Arguments.of(new ExceptionInInitializerError(missing), Level.SEVERE, Level.SEVERE, true),
        Arguments.of(
            new CompletionException(new StackOverflowError()), Level.SEVERE, Level.SEVERE, true));
  }

  private static MmioException mmio(MmioError error) {
    return new MmioException(error, "text");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindHasItsLevel(Throwable failure, Level named, Level data, boolean withTrace)
      throws Exception {
    log.open(Level.FINE);
    for (int message : NAMED) {
      assertRecord(fail(message, failure), named, withTrace ? failure : null);
    }
    for (int message : DATA) {
      assertRecord(fail(message, failure), data, withTrace ? failure : null);
    }
  }

  private static void assertRecord(LogRecord record, Level level, Throwable thrown) {
    assertWithMessage(record.getMessage()).that(record.getLevel()).isEqualTo(level);
    assertWithMessage(record.getMessage()).that(record.getThrown()).isSameInstanceAs(thrown);
    assertThat(record.getMessage()).doesNotContain("\n");
  }

  /** Returns the record that is logged when the handler of a message fails. */
  private LogRecord fail(int message, Throwable failure) throws Exception {
    glue.failure = null;
    Caller caller = new Caller(Way.DIRECT, glue);
    if (DATA.contains(message)) {
      assertThat(caller.open("a.memo+b", MMIO_READWRITE)).isEqualTo(0);
    }
    glue.failure = failure;
    int before = log.records().size();
    long result =
        switch (message) {
          case MMIOM_OPEN -> caller.open("a.memo+b", 0);
          case MMIOM_RENAME -> caller.rename("a.memo+b", "a.memo+c");
          case MMIOM_READ -> caller.read(ByteBuffer.allocateDirect(1), 1);
          case MMIOM_SEEK -> caller.seek(0, 2);
          case MMIOM_CLOSE -> caller.close();
          default -> caller.write(message, "x");
        };
    assertThat(result).isNotEqualTo(0);
    assertThat(log.records()).hasSize(before + 1);
    return log.records().get(before);
  }

  @Test
  void levelTraceLogsTheStackTraceOfAnAnswer() throws Exception {
    log.open(Level.FINER);
    NoSuchFileException failure = new NoSuchFileException("f");
    assertThat(fail(MMIOM_OPEN, failure).getThrown()).isSameInstanceAs(failure);
  }

  /** As when several threads wait for one result, and each wraps its failure. */
  @Test
  void aTextThatACauseRepeatsIsLoggedOnce() throws Exception {
    log.open();
    MmioException shared = mmio(MmioError.NETWORK_ERROR);
    Throwable failure = new MmioException(MmioError.NETWORK_ERROR, shared.getMessage(), shared);
    String line = fail(MMIOM_OPEN, failure).getMessage();
    assertThat(line).contains(shared.getMessage());
    assertThat(line).doesNotContain("caused by");
  }

  @Test
  void theLineNamesTheMessageAndTheCauses() throws Exception {
    log.open();
    Throwable failure = new UncheckedIOException("no index", new NoSuchFileException("music.idx"));
    assertThat(fail(MMIOM_OPEN, failure).getMessage())
        .isEqualTo(
            "MEMO: MMIOM_OPEN failed for \"a.memo+b\": java.io.UncheckedIOException: no index;"
                + " caused by java.nio.file.NoSuchFileException: music.idx");
    Caller caller = new Caller(Way.DIRECT, glue);
    assertThat(caller.open("a.memo+b", MMIO_DELETE)).isEqualTo(257);
    assertThat(log.records().get(1).getMessage())
        .startsWith("MEMO: MMIOM_OPEN (MMIO_DELETE) failed for \"a.memo+b\": ");
    assertThat(fail(MMIOM_CLOSE, mmio(MmioError.CANNOT_CLOSE)).getMessage())
        .isEqualTo("MEMO: MMIOM_CLOSE failed for \"a.memo+b\": text");
  }

  /** Programs look for files by opening them, so no text is logged or even created. */
  @ParameterizedTest
  @EnumSource
  void programsThatLookForFilesDoNotFloodTheLog(Way way) throws Exception {
    log.open(Level.INFO);
    Caller caller = new Caller(way, glue);
    AtomicInteger texts = new AtomicInteger();
    glue.failure =
        new NoSuchFileException("b") {
          @Override
          public String getMessage() {
            return "text " + texts.incrementAndGet();
          }
        };
    for (int i = 0; i < 1000; i++) {
      assertThat(caller.open("a.memo+b", 0)).isEqualTo(257);
      assertThat(caller.open("a.memo+b", MMIO_EXIST)).isEqualTo(257);
      assertThat(caller.open("a.memo+b", MMIO_DELETE)).isEqualTo(257);
      assertThat(caller.rename("a.memo+b", "a.memo+c")).isEqualTo(257);
    }
    assertThat(log.records()).isEmpty();
    assertThat(texts.get()).isEqualTo(0);
  }

  /** Messages of a careless or hostile program are answered, and do not flood the log. */
  @Test
  void wrongMessagesDoNotFloodTheLog() throws Exception {
    log.open(Level.INFO);
    Caller caller = new Caller(Way.DIRECT, glue);
    assertThat(caller.read(1)).isEqualTo("-1");
    assertThat(caller.sendWithoutInfo(MMIOM_READ, 0, 0)).isEqualTo(-1);
    assertThat(caller.open("a.memo+b", MMIO_RWMODE)).isEqualTo(11);
    assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
    assertThat(caller.send(MMIOM_READ, 0, 1)).isEqualTo(-1);
    assertThat(caller.send(MMIOM_WRITE, 1, -1)).isEqualTo(-1);
    assertThat(caller.seek(-1, 0)).isEqualTo(-1);
    assertThat(caller.seek(11, 2)).isEqualTo(-1);
    assertThat(caller.seek(0, 3)).isEqualTo(-1);
    caller.info.diskOffset(-5);
    assertThat(caller.read(1)).isEqualTo("-1");
    assertThat(caller.seek(1, 1)).isEqualTo(-1);
    glue.disarm();
    assertThat(caller.rename("a.memo+b", "a.memo+c")).isEqualTo(268);
    assertThat(log.records()).isEmpty();
  }

  @Test
  void aFailingListenerIsAFaultAndTheMessageSucceeds() throws Exception {
    log.open();
    LastFailure.take();
    UncheckedIOException failure = new UncheckedIOException(new IOException("full"));
    glue.trace(
        message -> {
          throw failure;
        });
    assertThat(new Caller(Way.DIRECT, glue).open("a.memo+b", 0)).isEqualTo(0);
    assertThat(log.records()).hasSize(1);
    assertRecord(log.records().get(0), Level.WARNING, failure);
    assertThat(log.records().get(0).getMessage()).contains("listener");
    assertThat(LastFailure.take()).isNull();
  }
}
