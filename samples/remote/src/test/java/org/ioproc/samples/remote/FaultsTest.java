package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.remote.Faults.Row;
import org.ioproc.samples.remote.FaultyServer.Behaviour;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program gets from servers that fail or answer wrongly: never wrong bytes. */
@Tag("any-java") // It takes long, and is the same over each transport.
final class FaultsTest {

  private static final Path PAGE = Path.of("../REMOTE.md");

  /** The last try may not begin if the pause before it would end after the limit. */
  private static final Duration TOLERANCE = Duration.ofMillis(300);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** What is in the answers to reading all bytes. */
  private static final int WHOLE = -1;

  static List<Row> aProgramGetsTheBytesOrAnError() {
    return Faults.all();
  }

  @ParameterizedTest
  @MethodSource
  void aProgramGetsTheBytesOrAnError(Row row) throws Exception {
    RemoteFiles files = new RemoteFiles(new Limits(4 << 20, PATIENCE));
    try (FaultyServer server = new FaultyServer(row.behaviour())) {
      Address address = server.address();
      long begin = System.nanoTime();
      if (row.opening() != null) {
        require(row, row.opening(), () -> files.open(address));
      } else {
        try (RemoteFile file = files.open(address)) {
          if (row.reading() == null) {
            assertThat(read(file)).isEqualTo(Faults.CONTENT);
          } else {
            assertThat(file.read(ByteBuffer.allocate(Block.SIZE))).isEqualTo(Block.SIZE);
            require(row, row.reading(), () -> readOn(file));
          }
        }
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - begin);
      assertThat(waited).isLessThan(PATIENCE.multipliedBy(3)); // The limit is not one of each try.
      if (row.tries() == Faults.UNTIL_THE_LIMIT) {
        assertThat(waited).isAtLeast(PATIENCE.minus(TOLERANCE));
      } else if (row.opening() != null || row.reading() != null) {
        int tries = server.requests().size() - row.before();
        assertThat(tries).isAtLeast(row.tries());
        assertThat(tries).isAtMost(2 * row.tries()); // The JDK repeats one that got no byte.
      }
    }
  }

  /** {@code -Dgolden.update=true} rewrites the table. */
  @Test
  void thePageHasTheTable() throws IOException {
    String page = Files.readString(PAGE);
    String begin = "<!-- faults -->\n";
    int from = page.indexOf(begin) + begin.length();
    String table = Faults.all().stream().map(Row::markdown).collect(Collectors.joining());
    String expected =
        page.substring(0, from)
            + "\n| the server | the program gets | when |\n|---|---|---|\n"
            + table
            + '\n'
            + page.substring(page.indexOf("<!-- end -->", from));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, expected);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(expected);
  }

  /**
   * A program that asks again at once does not wait as long as before, until the server answers.
   */
  @Test
  void aServerThatHasFailedIsNotWaitedForAgain() throws IOException {
    Behaviour good = FaultyServer.serving(RandomContent.of(9 * Block.SIZE), "\"1\"");
    RemoteFiles files = new RemoteFiles(new Limits(1 << 20, Duration.ofSeconds(2)));
    try (FaultyServer server = new FaultyServer(good);
        RemoteFile file = files.open(server.address())) {
      server.behave(FaultyServer::stall);
      requireLate(file, 2 * Block.SIZE, "within 2.0 s");
      requireLate(file, 2 * Block.SIZE, "within 0.2 s");
      requireLate(file, 6 * Block.SIZE, "within 0.2 s");
      server.behave(good);
      awaitAnswer(file, 4 * Block.SIZE);
      server.behave(FaultyServer::stall);
      requireLate(file, 8 * Block.SIZE, "within 2.0 s");
    }
  }

  private static void requireLate(RemoteFile file, int position, String text) {
    MmioException failure = assertThrows(MmioException.class, () -> readByte(file, position));
    assertThat(failure).hasMessageThat().contains(text);
  }

  /** A busy machine may need more than 0.2 s. */
  private static void awaitAnswer(RemoteFile file, int position) throws IOException {
    while (true) {
      try {
        readByte(file, position);
        return;
      } catch (MmioException late) {
        assertThat(late).hasMessageThat().contains("within 0.2 s");
      }
    }
  }

  private static void readByte(RemoteFile file, int position) throws IOException {
    assertThat(file.position(position).read(ByteBuffer.allocate(1))).isEqualTo(1);
  }

  /** What fails. */
  private interface Call {
    void run() throws IOException;
  }

  private static void require(Row row, MmioError error, Call call) {
    MmioException failure = assertThrows(MmioException.class, call::run);
    assertThat(failure.error()).isEqualTo(error);
    assertThat(failure).hasMessageThat().contains(row.text());
    assertThat(failure).hasMessageThat().contains("/sounds/a.wav");
  }

  /** Reads to the end, which a failure should prevent. */
  private static void readOn(RemoteFile file) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(8192);
    int at = Block.SIZE;
    while (file.read(piece) > 0) {
      byte[] read = Arrays.copyOf(piece.array(), piece.position());
      assertThat(read).isEqualTo(Arrays.copyOfRange(Faults.CONTENT, at, at + read.length));
      at += read.length;
      piece.clear();
    }
  }

  private static byte[] read(RemoteFile file) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(Faults.CONTENT.length);
    while (all.hasRemaining()) {
      ByteBuffer piece = all.slice(all.position(), Math.min(8192, all.remaining()));
      assertThat(file.read(piece)).isEqualTo(piece.position());
      all.position(all.position() + piece.position());
    }
    assertThat(file.read(ByteBuffer.allocate(1))).isEqualTo(WHOLE);
    return all.array();
  }
}
