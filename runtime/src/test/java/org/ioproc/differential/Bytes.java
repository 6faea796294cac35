package org.ioproc.differential;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.Transport;

/** Bytes as a trace has them: how many, and a number that tells them from others. */
final class Bytes {

  /** No procedure of a test is given more. */
  private static final int MOST = 1 << 16;

  private Bytes() {}

  static String of(byte[] bytes) {
    return of(ByteBuffer.wrap(bytes));
  }

  /** Memory that somebody else owns. */
  static String at(long address, int count) {
    return count <= 0 || count > MOST || address == 0
        ? "0"
        : of(Transport.current().memory().view(address, count));
  }

  /** What READ brought and, if the program has just written, what it wrote. */
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
