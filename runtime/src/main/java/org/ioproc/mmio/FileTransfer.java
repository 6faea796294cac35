package org.ioproc.mmio;

import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.nio.channels.ClosedChannelException;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.transport.NativeMemory;

/**
 * Moves bytes between an open file and a program's buffers. mmio needs memory with an address, so
 * it uses a direct buffer itself, and a copy of the bytes in a heap buffer. Only the embedded
 * manager can read from a file's buffer into a heap buffer directly.
 */
final class FileTransfer {

  private final MmioFunctions functions;
  private final OpenHandle handle;
  private final TransferMemory memory = new TransferMemory();

  FileTransfer(MmioFunctions functions, OpenHandle handle) {
    this.functions = functions;
    this.handle = handle;
  }

  int read(ByteBuffer target) throws ClosedChannelException, MmioException {
    if (target.isReadOnly()) {
      throw new ReadOnlyBufferException();
    }
    long number = handle.begin();
    int wanted = target.remaining();
    boolean more = target.isDirect() || target.hasRemaining();
    while (more) {
      boolean full = target.isDirect() ? fill(target, number) : fillHeap(target, number);
      more = full && target.hasRemaining();
    }
    int read = wanted - target.remaining();
    return read == 0 && wanted > 0 ? -1 : read;
  }

  /** Reads once, as {@link #fill} does, from the file's buffer if possible. */
  private boolean fillHeap(ByteBuffer target, long number) throws MmioException {
    int start = target.position();
    int count = Math.min(target.remaining(), TransferMemory.LARGEST);
    int read = functions.mmioRead(number, target, count);
    return read == MmioFunctions.NEEDS_ADDRESS
        ? fillThroughCopy(target, number)
        : filled(target, start, count, read);
  }

  private boolean fillThroughCopy(ByteBuffer target, long number) throws MmioException {
    ByteBuffer copy = memory.copy(target.remaining());
    boolean full = fill(copy, number);
    target.put(copy.flip());
    return full;
  }

  /** Reads once. Returns false at the end of the file. */
  private boolean fill(ByteBuffer direct, long number) throws MmioException {
    int start = direct.position();
    int count = Math.min(direct.remaining(), NativeMemory.LARGEST_VIEW);
    int read =
        memory.held(direct).transfer(MmioFunctions::mmioRead, functions, number, start, count);
    return filled(direct, start, count, read);
  }

  private boolean filled(ByteBuffer target, int start, int count, int read) throws MmioException {
    if (read < 0 || read > count) {
      throw handle.failure("read", MmioError.CANNOT_READ);
    }
    target.position(start + read);
    return read == count;
  }

  int write(ByteBuffer source) throws ClosedChannelException, MmioException {
    long number = handle.begin();
    int count = source.remaining();
    boolean more = source.isDirect() || source.hasRemaining();
    while (more) {
      drain(source.isDirect() ? source : copyOf(source), source, number);
      more = source.hasRemaining();
    }
    return count;
  }

  private ByteBuffer copyOf(ByteBuffer source) {
    ByteBuffer copy = memory.copy(source.remaining());
    return copy.put(0, source, source.position(), copy.remaining());
  }

  /** Writes once from a direct buffer, which is the source or contains a copy of its next bytes. */
  private void drain(ByteBuffer direct, ByteBuffer source, long number) throws MmioException {
    int start = direct.position();
    int count = Math.min(direct.remaining(), NativeMemory.LARGEST_VIEW);
    int written =
        memory.held(direct).transfer(MmioFunctions::mmioWrite, functions, number, start, count);
    if (written > 0 && written <= count) {
      source.position(source.position() + written);
    }
    if (written != count) {
      throw handle.failure(
          "write "
              + count
              + (count == 1 ? " byte (" : " bytes (")
              + Math.max(written, 0)
              + " were written) to",
          MmioError.CANNOT_WRITE);
    }
  }
}
