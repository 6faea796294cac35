package org.ioproc.internal.beside;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the end of Java after bytes that do not follow the protocol. */
@Tag("any-java") // It takes long, and is the same over each transport.
class NonsenseTest {

  private static final String ENDS = "Java ends: a request does not follow the protocol. ";
  private static final String BROKEN = "Java ends: the pipe is broken. The pipe ended ";

  /** Bytes that do not follow the protocol, and what Java prints when it ends. */
  @SuppressWarnings("ArrayRecordComponent") // Rows are not compared.
  record Nonsense(String what, byte[] bytes, String printed) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Nonsense nonsense(String what, String printed, Consumer<ByteBuffer> content) {
    ByteBuffer bytes = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    content.accept(bytes);
    byte[] written = new byte[bytes.position()];
    bytes.get(0, written);
    return new Nonsense(what, written, printed);
  }

  /** A frame with a correct size. */
  private static Nonsense frame(
      String what, int kind, String printed, Consumer<ByteBuffer> payload) {
    return nonsense(
        what,
        printed,
        bytes -> {
          bytes.putInt(0).putInt(kind).putInt(7);
          payload.accept(bytes);
          bytes.putInt(0, bytes.position() - Protocol.HEADER);
        });
  }

  private static Nonsense message(String what, String printed, Request request) {
    Frame frame = new Frame();
    frame.begin(Protocol.MESSAGE, 7);
    request.write(frame);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      frame.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Nonsense(what, bytes.toByteArray(), printed);
  }

  static Stream<Nonsense> nonsense() {
    String size = ENDS + "A frame must have at most 1310720 bytes; this one has ";
    String values = ENDS + "A frame must have the values of its kind";
    String more = ENDS + "A frame must have only the values of its kind";
    Request unknown = Request.open("a");
    unknown.procedure = -2;
    return Stream.of(
        nonsense("a negative size", size + "4294967295", to -> to.putInt(-1).putLong(0)),
        nonsense("a huge size", size + "1310721", to -> to.putInt(1310721).putLong(0)),
        nonsense("the end in a header", BROKEN + "after 4 of 12 bytes", to -> to.putInt(0)),
        nonsense(
            "the end in a frame",
            BROKEN + "after 1 of 9 bytes",
            to -> to.putInt(9).putLong(1).put((byte) 1)),
        frame("an unknown kind", 9, ENDS + "A request must be of a known kind", to -> {}),
        frame("an empty message", Protocol.MESSAGE, values, to -> {}),
        frame("an empty preparation", Protocol.PREPARE, values, to -> {}),
        frame(
            "a procedure without a provider",
            Protocol.PREPARE,
            ENDS + "A procedure must have a provider; procedure 4294967294",
            to -> to.putInt(-2).putInt(Protocol.NO_TEXT)),
        frame("more than a preparation", Protocol.PREPARE, more, to -> to.putLong(1).putInt(0)),
        frame(
            "a text beyond the frame",
            Protocol.PREPARE,
            values,
            to -> to.putInt(1).putInt(3).putInt(0)),
        frame("a negative text", Protocol.PREPARE, values, to -> to.putInt(1).putInt(-2).putInt(0)),
        frame(
            "a reply to no question",
            Protocol.REPLY,
            ENDS + "A reply must answer a question",
            to -> to.putInt(Protocol.NO_TEXT)),
        message(
            "an unknown procedure",
            ENDS + "A message must be for a procedure that was prepared; procedure 4294967294",
            unknown),
        message("too much ahead", ENDS + "At most", Request.read(0, 0, 9, 1 << 20)),
        message("less than nothing ahead", ENDS + "At most", Request.read(0, 0, 9, -1)),
        message(
            "too much data",
            ENDS + "A transfer must have at most 1048576 bytes",
            Request.read(0, 0, Protocol.LARGEST_DATA + 1, 0)),
        message(
            "too little data",
            ENDS + "This write must carry 6 bytes; it carries 5",
            Request.write(0, new byte[5]).parameters(1, 6)),
        message(
            "more data than a write has",
            ENDS + "This write must carry 6 bytes; it carries 7",
            Request.write(0, new byte[7]).parameters(1, 6)),
        message("more than a message", more, Request.close(0).name("more")),
        message("more than a name", more, Request.open("a").name("more")),
        message("more than two names", more, Request.rename("a", "b").name("more")),
        message("more than a read", more, Request.read(0, 0, 9, 0).name("more")));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void endsAfterNonsense(Nonsense row) throws Exception {
    try (ChildServer server = ChildServer.prepared()) {
      CompletableFuture<Answer> waiting =
          server.client.send(Request.read(server.open("wait"), 0, 4, 0));
      server.client.sendRaw(row.bytes);
      if (row.what.startsWith("the end")) {
        server.client.close();
      }
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.printed()).hasSize(1);
      assertThat(server.printed().get(0)).contains(row.printed);
      assertThrows(ExecutionException.class, () -> Client.await(waiting));
    }
  }
}
