package org.ioproc.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.ioproc.internal.transport.Transport;

/**
 * A program that mixes correct and wrong calls. Its files must keep what it has written, and its
 * wrong calls must be refused.
 *
 * <p>It makes only mistakes that a callee can survive: a pointer is NULL or points to memory of the
 * stated length, and reading a name stays within its memory.
 */
abstract class HostileThread implements Callable<HostileThread> {

  /** Whether the parameters of messages have 64 bits. */
  static final boolean WIDE = Transport.current().memory().pointerSize() == Long.BYTES;

  static final int FILES = 6;

  private static final int CHOICES = 18;
  private static final int MAX_ERRORS = 20;

  final Random random;
  final Procedures procedures;
  final GuardedMemory names = new GuardedMemory();
  final GuardedMemory buffers = new GuardedMemory();
  final List<ModelFile> files = new ArrayList<>();
  final List<String> errors = new ArrayList<>();
  private final int number;
  private int opened;
  volatile long messages;
  long errorCount;
  private long limit;

  HostileThread(Procedures procedures, int number, long seed) {
    this.procedures = procedures;
    this.number = number;
    this.random = new Random(seed * 1000 + number);
  }

  /** Sets the number of messages that the next call sends. */
  final void allow(long count) {
    limit = messages + count;
  }

  @Override
  public final HostileThread call() throws Exception {
    while (messages < limit) {
      step();
    }
    return this;
  }

  private void step() throws Exception {
    if (files.isEmpty() || (files.size() < FILES && below(6) == 0)) {
      open();
    } else {
      use(any(files), below(CHOICES));
    }
  }

  /** Opens another file. */
  abstract void open() throws Exception;

  /**
   * Makes one correct or wrong call.
   *
   * @param file an open file
   * @param choice the number of the call, less than {@link #CHOICES}
   */
  abstract void use(ModelFile file, int choice) throws Exception;

  abstract void close(ModelFile file);

  /** Closes the open files. */
  final void end() {
    while (!files.isEmpty()) {
      close(files.get(0));
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // This thread alone changes it.
  final void sent() {
    messages++;
  }

  final void expect(boolean right, String what, Object answer) {
    if (!right && errorCount++ < MAX_ERRORS) {
      errors.add("thread " + number + ", message " + messages + ": " + what + " -> " + answer);
    }
  }

  final int below(int bound) {
    return random.nextInt(bound);
  }

  final <T> T any(List<T> list) {
    return list.get(below(list.size()));
  }

  /** Returns a count of bytes: usually a few, sometimes more than a buffer holds. */
  final int count() {
    return below(8) == 0 ? below(6000) : below(80);
  }

  /** Returns an invalid count. */
  final long badCount() {
    long bad = below(3) == 0 ? -1 : random.nextInt() | 0x8000_0000;
    return WIDE && random.nextBoolean() ? bad << below(33) : bad;
  }

  final String newName() {
    return "box.host+" + number + "-" + opened++ + "x".repeat(below(4) == 0 ? below(230) : 0);
  }
}
