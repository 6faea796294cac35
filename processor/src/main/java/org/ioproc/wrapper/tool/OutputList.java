package org.ioproc.wrapper.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The list of the files that the tool wrote, in its output folder. */
final class OutputList {

  static final String FILE = "ioproc-files.txt";

  private static final String MARK = "# Files that \"ioproc wrap\" wrote";

  /** The form of all paths that the tool writes: none can lead out of the folder. */
  private static final Pattern PATH =
      Pattern.compile("[^/\\\\:.][^/\\\\:]*(/[^/\\\\:.][^/\\\\:]*)*");

  private OutputList() {}

  static String write(Collection<String> files) {
    return """
    %s. The next run replaces or deletes them; it leaves
    # all other files in this folder alone. Programs do not need this list.
    %s
    """
        .formatted(MARK, String.join("\n", files));
  }

  /** Returns the files of the last run; none if there was no run. */
  static Set<String> read(Path folder) throws WrapException, IOException {
    Path list = folder.resolve(FILE);
    Set<String> files = new TreeSet<>();
    if (Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
      String text = Files.readString(list);
      if (text.startsWith(MARK)) {
        files.add(FILE);
        text.lines()
            .filter(line -> !line.startsWith("#") && PATH.matcher(line).matches())
            .forEach(files::add);
      }
    }
    return files;
  }
}
