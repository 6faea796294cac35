package org.ioproc.internal.beside;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ioproc.MmioError;
import org.ioproc.support.ChildJvm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests a procedure in a process beside the program, to which the tests speak like the DLL. */
class ServerTest {

  private static final String PROVIDER = OddGlue.class.getName() + "$Provider";

  /** Serves the tests that leave it as it was. */
  private static ChildServer shared;

  private static Client client;

  @BeforeAll
  static void startServer() throws Exception {
    shared = server();
    client = shared.client;
  }

  @AfterAll
  static void endServer() {
    shared.close();
  }

  private static ChildServer server(String... options) throws Exception {
    ChildServer server = new ChildServer(options);
    assertThat(server.client.prepare(1, PROVIDER).result()).isEqualTo(0);
    return server;
  }

  private static byte[] bytes(int from, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (from + i);
    }
    return bytes;
  }

  @Test
  void answersLikeAProcedureInTheProgram() throws Exception {
    assertThat(ChildJvm.run(List.of(), RandomComparison.class)).containsExactly("no difference");
  }

  record Preparation(int number, String provider, int status, String text) {}

  static Stream<Preparation> preparations() {
    String odd = OddGlue.class.getName();
    return Stream.of(
        new Preparation(2, "com.example.Missing", Protocol.CLASS_FAILED, "com.example.Missing"),
        new Preparation(3, "[I", Protocol.CLASS_FAILED, "[I"),
        new Preparation(4, "", Protocol.CLASS_FAILED, ""),
        new Preparation(5, "java.lang.Object", Protocol.CLASS_FAILED, "is not an org.ioproc.glue."),
        new Preparation(6, odd + "$Incomplete", Protocol.CLASS_FAILED, "com/example/Missing"),
        new Preparation(7, odd + "$Throwing", Protocol.PROCEDURE_FAILED, "no licence"));
  }

  @ParameterizedTest
  @MethodSource("preparations")
  void reportsAProcedureThatCannotBeCreated(Preparation row) throws Exception {
    Answer answer = client.prepare(row.number, row.provider);
    assertThat(answer.result()).isEqualTo(row.status);
    assertThat(answer.failure()).contains(row.text);
    assertThat(client.prepare(row.number, PROVIDER).result()).isEqualTo(0);
  }

  @Test
  void createsAProcedureOnce() throws Exception {
    int token = shared.open("any");
    assertThat(client.prepare(1, PROVIDER).result()).isEqualTo(0);
    assertThat(client.ask(Request.read(token, 0, 4, 0)).result()).isEqualTo(4);
  }

  @Test
  void aHandlerThatWaitsDelaysItsOwnFileOnly() throws Exception {
    CompletableFuture<Answer> waiting = client.send(Request.read(shared.open("wait"), 0, 4, 0));
    List<CompletableFuture<String>> threads = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      threads.add(CompletableFuture.supplyAsync(() -> readFile(), Client::start));
    }
    for (CompletableFuture<String> thread : threads) {
      assertThat(thread.get(Client.LIMIT, TimeUnit.SECONDS)).isEqualTo("fine");
    }
    assertThat(waiting.isDone()).isFalse();
  }

  private static String readFile() {
    try {
      int token = shared.open("any");
      for (int position = 0; position < OddGlue.SIZE; position += 100) {
        Answer answer = client.ask(Request.read(token, position, 100, 0));
        assertThat(answer.data()).isEqualTo(bytes(position, 100));
        assertThat(answer.position()).isEqualTo(position + 100);
      }
      assertThat(client.ask(Request.close(token)).result()).isEqualTo(0);
      return "fine";
    } catch (Exception | AssertionError failure) {
      return failure.toString();
    }
  }

  @Test
  void endsWithItsInputAlthoughAHandlerWaits() throws Exception {
    try (ChildServer server = server()) {
      CompletableFuture<Answer> waiting =
          server.client.send(Request.read(server.open("wait"), 0, 4, 0));
      server.client.close();
      assertThat(server.exitCode()).isEqualTo(0);
      assertThat(server.printed()).isEmpty();
      assertThat(waiting.isCompletedExceptionally()).isTrue();
    }
  }

  record Ending(String element, int exitCode) {
    @Override
    public String toString() {
      return element;
    }
  }

  static Stream<Ending> endings() {
    return Stream.of(new Ending("exit", 3), new Ending("halt", 4));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void aHandlerMayEndTheProcess(Ending row) throws Exception {
    try (ChildServer server = server()) {
      CompletableFuture<Answer> reading =
          server.client.send(Request.read(server.open(row.element), 0, 4, 0));
      assertThat(server.exitCode()).isEqualTo(row.exitCode);
      assertThrows(ExecutionException.class, () -> Client.await(reading));
    }
  }

  @Test
  void whatAHandlerPrintsIsNoAnswer() throws Exception {
    try (ChildServer server = server()) {
      Answer answer = server.client.ask(Request.read(server.open("print"), 0, 4, 0));
      assertThat(answer.result()).isEqualTo(4);
      server.client.close();
      assertThat(server.printed().lines()).containsExactly("printed by a handler");
    }
  }

  @Test
  void whatAHandlerLeavesOnItsThreadHarmsNoOther() throws Exception {
    for (String careless : List.of("interrupt", "no loader", "stack")) {
      Answer unused = client.ask(Request.read(shared.open(careless), 0, 4, 0));
      assertThat(client.ask(Request.open("a.odd+loader")).failure()).isNull();
    }
  }

  @Test
  void passesNumbersButNoMemory() throws Exception {
    int token = shared.open("any");
    assertThat(send(token, OddGlue.NUMBERS).result()).isEqualTo((1L << 40) * 31 - 7);
    for (int message : List.of(OddGlue.MEMORY_1, OddGlue.MEMORY_2)) {
      Answer answer = send(token, message);
      assertThat(answer.result()).isEqualTo(-1);
      assertThat(answer.failure()).contains("A message's memory must be in this process");
    }
  }

  private static Answer send(int token, int message) throws Exception {
    return client.ask(new Request(message).of(token).parameters(1L << 40, -7));
  }

  @Test
  void readsAhead() throws Exception {
    Answer answer = client.ask(Request.read(shared.open("any"), 9000, 500, 3000));
    assertThat(answer.data()).isEqualTo(bytes(9000, 500));
    assertThat(answer.ahead()).isEqualTo(bytes(9500, 500));
    assertThat(answer.position()).isEqualTo(9500);
  }

  /** The program gets the failure if it reads on, and only then is it logged. */
  @Test
  void keepsAFailureOfReadingAheadToItself() throws Exception {
    try (ChildServer server = server()) {
      int token = server.open("bad");
      Answer answer = server.client.ask(Request.read(token, OddGlue.BAD - 100, 100, 3000));
      assertThat(answer.data()).isEqualTo(bytes(OddGlue.BAD - 100, 100));
      assertThat(answer.ahead()).isEmpty();
      assertThat(answer.failure()).isNull();
      assertThat(answer.position()).isEqualTo(OddGlue.BAD);
      assertThat(server.client.ask(Request.close(token)).failure()).isNull();
      server.client.close();
      assertThat(server.printed()).isEmpty();
    }
  }

  @Test
  void readsNothingAheadAfterAFailureOrAShortRead() throws Exception {
    int bad = shared.open("bad");
    assertThat(client.ask(Request.read(bad, OddGlue.BAD, 100, 9)).failure()).contains("bad sector");
    Request missing = Request.read(shared.open("any"), 0, 100, 9);
    missing.lParam1 = 0;
    assertThat(client.ask(missing).ahead()).isEmpty();
  }

  @Test
  void readsNothingAheadIfHandlersAreChecked() throws Exception {
    try (ChildServer server = server("-Dorg.ioproc.check=true")) {
      Answer answer = server.client.ask(Request.read(server.open("any"), 0, 500, 3000));
      assertThat(answer.data()).isEqualTo(bytes(0, 500));
      assertThat(answer.ahead()).isEmpty();
    }
  }

  @Test
  void shortensTextsToWhatTheWrapperKeeps() throws Exception {
    Answer answer = client.ask(Request.read(shared.open("long text"), 0, 4, 0));
    assertThat(answer.failure()).hasLength(Protocol.LONGEST_FAILURE);
  }

  record Name(String what, String text) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Name> names() {
    return Stream.of(
        new Name("short", "+a"),
        new Name("beyond ASCII", "a.odd+\u00e4\u20ac\ud83c\udfb5"),
        new Name("half a surrogate pair", "a.odd+\ud83c"),
        new Name("long", "a.odd+" + "n".repeat(32_000)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void opensFilesByName(Name row) throws Exception {
    Answer answer = client.ask(Request.open(row.text));
    assertThat(answer.result()).isEqualTo(0);
    int token = answer.words()[2];
    assertThat(client.ask(Request.read(token, 0, 4, 0)).result()).isEqualTo(4);
    assertThat(client.ask(Request.close(token)).result()).isEqualTo(0);
  }

  @Test
  void takesANullPointerForAnEmptyName() throws Exception {
    String empty = client.ask(Request.open("")).failure();
    assertThat(empty).contains("this file has no name");
    assertThat(client.ask(Request.open(null)).failure()).isEqualTo(empty);
    assertThat(client.ask(Request.rename(null, null)).failure())
        .isEqualTo(client.ask(Request.rename("", "")).failure());
  }

  /** A handler has taken all memory, which another message gives back. */
  @Test
  void survivesTheEndOfMemory() throws Exception {
    try (ChildServer server = server("-Xmx24m", "-XX:+UseSerialGC")) {
      int token = server.open("memory");
      Answer unused = server.client.ask(Request.read(token, 0, 4, 0));
      byte[] large = new byte[Protocol.LARGEST_DATA];
      Answer refused = server.client.ask(Request.write(token, large));
      assertThat(refused.result()).isEqualTo(-1);
      assertThat(refused.failure()).isEqualTo("Out of memory");
      assertThat(server.client.ask(new Request(OddGlue.FREE).of(token)).failure()).isNull();
      assertThat(server.client.ask(Request.write(token, large)).result()).isEqualTo(large.length);
    }
  }

  @Test
  void carriesAsMuchAsAFrameCan() throws Exception {
    int token = shared.open("any");
    byte[] large = new byte[Protocol.LARGEST_DATA];
    assertThat(client.ask(Request.write(token, large)).result()).isEqualTo(large.length);
    Answer answer =
        client.ask(Request.read(token, 0, Protocol.LARGEST_DATA, Protocol.LARGEST_AHEAD));
    assertThat(answer.data()).isEqualTo(bytes(0, OddGlue.SIZE));
  }

  @Test
  void refusesATransferWithoutABuffer() throws Exception {
    Request request = Request.read(shared.open("any"), 0, 4, 0);
    request.lParam1 = 0;
    assertThat(client.ask(request).failure()).contains("the pointer is NULL");
  }

  @Test
  void reportsATokenOfNoFile() throws Exception {
    assertThat(client.ask(Request.close(5)).result()).isEqualTo(MmioError.INVALID_HANDLE.code());
  }

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
            ENDS + "A procedure must have a provider",
            to -> to.putInt(1).putInt(Protocol.NO_TEXT)),
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
            "more than a message",
            ENDS + "A frame must have only the values of its kind",
            Request.close(0).name("more")));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void endsAfterNonsense(Nonsense row) throws Exception {
    try (ChildServer server = server()) {
      CompletableFuture<Answer> waiting =
          server.client.send(Request.read(server.open("wait"), 0, 4, 0));
      server.client.sendRaw(row.bytes);
      if (row.what.startsWith("the end")) {
        server.client.close();
      }
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.printed()).contains(row.printed);
      assertWithMessage("lines").that(server.printed().lines()).hasSize(1);
      assertThat(waiting.isCompletedExceptionally()).isTrue();
    }
  }
}
