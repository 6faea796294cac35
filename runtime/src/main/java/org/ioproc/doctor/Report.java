package org.ioproc.doctor;

import java.io.PrintStream;
import java.util.Locale;
import org.ioproc.internal.text.Printable;

/**
 * Prints lines at once, so that those before a crash are there. A line about a problem begins with
 * an exclamation mark.
 */
final class Report {

  private final PrintStream out;
  private final PersonalNames names;
  private int problems;

  Report(PrintStream out, PersonalNames names) {
    this.out = out;
    this.names = names;
  }

  void section(String title) {
    print("\n" + names.replacedIn(Printable.of(title)));
  }

  void line(String name, String text) {
    print(String.format("  %-14s  %s", name, names.replacedIn(Printable.of(text))));
  }

  void problem(String text) {
    problems++;
    print("! " + names.replacedIn(Printable.of(text)));
  }

  /** Prints the result, and returns whether nothing is wrong. */
  boolean end() {
    print("");
    print(
        switch (problems) {
          case 0 -> "Nothing wrong was found.";
          case 1 -> "One problem was found. Its line begins with \"!\".";
          default -> problems + " problems were found. Their lines begin with \"!\".";
        });
    return problems == 0;
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }

  static String bytes(long count) {
    return count == 1 ? "1 byte" : String.format(Locale.ROOT, "%,d bytes", count);
  }

  static String milliseconds(long nanoseconds) {
    return String.format(Locale.ROOT, "%.1f ms", nanoseconds / 1e6);
  }
}
