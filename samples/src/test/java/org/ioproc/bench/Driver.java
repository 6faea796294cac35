package org.ioproc.bench;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The driver in C, compiled where it runs. */
final class Driver {

  private final NativeLibrary library;

  private Driver(NativeLibrary library) {
    this.library = library;
  }

  /** Compiles the driver; it needs a C compiler called {@code cc}. */
  static Driver compile(Path folder) throws IOException, InterruptedException {
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
      throw new IOException("cc cannot compile the driver: status " + status);
    }
    return new Driver(NativeLibrary.getInstance(library.toString()));
  }

  /** The address of one of the procedures in C. */
  long procedure(String name) {
    return Pointer.nativeValue(library.getFunction(name));
  }

  /** Says what those procedures read. */
  void prepare(long memory, Path file) throws IOException {
    if (library
            .getFunction("bench_prepare")
            .invokeInt(new Object[] {new Pointer(memory), file.toString()})
        < 0) {
      throw new IOException("The driver cannot open " + file);
    }
  }

  /** The time of one call in nanoseconds. */
  double nanoseconds(Call call, long rounds) {
    Function drive = library.getFunction("bench_drive");
    return drive.invokeDouble(
        new Object[] {
          new Pointer(call.procedure()),
          new Pointer(call.lpmmioinfo()),
          call.message(),
          call.lParam1(),
          call.lParam2(),
          new Pointer(call.position()),
          rounds,
          call.ownThread() ? 1 : 0
        });
  }

  /**
   * What is called.
   *
   * @param position the address of a position to set to 0 before each call, or 0
   * @param ownThread whether on a thread that Java has never seen
   */
  record Call(
      long procedure,
      long lpmmioinfo,
      int message,
      long lParam1,
      long lParam2,
      long position,
      boolean ownThread) {

    /** The same on a thread that Java has never seen. */
    Call onOwnThread() {
      return new Call(procedure, lpmmioinfo, message, lParam1, lParam2, position, true);
    }

    /** The same, answered by another procedure. */
    Call by(long another) {
      return new Call(another, lpmmioinfo, message, lParam1, lParam2, position, ownThread);
    }
  }
}
