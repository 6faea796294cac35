package org.ioproc.internal.beside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.internal.text.ProcessPath;
import org.ioproc.internal.transport.StackRoom;
import org.jspecify.annotations.Nullable;

/**
 * The two pipes to and from the wrapper DLL. Streams and not channels, because an interrupt would
 * close a channel.
 *
 * <p>Threads: safe for concurrent use. One thread at a time reads.
 */
final class Pipes implements ProcessPath.Resolver {

  /**
   * The stack, in kilobytes, for a question: an overflow could break the initialization of classes.
   */
  private static final int ROOM = 12;

  private final InputStream requests;
  private final OutputStream answers;
  private final Object reading = new Object();
  private final List<Question> questions = new ArrayList<>();
  private @Nullable IOException failure;
  private int lastQuestion;

  Pipes(InputStream requests, OutputStream answers) {
    this.requests = requests;
    this.answers = answers;
  }

  /**
   * Reads the next request, and delivers the replies before it.
   *
   * @param onRead called before another thread can read
   * @return false if the wrapper has closed the pipe
   * @throws IOException if the pipe is broken, or a reply does not follow the protocol; then every
   *     later call throws it
   */
  boolean read(Frame frame, Runnable onRead) throws IOException {
    synchronized (reading) {
      try {
        return readRequest(frame, onRead);
      } catch (IOException broken) {
        failure = broken;
        throw broken;
      }
    }
  }

  private boolean readRequest(Frame frame, Runnable onRead) throws IOException {
    if (failure != null) {
      throw failure; // What follows in the pipe means nothing.
    }
    while (frame.read(requests)) {
      if (frame.kind() != Protocol.REPLY) {
        onRead.run();
        return true;
      }
      deliver(frame);
    }
    return false;
  }

  void write(Frame frame) throws IOException {
    synchronized (answers) {
      frame.write(answers);
    }
  }

  /**
   * Resolves a name in the application, whose current folder decides. Waits for the reply, which
   * another thread reads.
   */
  @Override
  public @Nullable String fullPath(String name) {
    if (name.length() >= Protocol.LONGEST_NAME || name.indexOf('\0') >= 0) {
      return null; // Windows would truncate the name.
    }
    StackRoom.require(ROOM);
    Frame frame = new Frame();
    Question question = add();
    try {
      frame.begin(Protocol.QUESTION, question.number);
      write(frame.putText(name));
      return question.await();
    } catch (IOException broken) {
      return null; // The process is about to end.
    } finally {
      Object unused = remove(question.number);
    }
  }

  private Question add() {
    synchronized (questions) {
      lastQuestion++;
      Question question = new Question(lastQuestion);
      questions.add(question);
      return question;
    }
  }

  /** Allocates nothing, because a reply must be delivered even if memory has run out. */
  private @Nullable Question remove(int number) {
    synchronized (questions) {
      for (int i = 0; i < questions.size(); i++) {
        if (questions.get(i).number == number) {
          return questions.remove(i);
        }
      }
      return null;
    }
  }

  private void deliver(Frame frame) throws IOException {
    Question question = remove(frame.number());
    if (question == null) {
      throw new ProtocolException(
          "A reply must answer a question; there is no question " + frame.number() + ".");
    }
    question.answer(reply(frame));
  }

  /** Reads a reply. If memory runs out, the name cannot be resolved. */
  private static @Nullable String reply(Frame frame) throws ProtocolException {
    if (!frame.isWhole()) {
      return null;
    }
    try {
      String text = frame.getText();
      frame.requireEnd();
      return text;
    } catch (OutOfMemoryError full) {
      return null;
    }
  }

  private static final class Question {

    private final int number;
    private @Nullable String answer;
    private boolean answered;

    Question(int number) {
      this.number = number;
    }

    synchronized void answer(@Nullable String text) {
      answer = text;
      answered = true;
      notifyAll();
    }

    /** Waits regardless of interrupts, which may be meant for the handler. */
    synchronized @Nullable String await() {
      boolean interrupted = false;
      while (!answered) {
        try {
          wait();
        } catch (InterruptedException later) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return answer;
    }
  }
}
