package org.ioproc.differential;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A program that shows a difference, and what the embedded manager does at its last call. {@code
 * differences.txt} has three lines for each: the difference, the program, and the documented {@link
 * Outcome}.
 */
record Example(Difference difference, Program program, String outcome) {

  private static final String FILE = "differences.txt";

  static List<Example> all() throws IOException {
    try (InputStream text = Example.class.getResourceAsStream(FILE)) {
      String all = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = all.lines().map(String::strip).toList();
      return IntStream.range(0, lines.size() / 3).mapToObj(i -> of(lines, 3 * i)).toList();
    }
  }

  private static Example of(List<String> lines, int first) {
    return new Example(
        Difference.named(lines.get(first)),
        Program.parse(lines.get(first + 1)),
        lines.get(first + 2));
  }
}
