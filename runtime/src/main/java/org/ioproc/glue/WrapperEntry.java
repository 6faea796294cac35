package org.ioproc.glue;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.transport.JniTransport;
import org.jspecify.annotations.Nullable;

/**
 * The methods that serve a wrapper DLL. Inside another application, the wrapper itself calls them,
 * and loads this class through a class loader over the jars beside its DLL. In a process beside the
 * application, the code that reads the wrapper's messages calls those that prepare procedures and
 * threads and describe failures.
 */
public final class WrapperEntry {

  /** The version of the contract between this class and the wrapper's C code. */
  private static final int CONTRACT = 3;

  private WrapperEntry() {}

  /**
   * Prepares the library. The wrapper calls this method once, before the others.
   *
   * @param contract the version of the contract that the wrapper was built for
   * @param pointerSize the size of a pointer in bytes
   * @param output the file for the VM's output if the wrapper started the VM: the file that {@code
   *     IOPROC_LOG} names, or Windows' null device; otherwise null
   */
  public static void start(int contract, int pointerSize, @Nullable String output) {
    if (contract != CONTRACT) {
      throw new IncompatibleClassChangeError(
          "The wrapper DLL and ioproc's jar must come from the same version of ioproc; these do"
              + " not.");
    }
    if (output != null) {
      redirectOutput(output);
    }
    JniTransport.use(pointerSize);
  }

  /**
   * Redirects Java's output, which must not appear in the application's output. A handler that
   * closes one stream must not silence the other.
   */
  private static void redirectOutput(String file) {
    System.setOut(output(file));
    System.setErr(output(file));
  }

  private static PrintStream output(String file) {
    return new PrintStream(open(file), true, StandardCharsets.UTF_8);
  }

  /** Opens the log. Like the wrapper, continues without a log if it cannot be written. */
  private static OutputStream open(String file) {
    try {
      return new FileOutputStream(file, true);
    } catch (IOException unwritable) { // FileNotFoundException would be one more class to load.
      return OutputStream.nullOutputStream();
    }
  }

  /**
   * Creates a procedure. The wrapper itself creates the provider, because reflection on Java 22 and
   * later costs a process more than everything else here.
   *
   * @param provider an object of a generated class
   * @return the glue to which the wrapper sends the messages
   * @throws ClassNotFoundException if a class is missing, damaged or from another version
   * @throws Exception what the procedure's constructor throws
   */
  public static IoProcGlue<?> procedure(Object provider) throws Exception {
    String name = provider.getClass().getName();
    if (!(provider instanceof IoProcProvider ours)) {
      throw new ClassNotFoundException(name + " is not an " + IoProcProvider.class.getName());
    }
    HostThread host = HostThread.current();
    if (host == null) {
      return glue(ours, name);
    }
    boolean interrupted = Thread.interrupted();
    int priority = host.begin();
    try {
      return glue(ours, name);
    } finally {
      host.end(interrupted, priority);
    }
  }

  private static IoProcGlue<?> glue(IoProcProvider provider, String name) throws Exception {
    try {
      return provider.glue();
    } catch (LinkageError failure) {
      if (failure instanceof ExceptionInInitializerError
          || failure.getCause() instanceof ExceptionInInitializerError) {
        throw failure; // Thrown by the procedure's code, now or at an earlier attempt.
      }
      throw new ClassNotFoundException("what " + name + " needs", failure);
    }
  }

  /**
   * Prepares a thread of the host that the wrapper has attached to Java. Unless the thread has a
   * context class loader other than the system's, sets it to the library's, so that service loaders
   * find the jars beside the DLL. From then on, the thread's interrupt and priority are reset after
   * each message.
   */
  public static void welcome() {
    HostThread.mark();
    Thread thread = Thread.currentThread();
    ClassLoader present = thread.getContextClassLoader();
    if (present == null || present.equals(ClassLoader.getSystemClassLoader())) {
      thread.setContextClassLoader(loader());
    }
  }

  /**
   * Describes the most recent failure of a procedure on this thread, once.
   *
   * @return its text, or null if there was none since the last call
   */
  public static @Nullable String failure() {
    Throwable failure = LastFailure.take();
    return failure == null ? null : text(failure);
  }

  /**
   * Describes a failure for the application's user.
   *
   * @param failure what was thrown
   * @return the texts of the failure and its causes, in one line
   */
  public static String text(Throwable failure) {
    return FailureLog.text(failure);
  }

  private static ClassLoader loader() {
    return Objects.requireNonNull(WrapperEntry.class.getClassLoader());
  }
}
