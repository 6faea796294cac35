package org.ioproc.doctor;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ioproc.internal.text.ProcessPath;

/**
 * Replaces the paths of the user's folders, the user's name in other paths, and the values of
 * system properties that are not Java's or ioproc's.
 */
final class PersonalNames {

  /** A shorter name would also be replaced where it means something else. */
  private static final int SHORTEST_USER = 2;

  private static final Pattern PROPERTY =
      Pattern.compile("(-D(?!(?:org\\.ioproc|java|jna|jdk|sun)\\.)[^=\\s]+=)(\"[^\"]*\"|\\S+)");

  /** A path that ends with a name. The root of a drive would match too much. */
  private static final Pattern FOLDER = Pattern.compile(".*[/\\\\][^/\\\\:]+");

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

  private record Replacement(Pattern pattern, String text) {}

  private final List<Replacement> replacements = new ArrayList<>();

  /**
   * Names the personal folders.
   *
   * @param temporary the folder for temporary files
   * @param windows whether names are written as Windows does
   */
  PersonalNames(String user, String home, String temporary, boolean windows) {
    addFolder(temporary, windows ? "%TEMP%" : "$TMPDIR", windows);
    addFolder(home, windows ? "%USERPROFILE%" : "~", windows);
    addUser(user, windows ? "%USERNAME%" : "$USER", windows);
  }

  static PersonalNames ofThisProcess() {
    String temporary = System.getProperty("java.io.tmpdir", "");
    return new PersonalNames(
        System.getProperty("user.name", ""),
        System.getProperty("user.home", ""),
        temporary.equals("/tmp") ? "" : temporary,
        ProcessPath.WINDOWS);
  }

  /** Adds all spellings of a folder, the longest first. */
  private void addFolder(String folder, String text, boolean windows) {
    if (folder.isEmpty()) {
      return; // Java would take it for the current folder.
    }
    spellings(folder).stream()
        .filter(spelling -> FOLDER.matcher(spelling).matches())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(
            spelling ->
                add("(?<![\\w.-])" + Pattern.quote(spelling) + "(?![\\w.-])", text, windows));
  }

  private static Set<String> spellings(String folder) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(withoutEnd(folder));
    try {
      Path path = Path.of(folder);
      addSpellings(path, spellings);
      addSpellings(path.toRealPath(), spellings);
    } catch (IOException | InvalidPathException noFolder) {
      // Its text alone is replaced.
    }
    return spellings;
  }

  /** Adds a path, and the path in its URL. Class loaders write the escapes there with a to f. */
  private static void addSpellings(Path path, Set<String> spellings) {
    String inUrl = withoutEnd(path.toUri().getRawPath());
    spellings.add(path.toString());
    spellings.add(path.toString().replace('\\', '/'));
    spellings.add(inUrl);
    spellings.add(ESCAPE.matcher(inUrl).replaceAll(escape -> escape.group().toLowerCase(ROOT)));
  }

  private static String withoutEnd(String folder) {
    return folder.replaceAll("[/\\\\]+$", "");
  }

  private void addUser(String user, String text, boolean windows) {
    if (user.length() >= SHORTEST_USER) {
      add("(?<=[/\\\\])" + Pattern.quote(user) + "(?![\\w.-])", text, windows);
    }
  }

  private void add(String regex, String text, boolean windows) {
    int flags = windows ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    replacements.add(
        new Replacement(Pattern.compile(regex, flags), Matcher.quoteReplacement(text)));
  }

  String replacedIn(String text) {
    String replaced = PROPERTY.matcher(text).replaceAll("$1...");
    for (Replacement replacement : replacements) {
      replaced = replacement.pattern().matcher(replaced).replaceAll(replacement.text());
    }
    return replaced;
  }
}
