package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * The state of an open file at one moment. {@code next}, {@code endRead} and {@code endWrite} count
 * from the buffer's start, and bytes can be taken and put there directly by a program that gave the
 * buffer itself, with {@link OpenParameters#buffer(java.nio.ByteBuffer)} or {@link
 * MmioFile#setBuffer(java.nio.ByteBuffer)}:
 *
 * <pre>{@code
 * MmioFileInfo info = file.advance(file.info(), MmioFlag.READ);
 * while (info.next() < info.endRead()) {
 *   use(buffer, info.next(), info.endRead());
 *   info = file.advance(info.withNext(info.endRead()), MmioFlag.READ);
 * }
 * file.setInfo(info);
 * }</pre>
 *
 * <p>Source: Microsoft, "MMIOINFO structure" and "Performing File I/O by Directly Accessing a File
 * I/O Buffer".
 *
 * @param flags what the file was opened with, and whether the buffer is dirty ({@code dwFlags})
 * @param code the code of the file's procedure, all zero for one that is not installed ({@code
 *     fccIOProc})
 * @param procedure its address, or 0 where the manager does not tell, as Wine 8.0 ({@code pIOProc})
 * @param errorNumber an error that the manager has to tell, or 0 ({@code wErrorRet})
 * @param bufferSize 0 without a buffer ({@code cchBuffer})
 * @param next where in the buffer reading and writing go on ({@code pchNext})
 * @param endRead where in the buffer the bytes that were read end ({@code pchEndRead})
 * @param endWrite where in the buffer the room for bytes to write ends ({@code pchEndWrite})
 * @param bufferOffset the position in the file of the buffer's first byte ({@code lBufOffset})
 * @param diskOffset the position in the file that the procedure is at: lDiskOffset
 * @param words the procedure's own three ({@code adwInfo})
 */
public record MmioFileInfo(
    int flags,
    FourCc code,
    long procedure,
    int errorNumber,
    int bufferSize,
    int next,
    int endRead,
    int endWrite,
    int bufferOffset,
    int diskOffset,
    List<Integer> words) {

  private static final int WORDS = 3;

  static MmioFileInfo of(MmioInfo info) {
    return new MmioFileInfo(
        info.flags(),
        new FourCc(info.fccIoProc()),
        info.ioProc(),
        info.errorRet(),
        info.bufferLength(),
        (int) (info.next() - info.buffer()),
        (int) (info.endRead() - info.buffer()),
        (int) (info.endWrite() - info.buffer()),
        info.bufferOffset(),
        info.diskOffset(),
        List.of(info.info(0), info.info(1), info.info(2)));
  }

  /** Puts what a program may change in the place of what is there; the buffer is the file's. */
  void applyTo(MmioInfo info) {
    info.flags(flags);
    info.next(info.buffer() + next);
    info.endRead(info.buffer() + endRead);
    info.endWrite(info.buffer() + endWrite);
    info.bufferOffset(bufferOffset);
    info.diskOffset(diskOffset);
    for (int i = 0; i < WORDS; i++) {
      info.info(i, words.get(i));
    }
  }

  /**
   * Whether the buffer holds bytes that are to be written ({@code MMIO_DIRTY}).
   *
   * @return true if it does
   */
  public boolean isDirty() {
    return (flags & MMIO_DIRTY) != 0;
  }

  /**
   * The error that the manager has to tell ({@code wErrorRet}).
   *
   * @return it; empty if there is none or its number is none of mmio's
   */
  public Optional<MmioError> error() {
    return MmioError.of(errorNumber);
  }

  /**
   * The state after bytes were taken from the buffer.
   *
   * @param next where in the buffer to go on
   * @return another state
   */
  public MmioFileInfo withNext(int next) {
    return with(flags, next, endRead, endWrite, words);
  }

  /**
   * The state after bytes were put into the buffer, which are to be written.
   *
   * @param next where in the buffer they end
   * @return another state
   */
  public MmioFileInfo withWritten(int next) {
    return with(flags | MMIO_DIRTY, next, endRead, endWrite, words);
  }

  /**
   * The state with nothing to write ({@code MMIO_DIRTY} taken away). {@link MmioFile#setInfo} then
   * gives up the bytes in the buffer that are not in the file yet, as a program must that cannot
   * write them and wants to go on; the embedded manager reads the file again in their place, and
   * Wine 8.0 does not. {@link MmioFile#advance} writes them all the same.
   *
   * @return another state
   */
  public MmioFileInfo withoutChanges() {
    return with(flags & ~MMIO_DIRTY, next, endRead, endWrite, words);
  }

  /**
   * The state with other ends of what can be taken from and put into the buffer.
   *
   * @param endRead where in the buffer the bytes that were read end
   * @param endWrite where in the buffer the room for bytes to write ends
   * @return another state
   */
  public MmioFileInfo withEnds(int endRead, int endWrite) {
    return with(flags, next, endRead, endWrite, words);
  }

  /**
   * The state with another word for the procedure.
   *
   * @param index 0 to 2
   * @param word the word
   * @return another state
   * @throws IndexOutOfBoundsException if there is no such word
   */
  public MmioFileInfo withWord(int index, int word) {
    List<Integer> changed = new ArrayList<>(words);
    changed.set(index, word);
    return with(flags, next, endRead, endWrite, List.copyOf(changed));
  }

  private MmioFileInfo with(int flags, int next, int endRead, int endWrite, List<Integer> words) {
    return new MmioFileInfo(
        flags,
        code,
        procedure,
        errorNumber,
        bufferSize,
        next,
        endRead,
        endWrite,
        bufferOffset,
        diskOffset,
        words);
  }
}
