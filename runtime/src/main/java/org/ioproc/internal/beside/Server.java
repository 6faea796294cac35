package org.ioproc.internal.beside;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.ioproc.glue.WrapperEntry;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.transport.PipeTransport;

/**
 * The program that a wrapper DLL starts beside an application. Standard input and output are the
 * pipes; what Java prints goes to the error stream, which the wrapper writes to its log.
 *
 * <p>The thread that reads a request also answers it, so an answer needs no switch between threads.
 * Meanwhile another thread reads. A handler that waits therefore delays its own file only.
 */
public final class Server {

  /** How many threads read or wait for their turn to read. Others end, with their memory. */
  private static final int MOST_IDLE = 16;

  /** Room for a usual request, which then takes one call of the system. */
  private static final int BUFFER = 64 * 1024;

  private final Pipes pipes;
  private final PipeTransport transport;
  private final Procedures procedures;
  private final IntConsumer end;

  /** The threads that read or wait for their turn to read. */
  private final AtomicInteger idle = new AtomicInteger();

  /**
   * Creates a server.
   *
   * @param transport that of the process
   * @param end ends the process with an exit code
   */
  Server(Pipes pipes, PipeTransport transport, Procedures procedures, IntConsumer end) {
    this.pipes = pipes;
    this.transport = transport;
    this.procedures = procedures;
    this.end = end;
  }

  /**
   * Serves the process that started this one, until it closes the pipe or ends.
   *
   * @param arguments none
   * @throws IOException if the pipe is broken
   */
  public static void main(String[] arguments) throws IOException {
    System.setErr(log());
    System.setOut(log());
    System.setIn(InputStream.nullInputStream());
    Pipes pipes =
        new Pipes(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER),
            new FileOutputStream(FileDescriptor.out));
    PipeTransport transport = PipeTransport.use(pipes);
    new Server(pipes, transport, new Procedures(), Runtime.getRuntime()::halt).start();
  }

  /** A handler that closes one stream must not silence the other, or the VM. */
  private static PrintStream log() {
    OutputStream log =
        new FileOutputStream(FileDescriptor.err) {
          @Override
          public void close() {
            // The stream does not buffer.
          }
        };
    return new PrintStream(log, true, StandardCharsets.UTF_8);
  }

  /** Says hello and begins to serve. */
  void start() throws IOException {
    Frame hello = new Frame();
    hello.begin(Protocol.HELLO, Protocol.VERSION);
    hello.putText(System.getProperty("java.version", ""));
    pipes.write(hello);
    idle.incrementAndGet();
    addThread();
  }

  /**
   * Adds a thread, without inherited values of thread locals, because handlers may have set them.
   *
   * @throws OutOfMemoryError if there can be no more threads
   */
  private void addThread() {
    Worker worker = new Worker(transport, procedures);
    try {
      new Thread(null, () -> run(worker), "mmio client", 0, false).start();
    } catch (OutOfMemoryError full) {
      worker.close();
      throw full;
    }
  }

  /**
   * Answers requests until the pipe ends, or enough other threads wait. At the end of the pipe the
   * process ends at once, because the application has ended, and handlers may wait forever.
   */
  private void run(Worker worker) {
    try {
      Runnable onRead = () -> replaceReader(worker);
      while (pipes.read(worker.request(), onRead)) {
        welcome(worker);
        pipes.write(worker.answer());
        if (!mayRead()) {
          worker.close();
          return;
        }
      }
      end.accept(0);
    } catch (Throwable failure) {
      fail(failure);
    }
  }

  /** Prepares the thread for a message, whatever handlers of other files have left. */
  private static void welcome(Worker worker) {
    try {
      WrapperEntry.welcome();
      Throwable unused = LastFailure.take(); // That of a message which a handler has sent.
      Thread.currentThread().setContextClassLoader(Server.class.getClassLoader());
    } catch (OutOfMemoryError full) {
      worker.refuse();
    }
  }

  /** Called by the thread that has read a request. */
  private void replaceReader(Worker worker) {
    if (idle.decrementAndGet() == 0) {
      idle.incrementAndGet();
      try {
        addThread();
      } catch (OutOfMemoryError full) { // There can be no more threads.
        idle.decrementAndGet();
        worker.refuse();
      }
    }
  }

  /** Counts this thread as one that reads, unless there are enough. */
  private boolean mayRead() {
    return idle.getAndUpdate(count -> Math.min(count + 1, MOST_IDLE)) < MOST_IDLE;
  }

  /** Only the first of several threads that fail reports why. */
  private synchronized void fail(Throwable failure) {
    try {
      System.err.println(reason(failure));
    } catch (VirtualMachineError full) {
      // The process must end nevertheless.
    } finally {
      end.accept(1);
    }
  }

  /** Describes why the process ends. Only a mistake in this code needs a stack trace. */
  private static String reason(Throwable failure) {
    if (failure instanceof ProtocolException) {
      return "Java ends: a request does not follow the protocol. " + failure.getMessage();
    }
    if (failure instanceof IOException) {
      return "Java ends: the pipe is broken. " + failure.getMessage();
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return "Java ends: " + trace;
  }
}
