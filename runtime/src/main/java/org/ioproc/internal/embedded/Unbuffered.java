package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * A file without a buffer. Each request, even for 0 bytes, is one message with the program's own
 * memory, and the procedure's answer is the result.
 */
final class Unbuffered implements Access {

  private final Storage storage;
  private final MmioInfo info;

  /**
   * Creates the access of a file without a buffer.
   *
   * @param address the address of the program's 0-byte buffer, which MMIOINFO shows; 0 if none
   */
  Unbuffered(Storage storage, MmioInfo info, long address) {
    this.storage = storage;
    this.info = info;
    info.bufferLength(0);
    info.buffer(address);
    info.next(address);
    info.endRead(address);
    info.endWrite(address);
  }

  @Override
  public int read(long address, int count) {
    return storage.read(address, count);
  }

  @Override
  public int write(long address, int count) {
    int written = storage.write(address, count);
    info.bufferOffset(info.diskOffset());
    return written;
  }

  @Override
  public int seek(int offset, int origin) {
    int position = storage.seek(offset, origin);
    if (position != -1) {
      info.bufferOffset(info.diskOffset());
    }
    return position;
  }

  @Override
  public int flush(int flags) {
    info.flags(info.flags() & ~MMIO_DIRTY);
    return 0;
  }

  @Override
  public int advance(MmioInfo passed, boolean writes) {
    return MmioError.UNBUFFERED.code();
  }

  @Override
  public int apply(MmioInfo passed) {
    info.flags(passed.flags());
    info.bufferOffset(passed.bufferOffset());
    info.diskOffset(passed.diskOffset());
    return 0;
  }

  @Override
  public void rememberShown() {
    // Only changes in a buffer are compared with what the program was shown.
  }

  @Override
  public int position() {
    return info.diskOffset();
  }

  @Override
  public void publish() {
    // The fields of MMIOINFO that describe a buffer never change.
  }
}
