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
 * What a native wrapper calls when this code runs inside another application. The wrapper loads
 * this class through a class loader over the jars beside its DLL, and nothing in Java refers to it.
 */
public final class WrapperEntry {

  /** Counts the changes of what this class and the wrapper's source ask of each other. */
  private static final int CONTRACT = 3;

  private WrapperEntry() {}

  /**
   * Prepares the library. The wrapper calls it once, before anything else here.
   *
   * @param contract what the wrapper expects of this class
   * @param pointerSize the size of a pointer in bytes
   * @param output the file for the VM's output, if the wrapper started the VM: the one that {@code
   *     IOPROC_LOG} names, or Windows' device for nothing; else null
   */
  public static void start(int contract, int pointerSize, @Nullable String output) {
    if (contract != CONTRACT) {
      throw new IncompatibleClassChangeError(
          "The wrapper DLL and ioproc's jar come from the same version of ioproc; these do not.");
    }
    if (output != null) {
      redirectOutput(output);
    }
    JniTransport.use(pointerSize);
  }

  /** The application's own output must not have Java's lines in it. */
  private static void redirectOutput(String file) {
    PrintStream output = new PrintStream(open(file), true, StandardCharsets.UTF_8);
    System.setOut(output);
    System.setErr(output);
  }

  /** A log that cannot be written is no reason to refuse; the wrapper thinks so, too. */
  private static OutputStream open(String file) {
    try {
      return new FileOutputStream(file, true);
    } catch (IOException unwritable) { // Loaded anyway, unlike FileNotFoundException.
      return OutputStream.nullOutputStream();
    }
  }

  /**
   * Makes a procedure. The wrapper makes the provider, because reflection, on Java 22 and later,
   * costs a process more than all the rest here.
   *
   * @param provider an object of a generated class
   * @return what the wrapper sends the messages to
   * @throws ClassNotFoundException if a class is missing, damaged or of another version
   * @throws Exception what the procedure's constructor throws
   */
  public static IoProcGlue<?> procedure(Object provider) throws Exception {
    String name = provider.getClass().getName();
    if (!(provider instanceof IoProcProvider made)) {
      throw new ClassNotFoundException(name + " is no " + IoProcProvider.class.getName());
    }
    HostThread host = HostThread.current();
    if (host == null) {
      return glue(made, name);
    }
    boolean interrupted = Thread.interrupted();
    int priority = host.begin();
    try {
      return glue(made, name);
    } finally {
      host.end(interrupted, priority);
    }
  }

  private static IoProcGlue<?> glue(IoProcProvider made, String name) throws Exception {
    try {
      return made.glue();
    } catch (LinkageError failure) {
      if (failure instanceof ExceptionInInitializerError
          || failure.getCause() instanceof ExceptionInInitializerError) {
        throw failure; // The procedure's own code, now or at an earlier attempt.
      }
      throw new ClassNotFoundException("what " + name + " needs", failure);
    }
  }

  /**
   * Prepares a thread of the host that the wrapper has attached. Sets its context class loader to
   * the library's, through which service loaders search, unless it already has one. From now on the
   * thread's interrupt and priority are reset after each message.
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
   * Takes what last went wrong in a procedure on this thread.
   *
   * @return its text, or null
   */
  public static @Nullable String failure() {
    Throwable failure = LastFailure.take();
    return failure == null ? null : text(failure);
  }

  /**
   * Says what went wrong, for the application's user.
   *
   * @param failure what was thrown
   * @return its text and those of its causes
   */
  public static String text(Throwable failure) {
    return FailureLog.text(failure);
  }

  private static ClassLoader loader() {
    return Objects.requireNonNull(WrapperEntry.class.getClassLoader());
  }
}
