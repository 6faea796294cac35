package org.ioproc.internal.embedded;

import static org.ioproc.internal.winmm.MmioFunctions.MMIO_EMPTYBUF;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import org.ioproc.MmioError;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A file that is open. Without a buffer the program's requests are the procedure's messages, and
 * its answers are returned as they are.
 *
 * <p>Threads: one at a time.
 */
final class OpenFile {

  private final Procedure procedure;
  private final MmioInfo info;
  private final Storage storage;
  private final @Nullable Buffer buffer;
  private final @Nullable ByteBuffer bufferMemory;
  private @Nullable ByteBuffer callerMemory;
  private long callerAddress;
  private long handle;

  OpenFile(Procedure procedure, MmioInfo info, @Nullable ByteBuffer bufferMemory) {
    this.procedure = procedure;
    this.info = info;
    this.storage = new Storage(procedure.entry(), info);
    this.bufferMemory = bufferMemory;
    this.buffer = bufferMemory == null ? null : new Buffer(storage, info, bufferMemory);
  }

  Procedure procedure() {
    return procedure;
  }

  long handle() {
    return handle;
  }

  void handle(long handle) {
    this.handle = handle;
    info.handle(handle);
  }

  /** 0, or an error code. */
  int open(long name) {
    try {
      int error = storage.open(name);
      if (error == 0 && buffer != null) {
        buffer.opened();
      }
      return error;
    } finally {
      Reference.reachabilityFence(bufferMemory);
    }
  }

  /** The procedure gets its CLOSE whatever happens to the buffer; the first error is returned. */
  int close(int flags) {
    try {
      int lost = flush(0);
      int error = storage.close(flags);
      return lost != 0 ? lost : error;
    } finally {
      Reference.reachabilityFence(bufferMemory);
    }
  }

  int read(long address, int count) {
    if (buffer == null) {
      return storage.read(address, count);
    }
    if (count <= 0 || address == 0) {
      return count == 0 ? 0 : -1;
    }
    return buffer.read(callerMemory(address, count), count);
  }

  int write(long address, int count) {
    if (buffer == null) {
      int written = storage.write(address, count);
      info.bufferOffset(info.diskOffset());
      return written;
    }
    if (count <= 0 || address == 0) {
      return count == 0 ? 0 : -1;
    }
    return buffer.write(callerMemory(address, count), count);
  }

  /** Programs use the same memory again and again, so the last view is kept. */
  private ByteBuffer callerMemory(long address, int count) {
    ByteBuffer view = callerMemory;
    if (view == null || address != callerAddress || count > view.capacity()) {
      view = Transport.current().memory().view(address, count);
      callerMemory = view;
      callerAddress = address;
    }
    return view;
  }

  int seek(int offset, int origin) {
    if (buffer != null) {
      return buffer.seek(offset, origin);
    }
    int position = storage.seek(offset, origin);
    if (position != -1) {
      info.bufferOffset(info.diskOffset());
    }
    return position;
  }

  /** 0, or an error code. */
  int flush(int flags) {
    if (buffer == null) {
      return 0;
    }
    if (!buffer.flush()) {
      return MmioError.CANNOT_WRITE.code();
    }
    if ((flags & MMIO_EMPTYBUF) != 0) {
      buffer.forget();
    }
    return 0;
  }

  long send(int message, long lParam1, long lParam2) {
    showBuffer();
    return storage.send(message, lParam1, lParam2);
  }

  /** Microsoft documents that the program learns the procedure's address; messages bring none. */
  void copyInfo(MmioInfo target) {
    showBuffer();
    copy(info, target);
    target.ioProc(procedure.address());
  }

  private void showBuffer() {
    if (buffer != null) {
      buffer.show();
    }
  }

  private static void copy(MmioInfo from, MmioInfo to) {
    var memory = Transport.current().memory();
    try {
      memory.view(to.address(), MmioInfo.SIZE).put(memory.view(from.address(), MmioInfo.SIZE));
    } finally {
      Reference.reachabilityFence(from);
      Reference.reachabilityFence(to);
    }
  }
}
