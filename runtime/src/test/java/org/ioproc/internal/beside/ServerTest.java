package org.ioproc.internal.beside;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the threads, the memory and the end of a process beside the program. */
@Tag("any-java") // It takes long, and is the same over each transport.
class ServerTest {

  /** More requests than threads. */
  private static final int MANY = 8;

  private static final String[] LITTLE_MEMORY = {"-Xmx24m", "-XX:+UseSerialGC"};

  /** Memory for the data of two threads, but not of three. */
  private static final String TWO_THREADS = "-XX:MaxDirectMemorySize=300k";

  @RegisterExtension static final SharedServer shared = new SharedServer();

  @Test
  void aHandlerThatWaitsDelaysItsOwnFileOnly() throws Exception {
    CompletableFuture<Answer> waiting =
        shared.client().send(Request.read(shared.open("wait"), 0, 4, 0));
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
        Answer answer = shared.ask(Request.read(token, position, 100, 0));
        assertThat(answer.data()).isEqualTo(OddGlue.bytes(position, 100));
        assertThat(answer.position()).isEqualTo(position + 100);
      }
      assertThat(shared.ask(Request.close(token)).result()).isEqualTo(0);
      return "fine";
    } catch (Exception | AssertionError failure) {
      return failure.toString();
    }
  }

  @Test
  void endsWithItsInputAlthoughAHandlerWaits() throws Exception {
    try (ChildServer server = ChildServer.prepared()) {
      CompletableFuture<Answer> waiting =
          server.client.send(Request.read(server.open("wait"), 0, 4, 0));
      server.client.close();
      assertThat(server.exitCode()).isEqualTo(0);
      assertThat(server.printed()).isEmpty();
      assertThrows(ExecutionException.class, () -> Client.await(waiting));
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
    try (ChildServer server = ChildServer.prepared()) {
      CompletableFuture<Answer> reading =
          server.client.send(Request.read(server.open(row.element), 0, 4, 0));
      assertThat(server.exitCode()).isEqualTo(row.exitCode);
      assertThrows(ExecutionException.class, () -> Client.await(reading));
    }
  }

  @Test
  void whatAHandlerPrintsIsNoAnswer() throws Exception {
    try (ChildServer server = ChildServer.prepared()) {
      Answer answer = server.client.ask(Request.read(server.open("print"), 0, 4, 0));
      assertThat(answer.result()).isEqualTo(4);
      server.client.close();
      assertThat(server.printed()).containsExactly("printed by a handler");
    }
  }

  @Test
  void aHandlerCannotReadRequests() throws Exception {
    assertThat(shared.ask(Request.read(shared.open("input"), 0, 4, 0)).failure()).isNull();
  }

  @Test
  void whatAHandlerLeavesOnItsThreadHarmsNoOther() throws Exception {
    for (String careless : List.of("interrupt", "loader", "no loader", "priority", "stack")) {
      Answer unused = shared.ask(Request.read(shared.open(careless), 0, 4, 0));
      openWithEachThread();
    }
  }

  /** The threads take turns. */
  private static void openWithEachThread() throws Exception {
    for (int i = 0; i < MANY; i++) {
      assertThat(shared.ask(Request.open("a.odd+fresh")).failure()).isNull();
    }
  }

  /** A handler may itself send messages, even while it reads ahead. */
  @Test
  void aFailureIsThatOfTheProgramsMessage() throws Exception {
    int token = shared.open("nested");
    assertThat(shared.ask(Request.read(token, 0, 4, 4)).failure()).isNull();
    for (int i = 0; i < MANY; i++) {
      Answer answer = shared.ask(new Request(OddGlue.NUMBERS).of(token).parameters(0, -1));
      assertThat(answer.result()).isEqualTo(-1);
      assertThat(answer.failure()).isNull();
    }
  }

  @Test
  void refusesWhatNoThreadCanAnswer() throws Exception {
    try (ChildServer server = ChildServer.prepared(TWO_THREADS)) {
      int waits = openAtLast(server, "wait");
      int token = openAtLast(server, "any");
      CompletableFuture<Answer> waiting;
      Answer refused;
      do {
        waiting = server.client.send(Request.read(waits, 0, 4, 0));
        refused = server.client.ask(Request.read(token, 0, 4, 0));
      } while (waiting.isDone() || refused.result() != -1);
      assertThat(refused.failure()).isEqualTo("Out of memory");
      Answer answer = server.client.prepare(2, OddGlue.PROVIDER);
      assertThat(answer.result()).isEqualTo(Protocol.PROCEDURE_FAILED);
      assertThat(answer.failure()).isEqualTo("Out of memory");
      assertThat(waiting.isDone()).isFalse();
    }
  }

  /** A thread that has just answered may not be ready for the next request yet. */
  private static int openAtLast(ChildServer server, String element) throws Exception {
    int token = 0;
    while (token == 0) {
      token = server.open(element);
    }
    return token;
  }

  /** Of many threads most end, and their memory must not stay with the files. */
  @Test
  void threadsEndWithTheirMemory() throws Exception {
    try (ChildServer server = ChildServer.prepared("-XX:MaxDirectMemorySize=40m")) {
      for (int round = 0; round < 6; round++) {
        readTogether(server);
      }
    }
  }

  private static void readTogether(ChildServer server) throws Exception {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < OddGlue.TOGETHER; i++) {
      answers.add(server.client.send(Request.read(server.open("together"), 0, 256 * 1024, 0)));
    }
    for (CompletableFuture<Answer> answer : answers) {
      assertThat(Client.await(answer).failure()).isNull();
    }
  }

  @Test
  void aHandlerGetsAFullPath() throws Exception {
    CompletableFuture<Answer> asking =
        shared.client().send(Request.read(shared.open("ask"), 0, 4, 0));
    shared.client().reply(shared.client().question(), "C:\\a");
    assertThat(Client.await(asking).failure()).endsWith("path: C:\\a");
  }

  /** Another handler has taken all memory meanwhile. */
  @Test
  void survivesAReplyWithoutMemory() throws Exception {
    try (ChildServer server = ChildServer.prepared(LITTLE_MEMORY)) {
      int token = server.open("memory");
      CompletableFuture<Answer> asking =
          server.client.send(Request.read(server.open("ask"), 0, 4, 0));
      int question = server.client.question();
      Answer unused = server.client.ask(Request.read(token, 0, 4, 0));
      server.client.reply(question, "x".repeat(Protocol.LARGEST_DATA / 2));
      assertThat(Client.await(asking).failure()).endsWith("path: null");
    }
  }

  /** A handler has taken all memory, which another message gives back. */
  @Test
  void survivesTheEndOfMemory() throws Exception {
    try (ChildServer server = ChildServer.prepared(LITTLE_MEMORY)) {
      int token = server.open("memory");
      Answer unused = server.client.ask(Request.read(token, 0, 4, 0));
      byte[] large = new byte[Protocol.LARGEST_DATA];
      Answer refused = server.client.ask(Request.write(token, large));
      assertThat(refused.result()).isEqualTo(-1);
      assertThat(refused.failure()).isEqualTo("Out of memory");
      Answer unprepared = server.client.prepare(2, "x".repeat(Protocol.LARGEST_DATA / 2));
      assertThat(unprepared.result()).isEqualTo(Protocol.PROCEDURE_FAILED);
      assertThat(unprepared.failure()).isEqualTo("Out of memory");
      assertThat(server.client.ask(new Request(OddGlue.FREE).of(token)).failure()).isNull();
      assertThat(server.client.ask(Request.write(token, large)).result()).isEqualTo(large.length);
    }
  }
}
