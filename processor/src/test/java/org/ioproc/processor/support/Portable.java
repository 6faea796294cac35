package org.ioproc.processor.support;

import java.io.File;
import java.nio.file.Path;

/** What tests compare, the same on each system. */
public final class Portable {

  private Portable() {}

  /** Returns a program's output, each line of which ends with a line feed. */
  static String lines(String output) {
    return output.replace("\r\n", "\n");
  }

  /** Returns a file's path in a folder, with slashes. */
  public static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
