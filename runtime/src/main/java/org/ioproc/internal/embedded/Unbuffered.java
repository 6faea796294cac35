package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;

import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmioInfo;

/**
 * A file without a buffer: each request is one message with the program's own memory, and the
 * procedure's answer is returned as it is. A count of 0 is sent, too.
 */
final class Unbuffered implements Access {

  private final Storage storage;
  private final MmioInfo info;

  /** Shows memory of 0 bytes, which cannot serve as a buffer, where the program gave it. */
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
  public int advance(MmioInfo told, boolean writes) {
    return MmioError.UNBUFFERED.code();
  }

  @Override
  public int told(MmioInfo told) {
    info.flags(told.flags());
    info.bufferOffset(told.bufferOffset());
    info.diskOffset(told.diskOffset());
    return 0;
  }

  @Override
  public void shown() {
    // There is nothing that a program could put anywhere.
  }

  @Override
  public int position() {
    return info.diskOffset();
  }

  @Override
  public void show() {
    // The members of MMIOINFO that have to do with a buffer are 0 and stay so.
  }
}
