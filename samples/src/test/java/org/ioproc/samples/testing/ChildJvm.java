package org.ioproc.samples.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Builds the command line of another process that runs on the same Java. */
public final class ChildJvm {

  private ChildJvm() {}

  /** Returns the start of a command line, to which options and a class may be added. */
  public static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String security = System.getProperty("java.security.properties");
    if (security != null) { // A source of random numbers that works under Wine.
      command.add("-Djava.security.properties=" + security);
    }
    return command;
  }
}
