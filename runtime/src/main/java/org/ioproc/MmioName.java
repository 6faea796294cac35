package org.ioproc;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ioproc.internal.text.ProcessPath;

/**
 * A file's name as mmio programs write it: {@code container+element}. It is split at the last
 * {@code +}, so in {@code a.zip+b.zip+c.wav} the element is {@code c.wav} and the container {@code
 * a.zip+b.zip}.
 *
 * <p>Source: Microsoft, "mmioOpen function", and the rules for names in winmm.
 *
 * @param container what stands before the last {@code +}: usually a path
 * @param element what stands after it; may be empty
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
   * The code of the procedure that opens such a file: the container's extension, in upper case, cut
   * to four characters and padded with spaces.
   *
   * @return the code, or nothing if the container's last part has no extension
   */
  public Optional<FourCc> code() {
    int dot = container.lastIndexOf('.');
    if (dot < Math.max(container.lastIndexOf('\\'), container.lastIndexOf('/')) || dot < 0) {
      return Optional.empty();
    }
    String extension = container.substring(dot + 1, Math.min(container.length(), dot + 5));
    return Optional.of(FourCc.padded(extension.toUpperCase(Locale.ROOT)));
  }

  /**
   * The container's path, resolved as this process resolves names at this moment. {@code
   * Path.of(container())} is not the same: Java goes by the folder that was current when it
   * started, and programs on Windows change theirs, as dialogs for opening files do.
   *
   * <p>On Windows {@code GetFullPathNameW} resolves it, in a wrapper DLL as well: names without a
   * drive, relative to a drive's own folder ({@code D:music.zip}), with either slash, of network
   * shares, with the prefix {@code \\?\}, with dots and spaces at the end.
   *
   * @return an absolute path, whether or not there is such a file
   * @throws MmioException with {@link MmioError#FILE_NOT_FOUND} if the container is no path: on
   *     Windows also if it is a device, or contains a {@code ?}, which stands for a character that
   *     the ANSI code page lacks
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
          "A file's name must be a path; \""
              + name
              + "\" is not one: "
              + notAPath.getReason()
              + ".",
          notAPath);
    }
  }

  /** The name as mmio has it: {@code container+element}. */
  @Override
  public String toString() {
    return container + '+' + element;
  }
}
