package org.ioproc;

import static org.ioproc.MmioMessages.MMIO_CREATE;
import static org.ioproc.MmioMessages.MMIO_RWMODE;
import static org.ioproc.MmioMessages.MMIO_SHAREMODE;
import static org.ioproc.MmioMessages.MMIO_WRITE;

import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A program's request to open a file. It contains the file's name, whether the program reads,
 * writes or creates the file, and three words that the program and the procedure may exchange. A
 * method with {@link OnOpen} that needs only the name can take an {@link MmioName} instead.
 *
 * <pre>{@code
 * // The program passes a sample rate in adwInfo[0], and gets the file's rate back.
 * @IoProc("RATE")
 * public final class RateIoProc {
 *   @OnOpen
 *   Path open(OpenRequest request) throws IOException {
 *     MmioName name = request.name();
 *     if (request.writes()) {
 *       throw new MmioException(MmioError.ACCESS_DENIED, name + " can only be read.");
 *     }
 *     int rate = request.word(0) == 0 ? 44100 : request.word(0);
 *     request.setWord(0, rate);
 *     return name.containerPath().resolve(rate + "-" + name.element());
 *   }
 * }
 * }</pre>
 *
 * <p>A test can create a request and call the method directly:
 *
 * <pre>{@code
 * OpenRequest request = OpenRequest.of("music.rate+a.wav", StandardOpenOption.READ);
 * System.out.println(new RateIoProc().open(request) + " at " + request.word(0));
 * }</pre>
 *
 * <p>Threads: a method must use its request only on the thread on which it was called, and only
 * until it returns.
 *
 * <p>Source: Microsoft, "MMIOM_OPEN message" and "MMIOINFO structure".
 */
public interface OpenRequest {

  /**
   * Creates a request, for tests of a method with {@link OnOpen}. Its words are 0. The test can set
   * words 0 and 1 before it calls the method.
   *
   * @param name the file's name, {@code container+element} or any other; empty for no name
   * @param options how the program opens the file, as in {@link org.ioproc.mmio.Mmio#open(String,
   *     OpenOption...)}; no option means reading
   * @return the request
   * @throws IllegalArgumentException if the options contradict each other
   * @throws UnsupportedOperationException if mmio has no flag for an option
   */
  static OpenRequest of(String name, OpenOption... options) {
    return new PreparedRequest(name, OpenFlags.of(options));
  }

  /**
   * Returns the name of a file in a container.
   *
   * @return the name
   * @throws MmioException with {@link MmioError#FILE_NOT_FOUND} if the program gave no name or a
   *     name without a {@code +}, as it may if it chose the procedure by its code or address;
   *     {@link #rawName} returns such names
   */
  default MmioName name() throws MmioException {
    return MmioName.of(rawName());
  }

  /**
   * Returns the name as the program gave it, decoded from the ANSI code page.
   *
   * @return the text, empty if the program gave none
   */
  String rawName();

  /**
   * Resolves a name as {@link MmioName#containerPath} does: a relative path begins in the process's
   * current folder. This method is for files without a container, and for elements that are paths.
   *
   * @param name a name, such as {@link #rawName}
   * @return an absolute path, whether or not the file exists
   * @throws MmioException with {@link MmioError#FILE_NOT_FOUND} if the name is not a path
   */
  default Path path(String name) throws MmioException {
    return MmioName.path(name);
  }

  /**
   * Returns whether the program wants to read.
   *
   * @return true for {@code MMIO_READ} and {@code MMIO_READWRITE}
   */
  default boolean reads() {
    return (flags() & MMIO_RWMODE) != MMIO_WRITE;
  }

  /**
   * Returns whether the program wants to write.
   *
   * @return true for {@code MMIO_WRITE}, {@code MMIO_READWRITE} and {@code MMIO_CREATE}
   */
  default boolean writes() {
    return (flags() & MMIO_RWMODE) != 0 || creates();
  }

  /**
   * Returns whether the program wants the file to be created, or emptied if it exists.
   *
   * @return true for {@code MMIO_CREATE}
   */
  default boolean creates() {
    return (flags() & MMIO_CREATE) != 0;
  }

  /**
   * Returns the options for {@link java.nio.file.Files#newByteChannel}: READ, WRITE, and CREATE
   * with TRUNCATE_EXISTING.
   *
   * @return an unmodifiable set
   */
  default Set<OpenOption> options() {
    Set<OpenOption> options = new LinkedHashSet<>();
    if (reads()) {
      options.add(StandardOpenOption.READ);
    }
    if (writes()) {
      options.add(StandardOpenOption.WRITE);
    }
    if (creates()) {
      options.add(StandardOpenOption.CREATE);
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    return Collections.unmodifiableSet(options);
  }

  /**
   * Returns what the program allows others to do while it has the file open.
   *
   * @return the share mode
   */
  default ShareMode shareMode() {
    ShareMode[] modes = ShareMode.values();
    int mode = (flags() & MMIO_SHAREMODE) >> 4;
    return mode < modes.length ? modes[mode] : ShareMode.COMPATIBLE;
  }

  /**
   * Returns the flags that the program gave to {@code mmioOpen}. {@link MmioMessages} has constants
   * for the most important flags.
   *
   * @return {@code MMIOINFO.dwFlags}
   */
  int flags();

  /**
   * Returns a word of {@code MMIOINFO.adwInfo}, which the program passes to {@code mmioOpen}.
   *
   * @param index 0 to 2
   * @return the word that {@link #setWord} has set; otherwise the program's, which is 0 if the
   *     program passes none
   * @throws IndexOutOfBoundsException if the index is out of range
   */
  int word(int index);

  /**
   * Sets a word that the program gets back: after {@code mmioOpen}, {@code mmioGetInfo} returns it
   * in {@code MMIOINFO.adwInfo}. If the file is not opened, the program's words stay as they were.
   *
   * @param index 0 or 1; the library uses word 2 itself
   * @param word the word
   * @throws IndexOutOfBoundsException if the index is out of range
   */
  void setWord(int index, int word);
}
