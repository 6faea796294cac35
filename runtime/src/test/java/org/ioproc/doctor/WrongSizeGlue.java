package org.ioproc.doctor;

import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.OpenRequest;
import org.ioproc.glue.FullGlue;

/** Glue of a procedure whose files say that they are longer or shorter than they are. */
final class WrongSizeGlue extends FullGlue<Object> {

  private final long size;
  private final int length;

  /**
   * Creates the glue.
   *
   * @param size what the files say; less than 0 for files that do not say it
   */
  WrongSizeGlue(long size, int length) {
    super("SIZE");
    this.size = size;
    this.length = length;
  }

  @Override
  protected Object onOpen(OpenRequest request) {
    return this;
  }

  @Override
  protected int onRead(Object file, ByteBuffer buffer, long position) {
    int count = (int) Math.max(0, Math.min(buffer.remaining(), length - position));
    buffer.put(new byte[count]);
    return count;
  }

  @Override
  protected long onSize(Object file) throws MmioException {
    if (size < 0) {
      throw new MmioException(MmioError.CANNOT_SEEK, "The size is unknown.");
    }
    return size;
  }
}
