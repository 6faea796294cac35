package org.ioproc.glue;

import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.jspecify.annotations.Nullable;

/**
 * The open files of one procedure, each known by a token that fits a word of {@code adwInfo} and is
 * never 0. Finding a file takes no lock and allocates nothing.
 *
 * <p>The files are numbered through, and a token is a file's number, scrambled, so that one that
 * was made up or changed is hardly a file's. A file lies at its number modulo the table's length; a
 * number whose place is taken is left out. At most a quarter of the table is full, so hardly more
 * than a quarter of the numbers are left out: 2^31 openings never bring a token back, however many
 * files are open in the meantime.
 *
 * <p>An AtomicReferenceArray and a ThreadLocalRandom would do as well, but start Java's method
 * handles and random generators, for which a host waits at its first file.
 *
 * @param <F> what the procedure's author opens
 */
final class OpenFiles<F> {

  /** The word of {@code adwInfo} that holds an open file's token. */
  static final int TOKEN = 2;

  private static final int MOST = 1 << 16;

  /** Odd, so that multiplying by it loses nothing, and by {@link #UNDO} leads back. */
  private static final int SCRAMBLE = 0x9E3779B1;

  private static final int UNDO = 0x0E8B2F51;

  private int last;
  private volatile int size;

  /** Written again after each change of an element, which other threads then see. */
  private volatile @Nullable OpenFile<F>[] files = table(32);

  OpenFiles() {
    this((int) ((System.nanoTime() * 0x9E3779B97F4A7C15L) >>> 32)); // Anywhere: not to be guessed.
  }

  /** Begins after a number. */
  OpenFiles(int last) {
    this.last = last;
  }

  @SuppressWarnings("unchecked") // There is no other way to make an array of a generic type.
  private static <F> @Nullable OpenFile<F>[] table(int length) {
    return (OpenFile<F>[]) new OpenFile<?>[length];
  }

  synchronized OpenFile<F> add(String name, F file) throws MmioException {
    if (size == MOST) {
      throw new MmioException(
          MmioError.TOO_MANY_OPEN_FILES,
          "A procedure has at most " + MOST + " files open at once, and all are.");
    }
    if (size == files.length / 4) {
      grow();
    }
    OpenFile<F> added = new OpenFile<>(nextToken(), name, file);
    set(added.token(), added);
    size++;
    return added;
  }

  private void grow() {
    @Nullable OpenFile<F>[] larger = table(files.length * 2);
    for (OpenFile<F> file : files) {
      if (file != null) {
        larger[place(file.token(), larger)] = file;
      }
    }
    files = larger;
  }

  private int nextToken() {
    @Nullable OpenFile<F>[] current = files;
    do {
      last++;
    } while (last == 0 || current[last & (current.length - 1)] != null);
    return token(last);
  }

  /**
   * Returns the file that a structure's token belongs to.
   *
   * @throws MmioException if it belongs to none
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
    @Nullable OpenFile<F>[] current = files;
    OpenFile<F> found = current[place(token, current)];
    return found != null && found.token() == token ? found : null;
  }

  /** Lets go of a file whose monitor the caller holds. */
  synchronized void remove(OpenFile<F> file) {
    file.close();
    set(file.token(), null);
    size--;
  }

  private void set(int token, @Nullable OpenFile<F> file) {
    @Nullable OpenFile<F>[] current = files;
    current[place(token, current)] = file;
    files = current;
  }

  int size() {
    return size;
  }

  private static int token(int number) {
    return (number ^ (number >>> 16)) * SCRAMBLE;
  }

  /** The number of the file that a token is for. */
  static int number(int token) {
    int mixed = token * UNDO;
    return mixed ^ (mixed >>> 16);
  }

  private static int place(int token, @Nullable OpenFile<?>[] files) {
    return number(token) & (files.length - 1);
  }
}
