package org.ioproc;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ioproc.internal.text.ProcessPath;

/**
 * The name of a file in a container, as mmio programs write it: {@code container+element}. It is
 * split at the last {@code +}: in {@code a.zip+b.zip+c.wav} the container is {@code a.zip+b.zip}
 * and the element {@code c.wav}.
 *
 * <pre>{@code
 * MmioName name = MmioName.of("C:\\music\\album.dir+track.wav");
 * System.out.println(name.element()); // track.wav
 * System.out.println(name.code().orElseThrow()); // DIR, and a space
 * Path file = name.containerPath().resolve(name.element());
 * }</pre>
 *
 * <p>Source: Microsoft, "mmioOpen function"; for how names are split, tests of Wine's winmm, which
 * also pass on Windows.
 *
 * @param container the text before the last {@code +}, usually a path
 * @param element the text after the last {@code +}, which may be empty
 */
public record MmioName(String container, String element) {

  /**
   * Splits a text at its last {@code +}.
   *
   * @param text a name with a {@code +}
   * @return its two parts
   * @throws MmioException with {@link MmioError#FILE_NOT_FOUND} if it has no {@code +}
   */
  public static MmioName of(String text) throws MmioException {
    int plus = text.lastIndexOf('+');
    if (plus < 0) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "The name of a file in a container must be container+element, as in music.zip+track.wav; "
              + (text.isEmpty() ? "this file has no name." : "\"" + text + "\" has no '+'."));
    }
    return at(plus, text);
  }

  /**
   * Splits a text at its last {@code +}, if it has one.
   *
   * @param text any text
   * @return its two parts, or nothing if it has no {@code +}
   */
  public static Optional<MmioName> find(String text) {
    int plus = text.lastIndexOf('+');
    return plus < 0 ? Optional.empty() : Optional.of(at(plus, text));
  }

  private static MmioName at(int plus, String text) {
    return new MmioName(text.substring(0, plus), text.substring(plus + 1));
  }

  /**
   * Returns the code of the procedure that opens the file: the container's extension with a to z as
   * capitals, cut to four characters or padded with spaces.
   *
   * @return the code, or nothing if the last part of the container's path has no extension
   */
  public Optional<FourCc> code() {
    int dot = container.lastIndexOf('.');
    if (dot < Math.max(container.lastIndexOf('\\'), container.lastIndexOf('/')) || dot < 0) {
      return Optional.empty();
    }
    String extension = container.substring(dot + 1, Math.min(container.length(), dot + 5));
    return Optional.of(FourCc.padded(capitals(extension)));
  }

  /** Converts a to z only: in Java, some letters outside ASCII have capitals from A to Z. */
  private static String capitals(String text) {
    StringBuilder capitals = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= 'a' && letter <= 'z') {
        capitals.setCharAt(i, (char) (letter - 'a' + 'A'));
      }
    }
    return capitals.toString();
  }

  /**
   * Resolves the container's path against the process's current folder. {@code
   * Path.of(container())} would use the folder that was current when Java started, but Windows
   * programs change their folder, for example with each file dialog.
   *
   * <p>On Windows {@code GetFullPathNameW} resolves the path, also in a wrapper DLL. It accepts
   * paths without a drive, paths relative to the folder of a drive ({@code D:music.zip}), either
   * slash, network shares, the prefix {@code \\?\}, and dots and spaces at the end.
   *
   * @return an absolute path, whether or not the file exists
   * @throws MmioException with {@link MmioError#FILE_NOT_FOUND} if the container is not a path; on
   *     Windows also if it is a device, or contains a {@code ?}, which Windows substitutes for a
   *     character that the ANSI code page lacks
   */
  public Path containerPath() throws MmioException {
    return path(container);
  }

  static Path path(String name) throws MmioException {
    try {
      return ProcessPath.of(name);
    } catch (InvalidPathException notAPath) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "A file's name must be a path; \"" + name + "\" is not: " + notAPath.getReason() + ".",
          notAPath);
    }
  }

  /** Returns the name as programs write it: {@code container+element}. */
  @Override
  public String toString() {
    return container + '+' + element;
  }
}
