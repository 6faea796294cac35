package org.ioproc.support;

import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs in new processes of this JVM. */
public final class ChildJvm {

  /** Names the source of random numbers where the JDK's does not work. */
  private static final String SECURITY = "java.security.properties";

  private ChildJvm() {}

  /**
   * Runs a program, which must exit with 0, and returns the lines that it prints. Shows its error
   * stream, to which JNA writes warnings, only if it fails.
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
   * Runs a program, and returns the lines that it prints. Shows its error stream only if it fails.
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
    Path errors = Files.createTempFile("errors", ".txt");
    try {
      Process process = start(new ProcessBuilder(command).redirectError(errors.toFile()));
      byte[] printed = process.getInputStream().readAllBytes();
      List<String> lines = new String(printed, StandardCharsets.UTF_8).lines().toList();
      int found = process.waitFor();
      assertWithMessage("%s\n%s", lines, Files.readString(errors, StandardCharsets.ISO_8859_1))
          .that(found)
          .isEqualTo(status);
      return lines;
    } finally {
      Files.delete(errors);
    }
  }

  /** Starts a program. Tries twice: Wine 8.0 sometimes fails with an internal error. */
  public static Process start(ProcessBuilder program) throws IOException {
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
