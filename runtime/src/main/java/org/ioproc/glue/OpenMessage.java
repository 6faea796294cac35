package org.ioproc.glue;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_RWMODE;

import java.util.Objects;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.OpenRequest;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.text.Printable;

/** The request in an MMIOM_OPEN. */
final class OpenMessage implements OpenRequest {

  private static final int WORDS = 3;

  /** The number of words, from the first, that a procedure may set. */
  private static final int OWN_WORDS = 2;

  private final String rawName;
  private final int flags;
  private final int[] words = new int[WORDS];

  private OpenMessage(String rawName, MmioInfo info) {
    this.rawName = rawName;
    this.flags = info.flags();
    for (int i = 0; i < WORDS; i++) {
      words[i] = info.info(i);
    }
  }

  static OpenMessage of(String rawName, MmioInfo info) throws MmioException {
    OpenMessage opening = new OpenMessage(rawName, info);
    if ((opening.flags & MMIO_RWMODE) == MMIO_RWMODE) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER,
          "A file must be opened with MMIO_READ, MMIO_WRITE or MMIO_READWRITE; the flags are 0x"
              + Integer.toHexString(opening.flags)
              + ".");
    }
    return opening;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** Copies the words that the procedure may set to the program's {@code MMIOINFO}. */
  void handBack(MmioInfo info) {
    for (int i = 0; i < OWN_WORDS; i++) {
      info.info(i, words[i]);
    }
  }

  @Override
  public String rawName() {
    return rawName;
  }

  @Override
  public int flags() {
    return flags;
  }

  @Override
  public int word(int index) {
    return words[Objects.checkIndex(index, WORDS)];
  }

  @Override
  public void setWord(int index, int word) {
    words[Objects.checkIndex(index, OWN_WORDS)] = word;
  }

  @Override
  public String toString() {
    return "OpenRequest[" + Printable.of(rawName) + ", flags 0x" + Integer.toHexString(flags) + "]";
  }
}
