package org.ioproc.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.stream.Collectors;
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

  /** Next to such a character, a name is part of a longer one. */
  private static final String NO_NAME_BEFORE = "(?<![\\p{L}\\p{N}_.-])";

  private static final String NO_NAME_AFTER = "(?![\\p{L}\\p{N}_.-])";

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

  /** Adds a folder and its real path, the longer one first. */
  private void addFolder(String folder, String text, boolean windows) {
    if (folder.isEmpty()) {
      return; // Java would take it for the current folder.
    }
    paths(folder).stream()
        .map(PersonalNames::withoutEnd)
        .filter(path -> FOLDER.matcher(path).matches())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .forEach(path -> add(NO_NAME_BEFORE + spellings(path) + NO_NAME_AFTER, text, windows));
  }

  private static Set<String> paths(String folder) {
    Set<String> paths = new LinkedHashSet<>(Set.of(folder));
    try {
      paths.add(Path.of(folder).toRealPath().toString());
    } catch (IOException | InvalidPathException noFolder) {
      // Its text alone is replaced.
    }
    return paths;
  }

  /** Returns a pattern of a name or path. Each character may be written as URLs do. */
  private static String spellings(String path) {
    return path.codePoints()
        .mapToObj(Character::toString)
        .map(PersonalNames::spellingsOfCharacter)
        .collect(Collectors.joining());
  }

  /** For example {@code (?:\Qö\E|%(?i:C3)%(?i:B6))}. */
  private static String spellingsOfCharacter(String character) {
    String itself = "/\\".contains(character) ? "[/\\\\]" : Pattern.quote(character);
    return "(?:" + itself + "|" + escape(character) + ")";
  }

  private static String escape(String character) {
    StringBuilder escape = new StringBuilder();
    for (byte one : character.getBytes(UTF_8)) {
      escape.append(String.format(ROOT, "%%(?i:%02X)", one));
    }
    return escape.toString();
  }

  private static String withoutEnd(String folder) {
    return folder.replaceAll("[/\\\\]+$", "");
  }

  private void addUser(String user, String text, boolean windows) {
    if (user.length() >= SHORTEST_USER) {
      add("(?<=[/\\\\])" + spellings(user) + NO_NAME_AFTER, text, windows);
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
