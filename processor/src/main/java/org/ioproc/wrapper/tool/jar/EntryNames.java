package org.ioproc.wrapper.tool.jar;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of a jar's entries, and what a merged archive does with them. */
final class EntryNames {

  static final String META_INF = "META-INF/";
  static final String SERVICES = META_INF + "services/";
  static final String LICENSES = META_INF + "licenses/";

  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d{1,4})/(.+)");

  /** Descriptions of jars, signatures, and what only compilers and build tools read. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "META-INF/(MANIFEST\\.MF|INDEX\\.LIST|(maven|ioproc)/.*"
              + "|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))|module-info\\.class",
          Pattern.CASE_INSENSITIVE);

  /** Java looks for these at the jar's top only. */
  private static final Pattern UNVERSIONED = Pattern.compile("(META|OSGI)-INF/.*");

  private static final String LICENSE_WORDS =
      "(LICEN[CS]E|NOTICE|COPYING|COPYRIGHT|DEPENDENCIES|README|CHANGES|ABOUT|AUTHORS|CONTRIBUTORS"
          + "|THIRD-?PARTY|AL2\\.0|LGPL[\\d.]*)";

  /** At the jar's top, a procedure's own files could begin with one of the words. */
  private static final Pattern LICENSE =
      Pattern.compile(
          LICENSE_WORDS
              + "([-_.]\\d[-_.\\d]*)?(\\.(txt|md|html))?"
              + ("|META-INF/" + LICENSE_WORDS + "[-_.\\w]*")
              + "|META-INF/LICEN[CS]ES?/.+",
          Pattern.CASE_INSENSITIVE);

  private static final List<String> NO_SEGMENTS = List.of("", ".", "..");

  private EntryNames() {}

  /** Refuses names that file systems or class loaders would take for others. */
  static void check(Path jar, String name) throws InputException {
    String file = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    boolean isStrange = name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl);
    if (isStrange || Stream.of(file.split("/", -1)).anyMatch(NO_SEGMENTS::contains)) {
      throw new InputException(
          ("The names in a jar must be relative paths with slashes. %s contains \"%s\". Pack"
                  + " it again.")
              .formatted(jar, name));
    }
  }

  /** Returns whether a merged archive does without a file. */
  static boolean isLeftOut(String name, boolean isMultiRelease) {
    Matcher versioned = VERSIONED.matcher(name);
    return versioned.matches()
        ? !isMultiRelease
            || UNVERSIONED.matcher(versioned.group(2)).matches()
            || LEFT_OUT.matcher(versioned.group(2)).matches()
        : name.startsWith("META-INF/versions/") || LEFT_OUT.matcher(name).matches();
  }

  static boolean isService(String name) {
    return name.startsWith(SERVICES) && name.indexOf('/', SERVICES.length()) < 0;
  }

  /** Returns whether a file is a licence or another text for people, which many jars have. */
  static boolean isLicense(String name) {
    return LICENSE.matcher(name).matches();
  }

  /** Returns the Java version that an entry is for, or 0 if it is for all. */
  static int version(String name) {
    Matcher versioned = VERSIONED.matcher(name);
    return versioned.matches() ? Integer.parseInt(versioned.group(1)) : 0;
  }

  /** Returns the name by which class loaders look for an entry. */
  static String unversioned(String name) {
    Matcher versioned = VERSIONED.matcher(name);
    return versioned.matches() ? versioned.group(2) : name;
  }
}
