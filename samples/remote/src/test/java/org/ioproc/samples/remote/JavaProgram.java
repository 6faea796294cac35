package org.ioproc.samples.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a JVM of its own that prints numbers. */
final class JavaProgram {

  private JavaProgram() {}

  /** Runs a program with this one's class path, and returns what it prints. */
  static double[] run(List<String> options, Class<?> program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(arguments);
    Process java =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    double[] numbers = java.inputReader().lines().mapToDouble(Double::parseDouble).toArray();
    int status = java.waitFor();
    if (status != 0) {
      throw new IOException(program.getSimpleName() + " ended with the status " + status);
    }
    return numbers;
  }
}
