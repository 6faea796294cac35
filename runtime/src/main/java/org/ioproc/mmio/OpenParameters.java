package org.ioproc.mmio;

import java.util.Objects;
import org.ioproc.FourCc;
import org.ioproc.internal.transport.MmioInfo;

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
  private final int[] words;

  private OpenParameters(int code, long procedure, int bufferSize, int[] words) {
    this.code = code;
    this.procedure = procedure;
    this.bufferSize = bufferSize;
    this.words = words;
  }

  /**
   * The file's name says which procedure opens it.
   *
   * @return parameters that say nothing more
   */
  public static OpenParameters byName() {
    return new OpenParameters(0, 0, 0, new int[3]);
  }

  /**
   * The newest procedure installed under a code opens the file ({@code fccIOProc}).
   *
   * @param code the code
   * @return parameters with it
   */
  public static OpenParameters byCode(FourCc code) {
    return new OpenParameters(code.value(), 0, 0, new int[3]);
  }

  /**
   * A procedure that need not be installed opens the file ({@code pIOProc}).
   *
   * @param procedure its native address
   * @return parameters with it
   */
  public static OpenParameters byProcedure(long procedure) {
    return new OpenParameters(0, procedure, 0, new int[3]);
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
    return new OpenParameters(code, procedure, bufferSize, changed);
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
    return new OpenParameters(code, procedure, bytes, words);
  }

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
