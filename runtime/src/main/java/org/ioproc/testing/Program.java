package org.ioproc.testing;

import java.nio.file.OpenOption;
import java.util.Arrays;
import java.util.Random;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.glue.Installation;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.OpenParameters;

/**
 * A program that uses the procedure during a check. It remembers what it last asked, so that a
 * report can say so even if no answer comes. Each thread of a check is another program.
 */
final class Program {

  private final Way way;
  private final Mmio mmio;
  private final InstalledIoProc procedure;
  private final Random random;
  private volatile String asked = "nothing yet";
  private String circumstances = "";

  Program(Way way, Mmio mmio, InstalledIoProc procedure, long seed) {
    this.way = way;
    this.mmio = mmio;
    this.procedure = procedure;
    this.random = new Random(seed);
  }

  /** Returns a program for another thread, with random numbers of its own. */
  Program another() {
    Program another = new Program(way, mmio, procedure, random.nextLong());
    another.circumstances = circumstances;
    return another;
  }

  Random random() {
    return random;
  }

  String asked() {
    return asked;
  }

  void asks(String what) {
    asked = what + circumstances;
  }

  /** Restores an earlier request after one that has succeeded. */
  void asksAgain(String before) {
    asked = before;
  }

  /**
   * Remembers what else goes on, so that an author can do the same.
   *
   * @param words what follows each request that is reported from now on; empty for nothing
   */
  void circumstances(String words) {
    circumstances = words.isEmpty() ? "" : " " + words;
  }

  /** Decides whether handlers get copies of buffers, for the files that are opened from now on. */
  void lendCopies(boolean copies) {
    if (procedure instanceof Installation installation) {
      installation.lendCopies(copies);
    }
  }

  ClientFile open(String name, OpenOption... options) throws MmioException {
    asks(
        options.length == 0
            ? "open " + quoted(name)
            : "open " + quoted(name) + " with " + Arrays.toString(options));
    return new ClientFile(this, quoted(name), mmio.open(name, options));
  }

  /** Opens a file by the procedure's code, as a program may that has no name for it. */
  MmioFile openNameless(OpenOption... options) throws MmioException {
    asks("open a file without a name, by the code \"" + procedure.code() + '"');
    return mmio.open(null, OpenParameters.byCode(procedure.code()), options);
  }

  /** Checks that a file exists, or that it does not. winmm does not ask the procedure. */
  void expectExists(boolean expected, String name, String came) throws Exception {
    if (way != Way.WINMM) {
      asks("whether " + quoted(name) + " exists");
      expect(mmio.exists(name) == expected, came);
    }
  }

  void rename(String from, String to) throws MmioException {
    asks("rename " + quoted(from) + " to " + quoted(to));
    mmio.rename(from, to);
  }

  void delete(String name) throws MmioException {
    asks("delete " + quoted(name));
    mmio.delete(name);
  }

  /** Removes a file that a check may have created. */
  void deleteSilently(String name) {
    try {
      mmio.delete(name);
    } catch (MmioException notThere) {
      // Then there is nothing to delete.
    }
  }

  /** Returns what a request is refused with, or throws if it is not refused. */
  MmioException refusal(Request request, String otherwise) throws Unexpected {
    try {
      request.send();
    } catch (MmioException refusal) {
      return refusal;
    }
    throw unexpected(otherwise);
  }

  /** A request that may be refused. */
  @FunctionalInterface
  interface Request {
    void send() throws MmioException;
  }

  void expect(boolean holds, String came) throws Unexpected {
    if (!holds) {
      throw unexpected(came);
    }
  }

  Unexpected unexpected(String came) {
    return new Unexpected(asked, came);
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }
}
