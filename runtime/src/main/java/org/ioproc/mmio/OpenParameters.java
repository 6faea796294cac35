package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_ALLOCBUF;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code MMIOINFO} that {@code mmioOpen} reads. They choose the procedure that opens
 * a file, and pass words, a buffer or memory.
 *
 * <pre>{@code
 * OpenParameters parameters = OpenParameters.byCode(FourCc.of("XYZ")).word(0, 42);
 * try (MmioFile file = Mmio.system().open(null, parameters)) {
 *   System.out.println(file.word(0));
 * }
 * }</pre>
 *
 * <p>Threads: objects of this class are immutable, and any thread may use them.
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
   * Lets the file's name choose the procedure.
   *
   * @return the parameters
   */
  public static OpenParameters byName() {
    return new OpenParameters(0, 0, 0, null, new int[3]);
  }

  /**
   * Chooses the newest procedure that is installed under a code ({@code fccIOProc}).
   *
   * @param code the code
   * @return the parameters
   */
  public static OpenParameters byCode(FourCc code) {
    return new OpenParameters(code.value(), 0, 0, null, new int[3]);
  }

  /**
   * Chooses a procedure by its address; it need not be installed ({@code pIOProc}).
   *
   * @param procedure its native address
   * @return the parameters
   */
  public static OpenParameters byProcedure(long procedure) {
    return new OpenParameters(0, procedure, 0, null, new int[3]);
  }

  /**
   * Uses the program's memory as the file ({@code "MEM "}, {@code pchBuffer}). With CREATE the file
   * is empty at first. It needs no name:
   *
   * <pre>{@code
   * ByteBuffer wave = ByteBuffer.allocateDirect(1000);
   * try (MmioFile file = Mmio.system().open(null, OpenParameters.inMemory(wave))) {
   *   System.out.println(file.size());
   * }
   * }</pre>
   *
   * @param memory a direct buffer, used from its position to its limit
   * @return the parameters
   * @throws IllegalArgumentException if the buffer is not direct, or is read-only
   */
  public static OpenParameters inMemory(ByteBuffer memory) {
    return byCode(FourCc.MEM).buffer(memory);
  }

  /**
   * Uses new memory as the file ({@code "MEM "}, {@code cchBuffer}). The file should be opened with
   * CREATE, and is then empty. Otherwise its content is undefined.
   *
   * @param bytes its size
   * @return the parameters
   * @throws IllegalArgumentException if the number is negative
   */
  public static OpenParameters inMemory(int bytes) {
    return byCode(FourCc.MEM).buffer(bytes);
  }

  /**
   * Lets a file in memory grow ({@code adwInfo[0]}). A file that grows moves to new memory, even if
   * it was in the program's memory.
   *
   * @param bytes the number of bytes by which it grows at a time; 0 for a file that cannot grow
   * @return a changed copy
   * @throws IllegalArgumentException if the number is negative
   */
  public OpenParameters expandingBy(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("Memory must grow by 0 bytes or more, not " + bytes + ".");
    }
    return word(0, bytes);
  }

  /**
   * Passes a word to the procedure ({@code adwInfo}).
   *
   * @param index 0 to 2
   * @param word the word
   * @return a changed copy
   * @throws IndexOutOfBoundsException if the index is out of range
   */
  public OpenParameters word(int index, int word) {
    int[] changed = words.clone();
    changed[Objects.checkIndex(index, words.length)] = word;
    return new OpenParameters(code, procedure, bufferSize, memory, changed);
  }

  /**
   * Puts a buffer between the program and the procedure ({@code cchBuffer}).
   *
   * @param bytes its size; 0 for no buffer, or for 8192 bytes with {@link
   *     org.ioproc.MmioOption#BUFFERED}
   * @return a changed copy
   * @throws IllegalArgumentException if the number is negative
   */
  public OpenParameters buffer(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("A buffer must have 0 bytes or more, not " + bytes + ".");
    }
    return new OpenParameters(code, procedure, bytes, null, words);
  }

  /**
   * Uses the program's memory as the buffer between the program and the procedure ({@code
   * pchBuffer}). The file keeps the memory until it is closed or gets another buffer. {@link
   * BufferState} describes the buffer's content. {@link org.ioproc.MmioOption#BUFFERED} then has no
   * effect.
   *
   * @param memory a direct buffer, used from its position to its limit; with 0 bytes the file has
   *     no buffer
   * @return a changed copy
   * @throws IllegalArgumentException if the buffer is not direct, or is read-only
   */
  public OpenParameters buffer(ByteBuffer memory) {
    ByteBuffer own = TransferMemory.checked(memory);
    return new OpenParameters(code, procedure, own.capacity(), own, words);
  }

  /** Returns null also for memory of 0 bytes, because winmm reads and writes past it (Wine 8.0). */
  @Nullable ByteBuffer memory() {
    return memory == null || memory.capacity() == 0 ? null : memory;
  }

  /**
   * Returns the flags for mmioOpen, which must not allocate memory if the program passes its own.
   */
  int flags(int flags) {
    return memory == null ? flags : flags & ~MMIO_ALLOCBUF;
  }

  /** Returns all but the {@linkplain #memory memory}, whose address is lent only for the call. */
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
