package org.ioproc;

import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What a program asks for when it opens a file. It is given to the method with {@link OnOpen} and
 * may be used on that call's thread, until the method returns.
 *
 * <p>Source: Microsoft, "MMIOM_OPEN message" and "MMIOINFO structure".
 */
public interface OpenRequest {

  /**
   * The file's name, if it is one of an element in a container.
   *
   * @return the name, or nothing if the program gave none or one without a {@code +}; both happen
   *     when it chose the procedure by its code or its address
   */
  Optional<MmioName> name();

  /**
   * The name as the program gave it, decoded from the ANSI code page.
   *
   * @return the text, empty if the program gave none
   */
  String rawName();

  /**
   * The path that a name stands for, resolved as {@link MmioName#containerPath} says. It is for
   * files without a container, and for elements that are files: a path that is relative begins in
   * the process's current folder.
   *
   * @param name a name, such as {@link #rawName}
   * @return an absolute path, whether or not there is such a file
   * @throws MmioException with {@link MmioError#FILE_NOT_FOUND} if the name is no path
   */
  default Path path(String name) throws MmioException {
    return MmioName.path(name);
  }

  /**
   * Whether the program wants to read.
   *
   * @return true for {@code MMIO_READ} and {@code MMIO_READWRITE}
   */
  boolean reads();

  /**
   * Whether the program wants to write.
   *
   * @return true for {@code MMIO_WRITE}, {@code MMIO_READWRITE} and {@code MMIO_CREATE}
   */
  boolean writes();

  /**
   * Whether the file is to be made, or emptied if there is one.
   *
   * @return true for {@code MMIO_CREATE}
   */
  boolean creates();

  /**
   * The same in the words of {@link java.nio.file.Files#newByteChannel}: READ, WRITE, and for a
   * file to be made CREATE and TRUNCATE_EXISTING.
   *
   * @return an unmodifiable set
   */
  Set<OpenOption> options();

  /**
   * What the program allows others to do meanwhile.
   *
   * @return the share mode
   */
  ShareMode shareMode();

  /**
   * The flags as the program gave them to {@code mmioOpen}.
   *
   * @return {@code MMIOINFO.dwFlags}
   */
  int flags();

  /**
   * A word that the program passed along, {@code MMIOINFO.adwInfo}.
   *
   * @param index 0 to 2
   * @return the word, 0 unless the program set it
   * @throws IndexOutOfBoundsException if there is no such word
   */
  int parameter(int index);

  /**
   * Hands a word back to the program, which finds it in {@code MMIOINFO.adwInfo} through {@code
   * mmioGetInfo}. It is handed over only if the file is opened.
   *
   * @param index 0 or 1; word 2 is the library's
   * @param word the word
   * @throws IndexOutOfBoundsException if it is another word
   */
  void result(int index, int word);
}
