package org.ioproc.bench;

import static org.ioproc.MmioMessages.MMIOM_READ;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The driver in C, which sends messages and measures the time they take. */
final class Driver {

  private final NativeLibrary library;

  private Driver(NativeLibrary library) {
    this.library = library;
  }

  /**
   * Loads the driver that {@code -Dbench.driver} names. Without that property, {@code cc} compiles
   * it.
   */
  static Driver load(Path folder) throws IOException, InterruptedException {
    String ready = System.getProperty("bench.driver");
    return new Driver(NativeLibrary.getInstance(ready == null ? compile(folder) : ready));
  }

  private static String compile(Path folder) throws IOException, InterruptedException {
    Path source = folder.resolve("driver.c");
    try (InputStream resource = Driver.class.getResourceAsStream("driver.c")) {
      Files.copy(Objects.requireNonNull(resource), source);
    }
    Path library = folder.resolve("libdriver.so");
    int status =
        new ProcessBuilder(
                "cc",
                "-std=gnu11",
                "-O2",
                "-Wall",
                "-Wextra",
                "-Werror",
                "-shared",
                "-fPIC",
                "-pthread",
                "-o",
                library.toString(),
                source.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("cc could not compile the driver: status " + status);
    }
    return library.toString();
  }

  /** Returns the address of one of the procedures in C. */
  long procedure(String name) {
    return Pointer.nativeValue(library.getFunction(name));
  }

  /** Sets the memory and the file that the procedures in C read. */
  void prepare(long memory, Path file) throws IOException {
    if (library
            .getFunction("bench_prepare")
            .invokeInt(new Object[] {new Pointer(memory), file.toString()})
        < 0) {
      throw new IOException("The driver could not open " + file);
    }
  }

  /** Closes the file that the procedures in C read. */
  void release() throws IOException {
    succeeded("bench_release", library.getFunction("bench_release").invokeInt(new Object[0]));
  }

  /** Opens a file through winmm with a procedure. On Windows only. */
  long openInWinmm(long procedure) throws IOException {
    Pointer file =
        library.getFunction("bench_open").invokePointer(new Object[] {new Pointer(procedure)});
    if (file == null) {
      throw new IOException("winmm could not open a file with this procedure");
    }
    return Pointer.nativeValue(file);
  }

  /** Closes a file that {@link #openInWinmm} opened. */
  void closeInWinmm(long file) throws IOException {
    succeeded(
        "bench_close",
        library.getFunction("bench_close").invokeInt(new Object[] {new Pointer(file)}));
  }

  private static void succeeded(String what, int result) throws IOException {
    if (result != 0) {
      throw new IOException(what + " returned " + result);
    }
  }

  /** Returns the time of one call, in nanoseconds. */
  double nanoseconds(Call call, long rounds) {
    Function drive = library.getFunction("bench_drive");
    double nanoseconds =
        drive.invokeDouble(
            new Object[] {
              new Pointer(call.procedure()),
              new Pointer(call.lpmmioinfo()),
              call.message(),
              call.lParam1(),
              call.lParam2(),
              new Pointer(call.position()),
              rounds,
              call.message() == MMIOM_READ ? call.lParam2() : 0L,
              call.newThread() ? 1 : 0
            });
    if (nanoseconds < 0) {
      throw new IllegalStateException("A call returned an unexpected result: " + call);
    }
    return nanoseconds;
  }

  /**
   * A call of a procedure.
   *
   * @param position the address of a position that is set to 0 before each call, or 0
   * @param newThread whether the call comes from a new thread, which Java has never seen
   */
  record Call(
      long procedure,
      long lpmmioinfo,
      int message,
      long lParam1,
      long lParam2,
      long position,
      boolean newThread) {

    /** Returns the same call on a new thread, which Java has never seen. */
    Call onNewThread() {
      return new Call(procedure, lpmmioinfo, message, lParam1, lParam2, position, true);
    }

    /** Returns the call with another message, to another file. */
    Call of(long file, int another) {
      return new Call(procedure, file, another, lParam1, lParam2, position, newThread);
    }

    /** Returns the same call of another procedure. */
    Call by(long another) {
      return new Call(another, lpmmioinfo, message, lParam1, lParam2, position, newThread);
    }
  }
}
