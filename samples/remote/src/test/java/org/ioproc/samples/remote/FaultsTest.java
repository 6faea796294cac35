package org.ioproc.samples.remote;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.samples.remote.FaultyServer.head;
import static org.ioproc.samples.remote.FaultyServer.partial;
import static org.ioproc.samples.remote.FaultyServer.serving;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.remote.FaultyServer.Behaviour;
import org.ioproc.samples.remote.FaultyServer.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program gets from servers that fail or answer wrongly: never wrong bytes. */
final class FaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final byte[] CONTENT = content(3 * Block.SIZE + 1000);
  private static final String TAG = "\"1\"";
  private static final Behaviour GOOD = serving(CONTENT, TAG);

  /** What is in the answers to reading all bytes. */
  private static final int WHOLE = -1;

  private static byte[] content(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  /**
   * A server, and what the program gets.
   *
   * @param opening what opening the file fails with, or null
   * @param reading what reading from the second block on fails with, or null
   */
  record Row(String name, Behaviour behaviour, MmioError opening, MmioError reading, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row opening(String name, MmioError error, String text, Behaviour behaviour) {
    return new Row(name, behaviour, error, null, text);
  }

  /** The first request is answered well. */
  private static Row reading(String name, MmioError error, String text, Behaviour behaviour) {
    return new Row(name, from(1, behaviour), null, error, text);
  }

  /** The third request is for a stream: the program has read two blocks in order. */
  private static Row streaming(String name, MmioError error, String text, Behaviour behaviour) {
    return new Row(name, from(2, behaviour), null, error, text);
  }

  private static Row fine(String name, Behaviour behaviour) {
    return new Row(name, behaviour, null, null, "");
  }

  private static Behaviour from(int number, Behaviour behaviour) {
    return (request, out) -> (request.number() < number ? GOOD : behaviour).answer(request, out);
  }

  private static Behaviour once(Behaviour behaviour) {
    return only(1, behaviour);
  }

  private static Behaviour only(int number, Behaviour behaviour) {
    return (request, out) -> (request.number() == number ? behaviour : GOOD).answer(request, out);
  }

  private static Behaviour status(String status, String... headers) {
    return (request, out) -> {
      String[] all = Arrays.copyOf(headers, headers.length + 1);
      all[headers.length] = "Content-Length: 2";
      head(out, status, all);
      out.write(new byte[2]);
    };
  }

  private static void stall(Request request, OutputStream out) throws InterruptedException {
    Thread.sleep(60_000);
  }

  /** Sends a byte now and then, so that no single read takes long. */
  private static void drip(Request request, OutputStream out)
      throws IOException, InterruptedException {
    head(
        out,
        "206 Partial Content",
        "Content-Length: " + (request.to() + 1 - request.from()),
        "Content-Range: bytes " + request.from() + "-" + request.to() + "/" + CONTENT.length,
        "ETag: " + TAG);
    for (int i = (int) request.from(); ; i++) {
      out.write(CONTENT[i]);
      out.flush();
      Thread.sleep(50);
    }
  }

  private static void hangUp(Request request, OutputStream out) throws IOException {
    throw new IOException("no answer");
  }

  private static void cut(Request request, OutputStream out) throws IOException {
    int to = (int) Math.min(request.to(), CONTENT.length - 1);
    head(
        out,
        "206 Partial Content",
        "Content-Length: " + (to + 1 - request.from()),
        "Content-Range: bytes " + request.from() + "-" + to + "/" + CONTENT.length,
        "ETag: " + TAG);
    out.write(CONTENT, (int) request.from(), 1000);
    out.flush();
    throw new IOException("cut");
  }

  private static Behaviour range(String text) {
    return (request, out) -> {
      head(
          out,
          "206 Partial Content",
          "Content-Length: 10",
          "Content-Range: " + text,
          "ETag: " + TAG);
      out.write(new byte[10]);
    };
  }

  static Stream<Row> aProgramGetsTheBytesOrAnError() {
    String size = "/" + CONTENT.length;
    byte[] other = content(CONTENT.length + 1);
    byte[] same = content(CONTENT.length);
    same[CONTENT.length - 1]++;
    return Stream.of(
        fine("a good server", GOOD),
        fine("a server without ETags", serving(CONTENT, "")),
        opening("no ranges", MmioError.NETWORK_ERROR, "must support ranges", status("200 OK")),
        opening("nothing there", MmioError.FILE_NOT_FOUND, "there is no", status("404 Not Found")),
        opening("gone", MmioError.FILE_NOT_FOUND, "there is no", status("410 Gone")),
        opening("no user", MmioError.ACCESS_DENIED, "401", status("401 Unauthorized")),
        opening("forbidden", MmioError.ACCESS_DENIED, "403", status("403 Forbidden")),
        opening(
            "moved",
            MmioError.NETWORK_ERROR,
            "http://x/",
            status("302 Found", "Location: http://x/")),
        opening("a teapot", MmioError.NETWORK_ERROR, "418", status("418 I'm a teapot")),
        opening(
            "always in trouble",
            MmioError.NETWORK_ERROR,
            "trouble (status 503)",
            status("503 Busy")),
        opening("hangs up", MmioError.NETWORK_ERROR, "connection was lost", FaultsTest::hangUp),
        opening("stalls", MmioError.NETWORK_ERROR, "within 1.0 s", FaultsTest::stall),
        opening("drips", MmioError.NETWORK_ERROR, "within 1.0 s", FaultsTest::drip),
        opening("always cuts", MmioError.NETWORK_ERROR, "connection was lost", FaultsTest::cut),
        opening(
            "not HTTP", MmioError.NETWORK_ERROR, "", (request, out) -> out.write(new byte[100])),
        opening(
            "no Content-Range",
            MmioError.NETWORK_ERROR,
            "no usable Content-Range",
            status("206 Partial Content")),
        opening(
            "another range",
            MmioError.NETWORK_ERROR,
            "it was asked for",
            range("bytes 5-14" + size)),
        opening(
            "a short range",
            MmioError.NETWORK_ERROR,
            "it was asked for",
            range("bytes 0-9" + size)),
        opening(
            "an unknown size",
            MmioError.NETWORK_ERROR,
            "no usable Content-Range",
            range("bytes 0-9/*")),
        opening(
            "a huge size",
            MmioError.NETWORK_ERROR,
            "number",
            range("bytes 0-9/99999999999999999999")),
        reading("then stalls", MmioError.NETWORK_ERROR, "within 1.0 s", FaultsTest::stall),
        reading("then drips", MmioError.NETWORK_ERROR, "within 1.0 s", FaultsTest::drip),
        reading(
            "then always cuts", MmioError.NETWORK_ERROR, "connection was lost", FaultsTest::cut),
        reading(
            "then hangs up", MmioError.NETWORK_ERROR, "connection was lost", FaultsTest::hangUp),
        reading("then forbidden", MmioError.ACCESS_DENIED, "403", status("403 Forbidden")),
        reading(
            "then nothing there", MmioError.FILE_NOT_FOUND, "there is no", status("404 Not Found")),
        reading("then all of it", MmioError.NETWORK_ERROR, "must support ranges", status("200 OK")),
        reading(
            "replaced, a longer one", MmioError.CANNOT_READ, "was replaced", serving(other, TAG)),
        reading(
            "replaced, with a new tag",
            MmioError.CANNOT_READ,
            "was replaced",
            serving(same, "\"2\"")),
        reading(
            "replaced, If-Match ignored",
            MmioError.CANNOT_READ,
            "was replaced",
            (request, out) ->
                partial(
                    out,
                    same,
                    (int) request.from(),
                    (int) Math.min(request.to(), same.length - 1),
                    "\"2\"")),
        streaming("a stream stalls", MmioError.NETWORK_ERROR, "within 1.0 s", FaultsTest::stall),
        streaming("a stream drips", MmioError.NETWORK_ERROR, "within 1.0 s", FaultsTest::drip),
        streaming(
            "a stream is always cut",
            MmioError.NETWORK_ERROR,
            "connection was lost",
            FaultsTest::cut),
        streaming(
            "replaced before a stream",
            MmioError.CANNOT_READ,
            "was replaced",
            serving(same, "\"2\"")),
        fine("a stream is cut once", only(2, FaultsTest::cut)),
        fine("hangs up once on a stream", only(2, FaultsTest::hangUp)),
        fine("is in trouble once with a stream", only(2, status("500 Oops"))),
        fine("cuts once", once(FaultsTest::cut)),
        fine("hangs up once", once(FaultsTest::hangUp)),
        fine("is in trouble once", once(status("500 Oops"))),
        fine(
            "is in trouble twice",
            (request, out) ->
                (request.number() == 1 || request.number() == 2 ? status("503 Busy") : GOOD)
                    .answer(request, out)));
  }

  @ParameterizedTest
  @MethodSource
  void aProgramGetsTheBytesOrAnError(Row row) throws Exception {
    RemoteFiles files = new RemoteFiles(new Limits(4 << 20, PATIENCE));
    try (FaultyServer server = new FaultyServer(row.behaviour())) {
      Address address = address(server.url() + "a.wav");
      long begin = System.nanoTime();
      if (row.opening() != null) {
        require(row, row.opening(), () -> files.open(address));
      } else {
        try (RemoteFile file = files.open(address)) {
          if (row.reading() == null) {
            assertThat(read(file)).isEqualTo(CONTENT);
          } else {
            assertThat(file.read(ByteBuffer.allocate(Block.SIZE))).isEqualTo(Block.SIZE);
            require(row, row.reading(), () -> readOn(file));
          }
        }
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.multipliedBy(3));
    }
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
      assertThat(read).isEqualTo(Arrays.copyOfRange(CONTENT, at, at + read.length));
      at += read.length;
      piece.clear();
    }
  }

  private static byte[] read(RemoteFile file) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(CONTENT.length);
    while (all.hasRemaining()) {
      ByteBuffer piece = all.slice(all.position(), Math.min(8192, all.remaining()));
      assertThat(file.read(piece)).isEqualTo(piece.position());
      all.position(all.position() + piece.position());
    }
    assertThat(file.read(ByteBuffer.allocate(1))).isEqualTo(WHOLE);
    return all.array();
  }

  private static Address address(String url) {
    return new Address() {
      @Override
      public URL url() throws IOException {
        return new URL(url);
      }

      @Override
      public String toString() {
        return url;
      }
    };
  }
}
