package org.ioproc.internal.text;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Resolves file names against the process's current folder, as its native code does. Java itself
 * uses the folder that was current when it started, but programs change theirs: Windows' own file
 * dialogs do.
 *
 * <p>Source: Microsoft, "GetFullPathNameW function" and "Naming Files, Paths, and Namespaces".
 */
public final class ProcessPath {

  /** Whether Windows' rules for names hold. */
  public static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  /** The current folder, where the system shows it as a link. */
  private static final Path SHOWN = Path.of("/proc/self/cwd");

  /** How long {@code \\?\} and {@code \\.\} are. */
  private static final int PREFIX = 4;

  private static volatile @Nullable Resolver resolver;

  private ProcessPath() {}

  /** Resolves a name on Windows. */
  @FunctionalInterface
  public interface Resolver {

    /**
     * The full path that a name has at this moment, by {@code GetFullPathNameW}. Other systems do
     * not have that function.
     *
     * @param name any name
     * @return null if Windows cannot resolve it
     */
    @Nullable String fullPath(String name);
  }

  /** Gives this class the process's way to ask Windows. */
  public static void resolveBy(Resolver windows) {
    resolver = windows;
  }

  /**
   * Finds the file that a name stands for.
   *
   * @param name as a program wrote it
   * @return an absolute path, whether or not there is such a file
   * @throws InvalidPathException if the name is no path of a file
   */
  public static Path of(String name) {
    return WINDOWS ? onWindows(name, windows()) : elsewhere(Path.of(name));
  }

  /**
   * The same for opening a file: as it was given, where Java resolves it in the same way, since
   * errors show it.
   */
  public static Path toOpen(String name) {
    if (!WINDOWS) {
      return Path.of(name);
    }
    Path full = of(name);
    return isByJava(name, full) ? Path.of(name) : full;
  }

  /**
   * As {@link #toOpen(String)}. A path of another file system, as of an archive, stays as it is.
   */
  public static Path toOpen(Path path) {
    boolean resolved = path.isAbsolute() || !path.getFileSystem().equals(FileSystems.getDefault());
    return resolved ? path : toOpen(path.toString());
  }

  private static boolean isByJava(String name, Path full) {
    try {
      Path given = Path.of(name);
      return given.getRoot() == null && given.toAbsolutePath().normalize().equals(full);
    } catch (InvalidPathException windowsOwn) {
      return false;
    }
  }

  /**
   * The full name of a file, in which {@code ..} has been resolved. It need not be a path that Java
   * takes.
   *
   * @return null if the name cannot be resolved
   * @throws InvalidPathException if the name is no path, on other systems than Windows
   */
  public static @Nullable String fullName(String name) {
    return WINDOWS ? windows().fullPath(name) : elsewhere(Path.of(name)).normalize().toString();
  }

  private static Resolver windows() {
    Resolver known = resolver;
    return known == null ? new ByJava() : known;
  }

  /** As near as Java comes while there is no way to native code. */
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
      return Files.readSymbolicLink(SHOWN);
    } catch (IOException | RuntimeException hidden) { // macOS has no such link.
      return Path.of("").toAbsolutePath();
    }
  }

  /** As {@link #of}, with what Windows says about names. */
  static Path onWindows(String name, Resolver windows) {
    requireNoSubstitute(name);
    String full = name.startsWith("\\\\?\\") ? name : windows.fullPath(name);
    if (full == null) {
      throw new InvalidPathException(name, "Windows cannot resolve it to a full path");
    }
    return Path.of(hasPrefix(full) ? withoutPrefix(full, name, windows) : full);
  }

  /**
   * Windows has put {@code ?} in the place of each character that the ANSI code page lacks, if
   * nothing of a similar shape is in there.
   */
  private static void requireNoSubstitute(String name) {
    int mark = name.indexOf('?', hasPrefix(name) ? PREFIX : 0);
    if (mark >= 0) {
      throw new InvalidPathException(
          name,
          "a Windows path must not contain '?', and mmio puts one in the place of each character"
              + " that the ANSI code page lacks; rename the file or folder, or open it by its short"
              + " name (GetShortPathName)",
          mark);
    }
  }

  /** Whether a name begins with {@code \\?\} or {@code \\.\}. */
  private static boolean hasPrefix(String name) {
    return name.length() >= PREFIX
        && isSlash(name.charAt(0))
        && isSlash(name.charAt(1))
        && (name.charAt(2) == '?' || name.charAt(2) == '.')
        && isSlash(name.charAt(3));
  }

  private static boolean isSlash(char character) {
    return character == '\\' || character == '/';
  }

  /**
   * Java 17 takes no such prefix. Without it Windows must find the same file: not so for devices
   * and pipes, where opening may wait for ever, nor for names that only the prefix allows.
   */
  private static String withoutPrefix(String full, String name, Resolver windows) {
    String rest = full.substring(PREFIX);
    String plain = rest.regionMatches(true, 0, "UNC\\", 0, 4) ? "\\\\" + rest.substring(4) : rest;
    if (!plain.equals(windows.fullPath(plain))) {
      throw new InvalidPathException(
          name,
          "Windows takes it for "
              + full
              + ", which is a device, a pipe or a name that Java cannot express; choose an ordinary"
              + " file or folder");
    }
    return plain;
  }
}
