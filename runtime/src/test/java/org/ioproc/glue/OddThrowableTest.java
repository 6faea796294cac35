package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.ioproc.MmioMessages.MMIOM_USER;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_READWRITE;

import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.ioproc.MmioMessage;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.support.Caller;
import org.ioproc.support.Caller.Way;
import org.ioproc.support.LogRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that every message reports its failure, even if the failure's methods or logging fail. */
class OddThrowableTest {

  private final LogRecords log = new LogRecords();
  private final FailingGlue glue = new FailingGlue();

  @BeforeEach
  void listen() {
    log.open();
  }

  @AfterEach
  void stopListening() {
    log.close();
    Thread.interrupted(); // An InterruptedException interrupts the thread again.
  }

  /** Returns failures, and the codes that OPEN returns for them. */
  static Stream<Arguments> throwables() {
    return Stream.of(
        row(new StackOverflowError(), 259),
        row(new OutOfMemoryError(), 258),
        row(new NoClassDefFoundError("C"), 259),
        row(new AssertionError(), 259),
        row(new Error("neither"), 259),
        row(new InterruptedException(), 259),
        row(new Throwable(), 259),
        row(new NoSuchFileException("f"), 257),
        row(new WithoutText(), 259),
        row(new WithoutText(new NoSuchFileException("f")), 257),
        row(new IllegalStateException("text", new WithoutText()), 259),
        row(new WithoutCause(), 259),
        row(new WithoutStackTrace(), 259),
        row(new WithoutReason(), 259),
        row(new ItsOwnCause(), 259),
        row(chain(2, true), 259),
        row(chain(20_000, false), 259),
        row(suppressing(), 257));
  }

  /** Names a failure by its class, because some have no text. */
  private static Arguments row(Throwable failure, int code) {
    return Arguments.of(Named.of(failure.getClass().getSimpleName(), failure), code);
  }

  /** Returns what the log handler throws; null if it works. */
  static List<@Nullable Throwable> loggers() {
    List<@Nullable Throwable> loggers = new ArrayList<>();
    loggers.add(null);
    loggers.add(new IllegalStateException("full"));
    loggers.add(new StackOverflowError());
    loggers.add(new OutOfMemoryError());
    loggers.add(new WithoutText());
    return loggers;
  }

  @ParameterizedTest
  @MethodSource("throwables")
  void everyMessageReportsItsFailure(Throwable failure, int code) throws Exception {
    int closed = code == 259 ? 260 : code;
    for (Way way : Way.values()) {
      for (Throwable logger : loggers()) {
        log.failure = logger;
        log.forget();
        assertWithMessage("%s", way)
            .that(answers(new Caller(way, glue), failure))
            .containsExactly(code, code, code, code, -1L, -1L, -1L, -1L, -1L, closed)
            .inOrder();
        assertThat(LastFailure.take()).isSameInstanceAs(failure);
        assertThat(log.records()).hasSize(logger == null ? 10 : 0);
        assertThat(glue.openFiles()).isEqualTo(0);
      }
    }
  }

  /** Returns the answers to all messages, whose handlers fail. */
  private List<Number> answers(Caller caller, Throwable failure) throws Exception {
    glue.failure = failure;
    List<Number> answers = new ArrayList<>();
    for (int flags : new int[] {0, MMIO_EXIST, MMIO_DELETE}) {
      answers.add((int) caller.open("a.memo+b", flags));
    }
    answers.add((int) caller.rename("a.memo+b", "a.memo+c"));
    glue.failure = null;
    assertThat(caller.open("a.memo+b", MMIO_READWRITE)).isEqualTo(0);
    glue.failure = failure;
    answers.add(Long.valueOf(caller.read(1)));
    answers.add(caller.write("x"));
    answers.add(caller.write(MMIOM_WRITEFLUSH, "x"));
    answers.add(caller.seek(0, 2));
    answers.add(caller.send(MMIOM_USER, 1, 2));
    answers.add((int) caller.close());
    return answers;
  }

  @Test
  void aListenerMayThrowAnything() throws Exception {
    for (Throwable logger : loggers()) {
      log.failure = logger;
      glue.trace(
          message -> {
            throw new WithoutText();
          });
      Caller caller = new Caller(Way.NATIVE, glue);
      assertThat(caller.open("a.memo+b", 0)).isEqualTo(0);
      assertThat(caller.read(2)).isEqualTo("01");
      assertThat(caller.close()).isEqualTo(0);
    }
    assertThat(log.records()).hasSize(3);
  }

  @Test
  void aFailureWithoutTextIsLoggedByItsClass() throws Exception {
    glue.failure = new WithoutText();
    new Caller(Way.DIRECT, glue).open("a.memo+b", 0);
    LogRecord record = log.records().get(0);
    assertThat(record.getMessage()).endsWith("\"a.memo+b\": " + WithoutText.class.getName());
    assertThat(record.getThrown().toString()).isEqualTo(WithoutText.class.getName());
  }

  private static Throwable chain(int length, boolean round) {
    Throwable last = new IllegalStateException("last");
    Throwable first = last;
    for (int i = 1; i < length; i++) {
      first = new IllegalStateException("text", first);
    }
    return round ? last.initCause(first) : first;
  }

  private static Throwable suppressing() {
    Throwable failure = new NoSuchFileException("f");
    failure.addSuppressed(new WithoutText());
    failure.addSuppressed(new WithoutCause());
    return failure;
  }

  /** Glue whose handlers all fail, including the one for the application's message. */
  private static final class FailingGlue extends MemoryGlue {

    FailingGlue() {
      super(new MemoryFile("0123456789", 3));
    }

    @Override
    protected boolean handles(int message) {
      return message == MMIOM_USER;
    }

    @Override
    protected long onMessage(MemoryFile opened, MmioMessage message) throws Throwable {
      throw failure;
    }
  }

  private static final class WithoutText extends RuntimeException {

    private static final long serialVersionUID = 1;

    WithoutText(Throwable... cause) {
      super(cause.length == 0 ? null : cause[0]);
    }

    @Override
    public String getMessage() {
      throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
      throw new StackOverflowError();
    }

    @Override
    public void printStackTrace(PrintStream stream) {
      throw new UnsupportedOperationException();
    }
  }

  private static final class WithoutCause extends RuntimeException {

    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable getCause() {
      throw new IllegalStateException();
    }
  }

  private static final class WithoutStackTrace extends Exception {

    private static final long serialVersionUID = 1;

    @Override
    public StackTraceElement[] getStackTrace() {
      return null;
    }
  }

  private static final class WithoutReason extends FileSystemException {

    private static final long serialVersionUID = 1;

    WithoutReason() {
      super("f");
    }

    @Override
    public String getReason() {
      throw new IllegalStateException();
    }
  }

  private static final class ItsOwnCause extends Exception {

    private static final long serialVersionUID = 1;

    @Override
    public synchronized Throwable getCause() {
      return this;
    }
  }
}
