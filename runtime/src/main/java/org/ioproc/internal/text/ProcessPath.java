package org.ioproc.internal.text;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Resolves file names against the process's current folder, as native code does. Java itself uses
 * the folder that was current when it started, but programs change it, as Windows' file dialogs do.
 *
 * <p>Source: Microsoft, "GetFullPathNameW function" and "Naming Files, Paths, and Namespaces".
 */
public final class ProcessPath {

  /** Whether file names follow Windows' rules. */
  public static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  /** A link to the current folder, on systems that provide one. */
  private static final Path CURRENT_FOLDER = Path.of("/proc/self/cwd");

  /** The length of {@code \\?\} and {@code \\.\}. */
  private static final int PREFIX_LENGTH = 4;

  private static volatile @Nullable Resolver resolver;

  private ProcessPath() {}

  /** Resolves a name on Windows. */
  @FunctionalInterface
  public interface Resolver {

    /**
     * Resolves a name against the current folder by {@code GetFullPathNameW}, which only Windows
     * has.
     *
     * @param name any name
     * @return the full path, or null if Windows cannot resolve the name
     */
    @Nullable String fullPath(String name);
  }

  /** Sets the resolver for Windows, which calls native code. */
  public static void resolveBy(Resolver windows) {
    resolver = windows;
  }

  /**
   * Returns the path of the file that a name refers to.
   *
   * @param name the name as the program passed it
   * @return an absolute path, whether or not the file exists
   * @throws InvalidPathException if the name is not the path of a file
   */
  public static Path of(String name) {
    return WINDOWS ? onWindows(name, windows()) : elsewhere(Path.of(name));
  }

  /**
   * Returns a path to open. A name that Java resolves to the same path stays as it was given,
   * because errors show it.
   */
  public static Path toOpen(String name) {
    if (!WINDOWS) {
      return Path.of(name);
    }
    Path full = of(name);
    return resolvesAlike(name, full) ? Path.of(name) : full;
  }

  /**
   * Returns a path to open, as {@link #toOpen(String)} does. An absolute path stays as it is, and
   * so does a path in another file system, such as an archive.
   */
  public static Path toOpen(Path path) {
    boolean resolved = path.isAbsolute() || !path.getFileSystem().equals(FileSystems.getDefault());
    return resolved ? path : toOpen(path.toString());
  }

  private static boolean resolvesAlike(String name, Path full) {
    try {
      Path given = Path.of(name);
      return given.getRoot() == null && given.toAbsolutePath().normalize().equals(full);
    } catch (InvalidPathException notInJava) {
      return false;
    }
  }

  /**
   * Returns the full name of a file, in which {@code ..} is resolved. Java may not accept it as a
   * path.
   *
   * @return null if the name cannot be resolved
   * @throws InvalidPathException if the name is not a path, on systems other than Windows
   */
  public static @Nullable String fullName(String name) {
    return WINDOWS ? windows().fullPath(name) : elsewhere(Path.of(name)).normalize().toString();
  }

  private static Resolver windows() {
    Resolver known = resolver;
    return known == null ? new ByJava() : known;
  }

  /** Java's approximation, used as long as native code cannot be called. */
  private static final class ByJava implements Resolver {

    @Override
    public String fullPath(String name) {
      return Path.of(name).toAbsolutePath().normalize().toString();
    }
  }

  private static Path elsewhere(Path path) {
    return path.isAbsolute() ? path : current().resolve(path);
  }

  private static Path current() {
    try {
      return Files.readSymbolicLink(CURRENT_FOLDER);
    } catch (IOException | RuntimeException hidden) { // macOS has no such link.
      return Path.of("").toAbsolutePath();
    }
  }

  /** Returns the path of a name as {@link #of} does, with a given resolver. */
  static Path onWindows(String name, Resolver windows) {
    requireNoSubstitute(name);
    String full = name.startsWith("\\\\?\\") ? name : windows.fullPath(name);
    if (full == null) {
      throw new InvalidPathException(name, "Windows cannot resolve it to a full path");
    }
    return Path.of(hasPrefix(full) ? withoutPrefix(full, name, windows) : full);
  }

  /**
   * Rejects {@code ?}, which Windows substitutes for a character if the ANSI code page has neither
   * it nor a similar one.
   */
  private static void requireNoSubstitute(String name) {
    int mark = name.indexOf('?', hasPrefix(name) ? PREFIX_LENGTH : 0);
    if (mark >= 0) {
      throw new InvalidPathException(
          name,
          "a Windows path must not contain '?', which mmio substitutes for each character that the"
              + " ANSI code page lacks; rename the file or folder, or open it by its short name"
              + " (GetShortPathName)",
          mark);
    }
  }

  /** Returns whether a name begins with {@code \\?\} or {@code \\.\}. */
  private static boolean hasPrefix(String name) {
    return name.length() >= PREFIX_LENGTH
        && isSlash(name.charAt(0))
        && isSlash(name.charAt(1))
        && (name.charAt(2) == '?' || name.charAt(2) == '.')
        && isSlash(name.charAt(3));
  }

  private static boolean isSlash(char character) {
    return character == '\\' || character == '/';
  }

  /**
   * Removes a prefix, which Java 17 does not accept. The rest must refer to the same file. It does
   * not for devices and pipes, which can block forever when opened, nor for names that are valid
   * only with the prefix.
   */
  private static String withoutPrefix(String full, String name, Resolver windows) {
    String rest = full.substring(PREFIX_LENGTH);
    String plain = rest.regionMatches(true, 0, "UNC\\", 0, 4) ? "\\\\" + rest.substring(4) : rest;
    if (!plain.equals(windows.fullPath(plain))) {
      throw new InvalidPathException(
          name,
          "Windows resolves it to "
              + full
              + ", which is a device, a pipe or a name that Java cannot express; choose an ordinary"
              + " file or folder");
    }
    return plain;
  }
}
