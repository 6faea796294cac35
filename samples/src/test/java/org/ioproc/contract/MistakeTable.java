package org.ioproc.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ioproc.testing.BrokenPromise;

/**
 * The table of mistakes in the page about tests, with what the contract says of each.
 *
 * @param folder the folder with the files, whose name the table leaves out
 */
record MistakeTable(Path folder) {

  static final Path PAGE = Path.of("TESTING.md");

  /** Returns what was asked and what came, as two cells of a table. */
  String answer(BrokenPromise broken) {
    return (broken.asked() + " | " + broken.came())
        .replace(folder + folder.getFileSystem().getSeparator(), "");
  }

  /** Returns the two cells in the table, or empty ones for a mistake that is not listed. */
  static String listed(String name) throws IOException {
    Matcher row = row(name, Files.readString(PAGE));
    return row.find() ? row.group(2) : " | ";
  }

  static void write(String name, String answer) throws IOException {
    Matcher row = row(name, Files.readString(PAGE));
    Files.writeString(PAGE, row.replaceFirst("$1" + Matcher.quoteReplacement(answer) + " |"));
  }

  /** Its first group are the cells before the answer, the second is the answer. */
  private static Matcher row(String name, String page) {
    String start = "(?m)^(\\| `" + name + "` \\| [^|]* \\| `\\w+` \\| )(.*) \\|$";
    return Pattern.compile(start).matcher(page);
  }
}
