package org.ioproc.internal.beside;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests questions to the application, and its replies. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipesTest {

  private final PipedOutputStream toJava = new PipedOutputStream();
  private final PipedInputStream fromJava = new PipedInputStream(1 << 17);
  private Pipes pipes;

  @BeforeEach
  void connect() throws IOException {
    pipes = new Pipes(new PipedInputStream(toJava, 1 << 17), new PipedOutputStream(fromJava));
  }

  private CompletableFuture<String> ask(String name) {
    return CompletableFuture.supplyAsync(() -> String.valueOf(pipes.fullPath(name)), Client::start);
  }

  private Frame question() throws IOException {
    Frame question = new Frame();
    assertThat(question.read(fromJava)).isTrue();
    assertThat(question.kind()).isEqualTo(Protocol.QUESTION);
    return question;
  }

  private void reply(int number, String text) throws IOException {
    Frame reply = new Frame();
    reply.begin(Protocol.REPLY, number);
    reply.putText(text);
    reply.write(toJava);
  }

  /** Sends a request, before which the replies are delivered. */
  private void deliver() throws IOException {
    Frame request = new Frame();
    request.begin(Protocol.MESSAGE, 5);
    request.write(toJava);
    Frame read = new Frame();
    assertThat(pipes.read(read, () -> {})).isTrue();
    assertThat(read.number()).isEqualTo(5);
  }

  private static String get(CompletableFuture<String> answer) throws Exception {
    return answer.get(Client.LIMIT, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"C:\\folder\\name", ""})
  void passesAReply(String path) throws Exception {
    CompletableFuture<String> answer = ask("name");
    Frame question = question();
    assertThat(question.getText()).isEqualTo("name");
    question.requireEnd();
    reply(question.number(), path);
    deliver();
    assertThat(get(answer)).isEqualTo(String.valueOf(path));
  }

  @Test
  void deliversRepliesInAnyOrder() throws Exception {
    CompletableFuture<String> one = ask("one");
    int first = question().number();
    CompletableFuture<String> two = ask("two");
    int second = question().number();
    reply(second, "2");
    reply(first, "1");
    deliver();
    assertThat(get(one)).isEqualTo("1");
    assertThat(get(two)).isEqualTo("2");
  }

  @Test
  void asksNothingThatWindowsWouldTruncate() {
    assertThat(pipes.fullPath("a\0b")).isNull();
    assertThat(pipes.fullPath("n".repeat(Protocol.LONGEST_NAME))).isNull();
  }

  @Test
  void asksForTheLongestName() throws Exception {
    String longest = "n".repeat(Protocol.LONGEST_NAME - 1);
    CompletableFuture<String> answer = ask(longest);
    Frame question = question();
    assertThat(question.getText()).isEqualTo(longest);
    reply(question.number(), longest);
    deliver();
    assertThat(get(answer)).isEqualTo(longest);
  }

  /** An interrupt may be meant for the handler, which gets it after the reply. */
  @Test
  void keepsAnInterrupt() throws Exception {
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(
            () -> {
              Thread.currentThread().interrupt();
              return pipes.fullPath("name") + " " + Thread.interrupted();
            },
            Client::start);
    reply(question().number(), "path");
    deliver();
    assertThat(get(answer)).isEqualTo("path true");
  }

  @Test
  void refusesAReplyToNoQuestionAndAllThatFollows() throws Exception {
    reply(1, "path");
    assertThrows(ProtocolException.class, this::deliver);
    assertThrows(ProtocolException.class, () -> pipes.read(new Frame(), () -> {}));
  }

  @Test
  void refusesASecondReply() throws Exception {
    CompletableFuture<String> answer = ask("name");
    int number = question().number();
    reply(number, "path");
    reply(number, "another");
    assertThrows(ProtocolException.class, this::deliver);
    assertThat(get(answer)).isEqualTo("path");
  }

  @Test
  void refusesAReplyWithMoreThanAPath() throws Exception {
    CompletableFuture<String> answer = ask("name");
    Frame reply = new Frame();
    reply.begin(Protocol.REPLY, question().number());
    reply.putText("path").putInt(1).write(toJava);
    assertThrows(ProtocolException.class, this::deliver);
    assertThat(answer.isDone()).isFalse();
  }

  @Test
  void aBrokenPipeAnswersNothing() throws Exception {
    fromJava.close();
    assertThat(pipes.fullPath("name")).isNull();
    reply(1, "path"); // The question is forgotten.
    assertThrows(ProtocolException.class, this::deliver);
  }
}
