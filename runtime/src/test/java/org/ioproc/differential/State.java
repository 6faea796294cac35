package org.ioproc.differential;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ioproc.internal.mmsystem.MmioInfo;

/** A file's state as mmioGetInfo shows it. Pointers into the buffer are indexes. */
record State(
    int flags,
    int code,
    boolean procedure,
    int memory,
    int length,
    int next,
    int endRead,
    int endWrite,
    int bufferOffset,
    int diskOffset,
    int word0,
    int word1,
    int word2) {

  static final State CLOSED = new State(0, 0, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The indexes of these fields in {@link #numbers}. */
  private static final int CODE = 1;

  private static final int PROCEDURE = 2;
  private static final int DISK_OFFSET = 9;
  private static final int WORD0 = 10;

  private static final int NONE = 0;
  private static final int OWN = 1;
  private static final int OTHER = 2;

  static State of(MmioInfo info, long own) {
    long buffer = info.buffer();
    return new State(
        info.flags(),
        info.fccIoProc(),
        info.ioProc() != 0,
        buffer == 0 ? NONE : buffer == own ? OWN : OTHER,
        info.bufferLength(),
        (int) (info.next() - buffer),
        (int) (info.endRead() - buffer),
        (int) (info.endWrite() - buffer),
        info.bufferOffset(),
        info.diskOffset(),
        info.info(0),
        info.info(1),
        info.info(2));
  }

  State withoutProcedure() {
    return with(PROCEDURE, 0);
  }

  State withWord(int word) {
    return with(WORD0, word);
  }

  State withDiskOffset(int position) {
    return with(DISK_OFFSET, position);
  }

  State withCode(int other) {
    return with(CODE, other);
  }

  private State with(int index, int value) {
    int[] numbers = numbers();
    numbers[index] = value;
    return of(numbers);
  }

  boolean isOpen() {
    return !equals(CLOSED);
  }

  boolean isDirty() {
    return (flags & MMIO_DIRTY) != 0;
  }

  boolean hasMemory() {
    return memory != NONE;
  }

  boolean isBuffered() {
    return length > 0;
  }

  int position() {
    return isBuffered() ? bufferOffset + next : diskOffset;
  }

  private int[] numbers() {
    return new int[] {
      flags,
      code,
      procedure ? 1 : 0,
      memory,
      length,
      next,
      endRead,
      endWrite,
      bufferOffset,
      diskOffset,
      word0,
      word1,
      word2
    };
  }

  static State parse(String text) {
    return of(Arrays.stream(text.split(",", -1)).mapToInt(Integer::parseInt).toArray());
  }

  private static State of(int[] n) {
    return new State(
        n[0], n[1], n[2] != 0, n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12]);
  }

  @Override
  public String toString() {
    return IntStream.of(numbers()).mapToObj(Integer::toString).collect(Collectors.joining(","));
  }
}
