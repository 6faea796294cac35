package org.ioproc.glue;

import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.TokenTable;
import org.jspecify.annotations.Nullable;

/**
 * The open files of one procedure. A program's {@code MMIOINFO} refers to its file by a token of 32
 * bits, which is never 0. A token is the file's scrambled number in a table, so that an invented or
 * changed token is unlikely to refer to another file.
 *
 * @param <F> the type of the procedure's files
 */
final class OpenFiles<F> {

  /** The word of {@code adwInfo} that holds an open file's token. */
  static final int TOKEN = 2;

  /** Odd, so that multiplication by it can be undone. */
  private static final int SCRAMBLE = 0x9E3779B1;

  /** The inverse of {@link #SCRAMBLE} modulo 2^32. */
  private static final int UNDO = 0x0E8B2F51;

  private final TokenTable<OpenFile<F>> files;
  private volatile boolean lendsCopies;

  /**
   * Starts at a number that a program cannot guess. A ThreadLocalRandom would initialize Java's
   * random generators, and a host would wait for that at its first file.
   */
  OpenFiles() {
    this((int) ((System.nanoTime() * 0x9E3779B97F4A7C15L) >>> 32));
  }

  /** Starts after a number. */
  OpenFiles(int last) {
    files = new TokenTable<>(1, Integer.toUnsignedLong(last));
  }

  OpenFile<F> add(String name, F file) throws MmioException {
    OpenFile<F> added = new OpenFile<>(name, file, buffers());
    if (!files.add(added)) {
      throw new MmioException(
          MmioError.TOO_MANY_OPEN_FILES,
          "A procedure can have at most " + TokenTable.MOST + " files open at once; close some.");
    }
    return added;
  }

  private CallerBuffers buffers() {
    return lendsCopies ? new CallerBuffers(true) : new CallerBuffers();
  }

  /** Decides whether the handlers of files that are opened from now on get copies of buffers. */
  void lendCopies(boolean copies) {
    lendsCopies = copies;
  }

  /**
   * Returns the file that a structure's token refers to.
   *
   * @throws MmioException if it refers to no open file
   */
  OpenFile<F> of(MmioInfo info) throws MmioException {
    int token = info.info(TOKEN);
    OpenFile<F> file = find(token);
    if (file == null) {
      throw OpenFile.unknown(token);
    }
    return file;
  }

  @Nullable OpenFile<F> find(int token) {
    return files.find(Integer.toUnsignedLong(number(token)));
  }

  /** Removes a file, whose monitor the caller must hold. */
  void remove(OpenFile<F> file) {
    file.close();
    OpenFile<F> unused = files.remove(file.number());
  }

  int size() {
    return files.size();
  }

  static int token(int number) {
    return (number ^ (number >>> 16)) * SCRAMBLE;
  }

  /** Reverses {@link #token}. */
  static int number(int token) {
    int mixed = token * UNDO;
    return mixed ^ (mixed >>> 16);
  }
}
