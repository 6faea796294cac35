package org.ioproc.internal.beside;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the protocol as the wrapper DLL does.
 *
 * <p>Threads: safe for concurrent use.
 */
final class Client {

  /** In seconds: how long an answer may take. */
  static final int LIMIT = 60;

  private final OutputStream requests;
  private final InputStream answers;
  private final Map<Integer, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
  private final BlockingQueue<Integer> questions = new LinkedBlockingQueue<>();
  private final AtomicInteger last = new AtomicInteger();

  /** Waits for the hello. */
  Client(InputStream answers, OutputStream requests) throws IOException {
    this.requests = requests;
    this.answers = answers;
    Frame hello = new Frame();
    if (!hello.read(answers) || hello.kind() != Protocol.HELLO) {
      throw new IOException("no hello");
    }
    start(this::read);
  }

  /** Runs a task that may wait forever, for which a pool may lack threads. */
  static void start(Runnable task) {
    Thread thread = new Thread(task, "test");
    thread.setDaemon(true);
    thread.start();
  }

  private void read() {
    Frame frame = new Frame();
    Throwable end = new EOFException("Java has ended");
    try {
      while (frame.read(answers)) {
        take(frame);
      }
    } catch (IOException | RuntimeException failure) {
      end = failure;
    }
    for (CompletableFuture<Answer> future : waiting.values()) {
      future.completeExceptionally(end);
    }
  }

  private void take(Frame frame) throws IOException {
    if (frame.kind() == Protocol.QUESTION) {
      questions.add(frame.number());
      return;
    }
    CompletableFuture<Answer> future = waiting.remove(frame.number());
    if (frame.kind() != Protocol.ANSWER || future == null) {
      throw new IOException("kind " + frame.kind() + ", number " + frame.number());
    }
    future.complete(Answer.read(frame));
  }

  /** Waits for a question. Returns its number. */
  int question() throws InterruptedException {
    return Objects.requireNonNull(questions.poll(LIMIT, TimeUnit.SECONDS));
  }

  void reply(int question, @Nullable String path) throws IOException {
    write(Protocol.REPLY, question, frame -> frame.putText(path));
  }

  Answer prepare(int procedure, String provider) throws Exception {
    return await(send(Protocol.PREPARE, frame -> frame.putInt(procedure).putText(provider)));
  }

  Answer ask(Request request) throws Exception {
    return await(send(request));
  }

  CompletableFuture<Answer> send(Request request) throws IOException {
    return send(Protocol.MESSAGE, request::write);
  }

  static Answer await(CompletableFuture<Answer> answer) throws Exception {
    return answer.get(LIMIT, TimeUnit.SECONDS);
  }

  CompletableFuture<Answer> send(int kind, Consumer<Frame> payload) throws IOException {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    int number = last.incrementAndGet();
    waiting.put(number, answer);
    write(kind, number, payload);
    return answer;
  }

  private void write(int kind, int number, Consumer<Frame> payload) throws IOException {
    Frame frame = new Frame();
    frame.begin(kind, number);
    payload.accept(frame);
    synchronized (requests) {
      frame.write(requests);
    }
  }

  /** Sends bytes that may be no frame. */
  void sendRaw(byte[] bytes) throws IOException {
    synchronized (requests) {
      requests.write(bytes);
      requests.flush();
    }
  }

  /** Ends the requests, as the end of the application does. */
  void close() throws IOException {
    requests.close();
  }
}
