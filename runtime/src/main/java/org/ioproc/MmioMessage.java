package org.ioproc;

import java.nio.ByteBuffer;

/**
 * A message of an application's own. It is given to a method with {@link OnMessage} and may be used
 * on that call's thread, until the method returns.
 *
 * <p>Buffers are the application's own memory, which may be gone or serve another purpose once the
 * method has returned. A buffer that is kept then reads and overwrites whatever is there, or ends
 * the process. With {@code -Dorg.ioproc.check=true} buffers are copies: what the method changes
 * reaches the application when it returns; from then on the copies, and slices of them, hold no
 * data, and a write to one makes the file's next message fail.
 *
 * <p>Source: Microsoft, "mmioSendMessage function".
 */
public interface MmioMessage {

  /**
   * The message's number.
   *
   * @return 0x8000 ({@code MMIOM_USER}) or above
   */
  int number();

  /**
   * The first parameter, {@code lParam1}.
   *
   * @return whatever the application means by it
   */
  long p1();

  /**
   * The second parameter, {@code lParam2}.
   *
   * @return whatever the application means by it
   */
  long p2();

  /**
   * The memory that the first parameter points to, little-endian, valid until the method returns.
   * Nobody can check its size: a wrong one ends the process.
   *
   * @param bytes the size that the application and the procedure have agreed on
   * @return the application's own memory
   * @throws IllegalArgumentException if the parameter is NULL, or the size negative or above
   *     2147483639
   * @throws IllegalStateException if the method has returned
   */
  ByteBuffer buffer1(int bytes);

  /**
   * The memory that the second parameter points to, as {@link #buffer1}.
   *
   * @param bytes the size that the application and the procedure have agreed on
   * @return the application's own memory
   * @throws IllegalArgumentException if the parameter is NULL, or the size negative or above
   *     2147483639
   * @throws IllegalStateException if the method has returned
   */
  ByteBuffer buffer2(int bytes);
}
