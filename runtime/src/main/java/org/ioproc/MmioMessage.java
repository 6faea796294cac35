package org.ioproc;

import java.nio.ByteBuffer;

/**
 * A message that an application has defined and sends with {@code mmioSendMessage}: a number and
 * two parameters, which may be addresses. A method with {@link OnMessage} gets it.
 *
 * <pre>{@code
 * // LONGLONG gain = 3;
 * // mmioSendMessage(file, 0x8001, (LPARAM) &gain, 0);
 * @IoProc("GAIN")
 * public final class GainIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     return name.containerPath().resolve(name.element());
 *   }
 *
 *   @OnMessage(0x8001)
 *   long gain(SeekableByteChannel file, MmioMessage message) {
 *     return 2 * message.memory1(Long.BYTES).getLong();
 *   }
 * }
 * }</pre>
 *
 * <p>Memory: {@link #memory1} and {@link #memory2} give access to the application's own memory,
 * which may be freed once the method has returned. A handler that keeps its buffer then reads and
 * overwrites whatever is there, or ends the process. With {@code -Dorg.ioproc.check=true} buffers
 * are copies. What the method changes reaches the application when it returns; after that the
 * copies and their slices contain garbage, and a write to one makes the file's next message fail.
 *
 * <p>Threads: a message may be used on the thread of the call that it is given to, until the method
 * returns.
 *
 * <p>Source: Microsoft, "mmioSendMessage function".
 */
public interface MmioMessage {

  /**
   * Returns the message's number.
   *
   * @return 0x8000 ({@link MmioMessages#MMIOM_USER}) or above
   */
  int number();

  /**
   * Returns the first parameter.
   *
   * @return whatever the application means by it
   */
  long lParam1();

  /**
   * Returns the second parameter.
   *
   * @return whatever the application means by it
   */
  long lParam2();

  /**
   * Returns the memory that the first parameter points to, little-endian, valid until the method
   * returns. The library cannot check the size: a wrong one ends the process.
   *
   * @param bytes the size that the application and the procedure have agreed on
   * @return the application's own memory
   * @throws IllegalArgumentException if the parameter is NULL, or the size negative or above
   *     2147483639
   * @throws IllegalStateException if the method has returned
   */
  ByteBuffer memory1(int bytes);

  /**
   * Returns the memory that the second parameter points to, like {@link #memory1}.
   *
   * @param bytes the size that the application and the procedure have agreed on
   * @return the application's own memory
   * @throws IllegalArgumentException if the parameter is NULL, or the size negative or above
   *     2147483639
   * @throws IllegalStateException if the method has returned
   */
  ByteBuffer memory2(int bytes);
}
