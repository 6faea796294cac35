package org.ioproc.glue;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.TracedMessage;
import org.ioproc.internal.text.Printable;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.mmio.Mmio;
import org.ioproc.support.LogRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that characters which forge or disguise text are escaped wherever names are shown. */
class HiddenCharactersTest {

  private final LogRecords log = new LogRecords();
  private final MemoryGlue glue =
      new MemoryGlue(new MemoryFile("0123456789", 3)) {
        @Override
        protected @Nullable MemoryFile onOpen(OpenRequest request) throws Throwable {
          seen.add(request.toString());
          return super.onOpen(request);
        }
      };
  private final List<TracedMessage> traced = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  @BeforeEach
  void listen() {
    log.open();
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  /** Returns the hidden characters that a name in the ANSI code page can contain. */
  static Stream<String> namesAreEscapedWhereverTheyAreShown() {
    CharsetEncoder ansi =
        Charset.forName(System.getProperty("native.encoding", "UTF-8")).newEncoder();
    return Stream.of(
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\u001b[2J",
            "\u007f",
            "\u0085",
            "\u009b31m",
            "\u202e",
            "\u2066",
            "\u200f",
            "\u2028",
            "\u2029",
            "\ufeff",
            "\udb40\udc41")
        .filter(ansi::canEncode);
  }

  @ParameterizedTest
  @MethodSource
  void namesAreEscapedWhereverTheyAreShown(String hidden) throws Exception {
    String name = "a.memo+b" + hidden + "c";
    Mmio mmio = Mmio.newEmbeddedNative();
    try (InstalledIoProc installed = mmio.install(glue)) {
      installed.trace(traced::add);
      for (Throwable failure :
          List.of(new NoSuchFileException(name), new IllegalStateException("no " + name))) {
        glue.failure = failure;
        useName(mmio, name);
      }
      glue.failure = null;
      seen.add(mmio.open(name).toString());
    }
    useName(mmio, name);
    useName(mmio, "no procedure" + hidden);
    seen.add(String.valueOf(failure(() -> MmioName.of("no plus" + hidden))));
    seen.add(String.valueOf(failure(() -> FourCc.of("c" + hidden))));
    seen.add(String.valueOf(failure(() -> AnsiText.encode(hidden + "\0"))));
    seen.add(WrapperEntry.text(new IllegalStateException(name, new NoSuchFileException(name))));
    for (TracedMessage message : traced) {
      seen.add(message.toString());
    }
    assertThat(traced).isNotEmpty();
    for (LogRecord record : log.records()) {
      seen.add(record.getMessage());
      assertNothingForged(record);
    }
    assertThat(log.records().size()).isAtLeast(8);
    for (String text : seen) {
      assertWithMessage(text).that(text).isEqualTo(Printable.of(text));
    }
  }

  private void useName(Mmio mmio, String name) {
    seen.add(String.valueOf(failure(() -> mmio.open(name))));
    seen.add(String.valueOf(failure(() -> mmio.delete(name))));
    seen.add(String.valueOf(failure(() -> mmio.rename(name, name + 2))));
    seen.add(String.valueOf(failure(() -> mmio.temporaryName(name))));
    assertThat(failure(() -> assertThat(mmio.exists(name)).isFalse())).isNull();
  }

  /** Requires that each line of a record is the message, a failure or a stack frame. */
  private static void assertNothingForged(LogRecord record) {
    String whole = new SimpleFormatter().format(record).stripTrailing();
    Throwable thrown = record.getThrown();
    StringWriter frames = new StringWriter();
    if (thrown != null) {
      assertThat(thrown.toString()).isEqualTo(Printable.of(thrown.toString()));
      thrown.printStackTrace(new PrintWriter(frames, true));
    }
    String expected = record.getMessage() + System.lineSeparator() + frames;
    assertThat(whole).endsWith(expected.stripTrailing());
  }

  private static Throwable failure(Request request) {
    try {
      request.run();
      return null;
    } catch (IOException | RuntimeException failure) {
      return failure;
    }
  }

  private interface Request {
    void run() throws IOException;
  }
}
