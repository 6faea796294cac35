package org.ioproc.support;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;

/** Sends messages to a procedure, as a manager does, directly or through native code. */
public final class Caller {

  /** How messages are sent. */
  public enum Way {
    DIRECT,
    NATIVE
  }

  public final MmioInfo info = MmioInfo.allocate();
  private final IoProcedure procedure;

  public Caller(Way way, IoProcGlue<?> glue) {
    this(way, (IoProcedure) glue::callback);
  }

  public Caller(Way way, IoProcedure procedure) {
    this.procedure = way == Way.DIRECT ? procedure : throughNative(procedure);
  }

  private static IoProcedure throughNative(IoProcedure procedure) {
    Transport transport = Transport.current();
    long stub = transport.stub(procedure);
    return (lpmmioinfo, message, lParam1, lParam2) ->
        transport.call(stub, lpmmioinfo, message, lParam1, lParam2);
  }

  /** Returns the smallest value of an LPARAM in this process. */
  public static long smallestParameter() {
    return Transport.current().memory().pointerSize() == Long.BYTES
        ? Long.MIN_VALUE
        : Integer.MIN_VALUE;
  }

  public long send(int message, long lParam1, long lParam2) {
    return procedure.callback(info.address(), message, lParam1, lParam2);
  }

  public long sendWithoutInfo(int message, long lParam1, long lParam2) {
    return procedure.callback(0, message, lParam1, lParam2);
  }

  public long open(String name, int flags) throws Exception {
    info.flags(flags);
    ByteBuffer text = AnsiText.encode(name);
    long result = send(MMIOM_OPEN, address(text), 0);
    Reference.reachabilityFence(text);
    return result;
  }

  public long rename(String from, String to) throws Exception {
    ByteBuffer source = AnsiText.encode(from);
    ByteBuffer target = AnsiText.encode(to);
    long result = sendWithoutInfo(MMIOM_RENAME, address(source), address(target));
    Reference.reachabilityFence(source);
    Reference.reachabilityFence(target);
    return result;
  }

  /** Reads ahead, as a process beside the program does. Returns the count of bytes. */
  public int readAhead(IoProcGlue<?> glue, int count) {
    ByteBuffer memory = ByteBuffer.allocateDirect(count);
    int read = glue.readAhead(info.address(), address(memory), count);
    Reference.reachabilityFence(memory);
    return read;
  }

  public long read(ByteBuffer direct, long count) {
    long result = send(MMIOM_READ, address(direct), count);
    Reference.reachabilityFence(direct);
    return result;
  }

  /** Reads text. On failure, returns the answer in digits. */
  public String read(int count) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(Math.max(count, 1));
    long read = read(buffer, count);
    if (read < 0) {
      return Long.toString(read);
    }
    byte[] bytes = new byte[(int) read];
    buffer.get(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  public long write(int message, String text) {
    ByteBuffer buffer = ByteBuffer.allocateDirect(Math.max(text.length(), 1));
    buffer.put(text.getBytes(StandardCharsets.ISO_8859_1));
    long result = send(message, address(buffer), text.length());
    Reference.reachabilityFence(buffer);
    return result;
  }

  public long write(String text) {
    return write(MMIOM_WRITE, text);
  }

  public long seek(long offset, int origin) {
    return send(MMIOM_SEEK, offset, origin);
  }

  public long close() {
    return send(MMIOM_CLOSE, 0, 0);
  }

  private static long address(ByteBuffer direct) {
    return Transport.current().memory().address(direct);
  }
}
