package org.ioproc.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.ioproc.MmioMessage;

/**
 * Calls handlers of a custom file type as the library does, in a test without mmio. The test opens
 * the file itself, with {@link org.ioproc.OpenRequest#of}:
 *
 * <pre>{@code
 * // a.ramp+1000 is a file of 1000 bytes, which count from 0 to 255 repeatedly.
 * @IoProc("RAMP")
 * public final class RampIoProc {
 *   record Ramp(long size) {}
 *
 *   @OnOpen
 *   Ramp open(OpenRequest request) throws MmioException {
 *     return new Ramp(Long.parseLong(request.name().element()));
 *   }
 *
 *   @OnRead
 *   int read(Ramp ramp, ByteBuffer buffer, long position) {
 *     int count = 0;
 *     while (buffer.hasRemaining() && position + count < ramp.size()) {
 *       buffer.put((byte) (position + count));
 *       count++;
 *     }
 *     return count;
 *   }
 * }
 * }</pre>
 *
 * <pre>{@code
 * RampIoProc procedure = new RampIoProc();
 * RampIoProc.Ramp ramp = procedure.open(OpenRequest.of("a.ramp+1000"));
 * byte[] end = HandlerCalls.read(procedure::read, ramp, 990, 100);
 * System.out.println(end.length); // 10
 * }</pre>
 *
 * <p>The handlers get direct little-endian buffers, like those of programs. After each call, the
 * buffer is overwritten, so that a handler that keeps it is found.
 *
 * <p>Errors: what a handler throws is thrown. A count by which it has not moved the buffer's
 * position is an {@link AssertionError}.
 */
public final class HandlerCalls {

  private static final byte OVERWRITTEN = (byte) 0xDB;

  /** How many times in a row a handler may take nothing. */
  private static final int MOST_EMPTY = 1000;

  private HandlerCalls() {}

  /**
   * A method with {@link org.ioproc.OnRead} or {@link org.ioproc.OnWrite}.
   *
   * @param <F> the type of an open file
   */
  @FunctionalInterface
  public interface Transfer<F> {

    /**
     * Calls the method.
     *
     * @param file the open file
     * @param buffer the program's memory
     * @param position a position in bytes from the file's start
     * @return the number of bytes; when reading, 0 or -1 at the file's end
     * @throws Exception what the method throws
     */
    int transfer(F file, ByteBuffer buffer, long position) throws Exception;
  }

  /**
   * Reads bytes, as a program does with {@code mmioRead}: calls the handler until it has read all
   * of them, or reports the file's end.
   *
   * @param <F> the type of the file
   * @param handler the method with {@link org.ioproc.OnRead}
   * @param file the open file
   * @param position where to read, in bytes from the file's start
   * @param count how many bytes
   * @return the bytes, fewer if the file ends
   * @throws Exception what the handler throws
   */
  public static <F> byte[] read(Transfer<F> handler, F file, long position, int count)
      throws Exception {
    ByteBuffer buffer = buffer(count);
    int read = 1;
    while (read > 0 && buffer.hasRemaining()) {
      read = call(handler, file, buffer, position, true);
    }
    byte[] bytes = new byte[buffer.position()];
    buffer.get(0, bytes);
    overwrite(buffer);
    return bytes;
  }

  /**
   * Writes bytes, as a program does with {@code mmioWrite}: calls the handler until it has taken
   * all of them.
   *
   * @param <F> the type of the file
   * @param handler the method with {@link org.ioproc.OnWrite}
   * @param file the open file
   * @param position where to write, in bytes from the file's start
   * @param bytes the bytes
   * @throws Exception what the handler throws
   */
  public static <F> void write(Transfer<F> handler, F file, long position, byte[] bytes)
      throws Exception {
    ByteBuffer memory = buffer(bytes.length).put(0, bytes);
    ByteBuffer buffer = memory.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    int empty = 0;
    while (buffer.hasRemaining()) {
      empty = call(handler, file, buffer, position, false) == 0 ? empty + 1 : 0;
      require(empty < MOST_EMPTY, MOST_EMPTY + " calls in a row took no byte.");
    }
    overwrite(memory);
  }

  private static <F> int call(
      Transfer<F> handler, F file, ByteBuffer buffer, long position, boolean reads)
      throws Exception {
    int start = buffer.position();
    int result = handler.transfer(file, buffer, position + start);
    int count = reads && result == -1 ? 0 : result;
    require(
        count >= 0 && buffer.position() == start + count && buffer.limit() == buffer.capacity(),
        "A handler must return the number of bytes by which it moves the buffer's position, and"
            + " must not change the limit; it returned %d and moved from %d to %d."
                .formatted(result, start, buffer.position()));
    return count;
  }

  private static ByteBuffer buffer(int count) {
    return ByteBuffer.allocateDirect(count).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void overwrite(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    Arrays.fill(bytes, OVERWRITTEN);
    buffer.put(0, bytes);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new AssertionError(rule);
    }
  }

  /**
   * Creates a message for a method with {@link org.ioproc.OnMessage}.
   *
   * @param number 0x8000 or above
   * @param memory1 what the first parameter points to
   * @param memory2 what the second parameter points to
   * @return a message whose parameters are the sizes of the memory, and not addresses
   */
  public static MmioMessage message(int number, ByteBuffer memory1, ByteBuffer memory2) {
    return new PreparedMessage(number, memory1, memory2);
  }
}
