package org.ioproc.differential;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Transport;

/** Describes bytes in a trace by their count and a checksum. */
final class Bytes {

  /** The most bytes that a test passes to a procedure. */
  private static final int MAX = 1 << 16;

  private Bytes() {}

  static String of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /** Describes the bytes at an address. */
  static String at(long address, int count) {
    return count <= 0 || count > MAX || address == 0
        ? "0"
        : of(Transport.current().memory().view(address, count));
  }

  /** Describes the bytes that READ put into the buffer and, after a write, those written. */
  static String inBuffer(MmioInfo info, State state, boolean wrote) {
    int end = wrote ? Math.max(state.next(), state.endRead()) : state.endRead();
    return state.isBuffered() && end <= state.length() ? at(info.buffer(), end) : "0";
  }

  private static String of(ByteBuffer bytes) {
    int count = bytes.remaining();
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return count + "#" + HexFormat.of().toHexDigits((short) sum.getValue());
  }
}
