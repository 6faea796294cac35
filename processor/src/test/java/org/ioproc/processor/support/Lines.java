package org.ioproc.processor.support;

/** Lines as tests compare them: each ends with a line feed. */
final class Lines {

  private Lines() {}

  /** Returns a program's output with the same line ends on each system. */
  static String of(String output) {
    return output.replace("\r\n", "\n");
  }
}
