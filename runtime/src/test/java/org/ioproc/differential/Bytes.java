package org.ioproc.differential;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Transport;

/** Bytes in a trace: their number and a checksum. */
final class Bytes {

  /** No test passes more to a procedure. */
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

  /** Describes what READ brought and, if the program has just written, what it wrote. */
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
