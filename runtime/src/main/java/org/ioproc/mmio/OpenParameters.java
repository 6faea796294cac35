package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a program can say about a file beyond its name and flags: the members of {@code MMIOINFO}
 * that {@code mmioOpen} looks at. Objects of this class do not change.
 *
 * <pre>{@code
 * mmio.open(null, OpenParameters.byCode(FourCc.of("XYZ ")).word(0, 42), MmioFlag.READ)
 * }</pre>
 *
 * <p>Source: Microsoft, "mmioOpen function" and "MMIOINFO structure".
 */
public final class OpenParameters {

  private final int code;
  private final long procedure;
  private final int bufferSize;
  private final @Nullable ByteBuffer memory;
  private final int[] words;

  private OpenParameters(
      int code, long procedure, int bufferSize, @Nullable ByteBuffer memory, int[] words) {
    this.code = code;
    this.procedure = procedure;
    this.bufferSize = bufferSize;
    this.memory = memory;
    this.words = words;
  }

  /**
   * The file's name says which procedure opens it.
   *
   * @return parameters that say nothing more
   */
  public static OpenParameters byName() {
    return new OpenParameters(0, 0, 0, null, new int[3]);
  }

  /**
   * The newest procedure installed under a code opens the file ({@code fccIOProc}).
   *
   * @param code the code
   * @return parameters with it
   */
  public static OpenParameters byCode(FourCc code) {
    return new OpenParameters(code.value(), 0, 0, null, new int[3]);
  }

  /**
   * A procedure that need not be installed opens the file ({@code pIOProc}).
   *
   * @param procedure its native address
   * @return parameters with it
   */
  public static OpenParameters byProcedure(long procedure) {
    return new OpenParameters(0, procedure, 0, null, new int[3]);
  }

  /**
   * The file is memory of the program's own ({@code "MEM "}, {@code pchBuffer}), from the buffer's
   * position to its limit. With {@link MmioFlag#CREATE} it begins empty. It is opened without a
   * name:
   *
   * <pre>{@code
   * mmio.open(null, OpenParameters.inMemory(wave), MmioFlag.READ)
   * }</pre>
   *
   * @param memory a direct buffer
   * @return parameters with it
   * @throws IllegalArgumentException if it is not direct, or read-only
   */
  public static OpenParameters inMemory(ByteBuffer memory) {
    return byCode(FourCc.MEM).buffer(memory);
  }

  /**
   * The file is new memory ({@code "MEM "}, {@code cchBuffer}). Only with {@link MmioFlag#CREATE}
   * its content is known: it is empty.
   *
   * @param bytes its size
   * @return parameters with it
   * @throws IllegalArgumentException if it is negative
   */
  public static OpenParameters inMemory(int bytes) {
    return byCode(FourCc.MEM).buffer(bytes);
  }

  /**
   * Lets a file in memory grow ({@code adwInfo[0]}). It moves into other memory for that, even if
   * it began in the program's own. Wine 8.0 does not do so.
   *
   * @param bytes by how many at a time; 0: not at all
   * @return new parameters with it
   * @throws IllegalArgumentException if it is negative
   */
  public OpenParameters expandingBy(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("Memory grows by 0 bytes or more, not " + bytes + ".");
    }
    return word(0, bytes);
  }

  /**
   * Passes a word to the procedure ({@code adwInfo}).
   *
   * @param index 0 to 2
   * @param word the word
   * @return new parameters with it
   * @throws IndexOutOfBoundsException if there is no such word
   */
  public OpenParameters word(int index, int word) {
    int[] changed = words.clone();
    changed[Objects.checkIndex(index, words.length)] = word;
    return new OpenParameters(code, procedure, bufferSize, memory, changed);
  }

  /**
   * Puts a buffer between the program and the procedure ({@code cchBuffer}).
   *
   * @param bytes its size; 0 for none, or for 8192 bytes with {@link MmioFlag#ALLOCBUF}
   * @return new parameters with it
   * @throws IllegalArgumentException if it is negative
   */
  public OpenParameters buffer(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("A buffer has 0 bytes or more, not " + bytes + ".");
    }
    return new OpenParameters(code, procedure, bytes, null, words);
  }

  /**
   * Puts memory of the program's own between it and the procedure, as a buffer ({@code pchBuffer}).
   * The file keeps it until it is closed or has another buffer; what is in it then is told by
   * {@link MmioFile#info()}. {@link MmioFlag#ALLOCBUF} does not count then.
   *
   * @param memory a direct buffer; it is used from its position to its limit, and with 0 bytes the
   *     file has no buffer
   * @return new parameters with it
   * @throws IllegalArgumentException if it is not direct, or read-only
   */
  public OpenParameters buffer(ByteBuffer memory) {
    ByteBuffer own = TransferMemory.own(memory);
    return new OpenParameters(code, procedure, own.capacity(), own, words);
  }

  /** Null as well for memory of 0 bytes: winmm reads and writes behind it (Wine 8.0). */
  @Nullable ByteBuffer memory() {
    return memory == null || memory.capacity() == 0 ? null : memory;
  }

  /** Those for mmioOpen: where the program gives memory, none is to be allocated. */
  int flags(int flags) {
    return memory == null ? flags : flags & ~MMIO_ALLOCBUF;
  }

  /** All but the {@linkplain #memory address of the memory}, which is lent for the call alone. */
  MmioInfo toInfo() {
    MmioInfo info = MmioInfo.allocate();
    info.fccIoProc(code);
    info.ioProc(procedure);
    info.bufferLength(bufferSize);
    for (int i = 0; i < words.length; i++) {
      info.info(i, words[i]);
    }
    return info;
  }
}
