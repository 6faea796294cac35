package org.ioproc.processor.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs javac in a separate process, where it finds processors in jars, as build tools do. */
public final class Javac {

  private Javac() {}

  /** Compiles, and returns the compiler's output, which is empty on success. */
  public static String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String reported = Portable.lines(new String(process.getInputStream().readAllBytes(), UTF_8));
    return process.waitFor() != 0 && reported.isEmpty() ? "failed" : reported;
  }
}
