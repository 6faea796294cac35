package org.ioproc.mmio;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * A snapshot of the state of an open file's buffer. A program needs it to read and write the
 * buffer's memory directly. For this, the program must provide the memory: it passes a direct
 * buffer to {@link OpenParameters#buffer(java.nio.ByteBuffer)} or {@link
 * MmioBuffer#setBuffer(java.nio.ByteBuffer)}. {@code next}, {@code endRead} and {@code endWrite}
 * are indexes into that memory. This example adds up the bytes of a file without copying them:
 *
 * <pre>{@code
 * ByteBuffer memory = ByteBuffer.allocateDirect(8192);
 * OpenParameters parameters = OpenParameters.byName().buffer(memory);
 * try (MmioFile file = Mmio.system().open("music.zip+track.wav", parameters)) {
 *   long sum = 0;
 *   MmioBuffer buffer = file.buffer();
 *   BufferState state = buffer.advance(buffer.state(), StandardOpenOption.READ);
 *   while (state.next() < state.endRead()) {
 *     for (int i = state.next(); i < state.endRead(); i++) {
 *       sum += memory.get(i) & 0xFF;
 *     }
 *     state = buffer.advance(state.withNext(state.endRead()), StandardOpenOption.READ);
 *   }
 *   buffer.setState(state);
 *   System.out.println(sum);
 * }
 * }</pre>
 *
 * <p>Threads: snapshots are immutable, and any thread may use them.
 *
 * <p>Source: Microsoft, "MMIOINFO structure" and "Performing File I/O by Directly Accessing a File
 * I/O Buffer".
 *
 * @param flags the flags of {@code mmioOpen}, and {@code MMIO_DIRTY} ({@code dwFlags})
 * @param code the code of the file's procedure; its value is 0 if the procedure is not installed
 *     ({@code fccIOProc})
 * @param procedure the procedure's address; 0 if the manager does not reveal it ({@code pIOProc})
 * @param errorNumber the code of an error, or 0 ({@code wErrorRet})
 * @param bufferSize the buffer's size in bytes; 0 without a buffer ({@code cchBuffer})
 * @param next the index at which reading and writing continue ({@code pchNext})
 * @param endRead the index at which the bytes that were read end ({@code pchEndRead})
 * @param endWrite the index at which the room for writing ends ({@code pchEndWrite})
 * @param bufferOffset the position in the file of the buffer's first byte ({@code lBufOffset})
 * @param diskOffset the procedure's position in the file ({@code MMIOINFO.lDiskOffset})
 * @param words the procedure's three words ({@code adwInfo})
 */
public record BufferState(
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

  static BufferState of(MmioInfo info) {
    return new BufferState(
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

  /**
   * Copies the fields that a program may change, and converts indexes to addresses in the buffer.
   */
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
   * Returns whether the buffer contains bytes that are not yet written out ({@code MMIO_DIRTY}).
   *
   * @return true if there are such bytes
   */
  public boolean isDirty() {
    return (flags & MMIO_DIRTY) != 0;
  }

  /**
   * Returns the error that the manager reports ({@code wErrorRet}).
   *
   * @return the error, or nothing if there is none or mmio does not define its number
   */
  public Optional<MmioError> error() {
    return MmioError.of(errorNumber);
  }

  /**
   * Returns the state after the program has read from the buffer.
   *
   * @param next the index at which reading continues
   * @return a changed copy
   */
  public BufferState withNext(int next) {
    return with(flags, next, endRead, endWrite, words);
  }

  /**
   * Returns the state after the program has written to the buffer ({@code MMIO_DIRTY}).
   *
   * @param next the index at which the written bytes end
   * @return a changed copy
   */
  public BufferState withWritten(int next) {
    return with(flags | MMIO_DIRTY, next, endRead, endWrite, words);
  }

  /**
   * Returns the state without {@code MMIO_DIRTY}. {@link MmioBuffer#setState} then discards the
   * bytes that are not yet written out. A program needs this to continue when they cannot be
   * written. {@link MmioBuffer#advance} still writes them.
   *
   * @return a changed copy
   */
  public BufferState withoutChanges() {
    return with(flags & ~MMIO_DIRTY, next, endRead, endWrite, words);
  }

  /**
   * Returns the state with a new end of the bytes to read and of the room for writing.
   *
   * @param endRead the index at which the bytes that were read end
   * @param endWrite the index at which the room for writing ends
   * @return a changed copy
   */
  public BufferState withEnds(int endRead, int endWrite) {
    return with(flags, next, endRead, endWrite, words);
  }

  /**
   * Returns the state with one of the procedure's words changed. If the procedure is written with
   * {@link org.ioproc.IoProc}, word 2 must stay as it is: it identifies the open file.
   *
   * @param index 0 to 2
   * @param word the word
   * @return a changed copy
   * @throws IndexOutOfBoundsException if the index is out of range
   */
  public BufferState withWord(int index, int word) {
    List<Integer> changed = new ArrayList<>(words);
    changed.set(index, word);
    return with(flags, next, endRead, endWrite, List.copyOf(changed));
  }

  private BufferState with(int flags, int next, int endRead, int endWrite, List<Integer> words) {
    return new BufferState(
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
