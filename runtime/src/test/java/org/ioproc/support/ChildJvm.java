package org.ioproc.support;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs in new processes of this JVM. */
public final class ChildJvm {

  /** Names the source of random numbers where the JDK's does not work. */
  private static final String SECURITY = "java.security.properties";

  private ChildJvm() {}

  /**
   * Runs a program, which must exit with 0, and returns the lines that it prints. Discards the
   * error stream, to which JNA writes warnings.
   *
   * @param options the JVM's options
   */
  public static List<String> run(List<String> options, String classPath, Class<?> program)
      throws Exception {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-classpath", classPath, program.getName()));
    return run(0, all);
  }

  /**
   * Runs a program, and returns the lines that it prints. Discards the error stream.
   *
   * @param status the status with which the program must exit
   * @param arguments the JVM's options, the program's name and its arguments
   */
  public static List<String> run(int status, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String security = System.getProperty(SECURITY);
    if (security != null) {
      command.add("-D" + SECURITY + "=" + security);
    }
    command.addAll(arguments);
    Process process = start(command);
    byte[] printed = process.getInputStream().readAllBytes();
    List<String> lines = new String(printed, StandardCharsets.UTF_8).lines().toList();
    assertWithMessage("%s", lines).that(process.waitFor()).isEqualTo(status);
    return lines;
  }

  /** Tries twice: Wine 8.0 sometimes fails with an internal error. */
  private static Process start(List<String> command) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return program.start();
    } catch (IOException failure) {
      if (!String.valueOf(failure.getMessage()).contains("error=1359")) {
        throw failure;
      }
      return program.start();
    }
  }

  /** Runs a program with the class path of the tests. */
  public static List<String> run(List<String> options, Class<?> program) throws Exception {
    return run(options, System.getProperty("java.class.path"), program);
  }
}
