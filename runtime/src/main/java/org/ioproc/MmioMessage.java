package org.ioproc;

import java.nio.ByteBuffer;

/**
 * A message of an application's own. It is given to a method with {@link OnMessage} and may be used
 * on that call's thread, until the method returns.
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
   * @throws IllegalArgumentException if the parameter is NULL or the size is negative
   */
  ByteBuffer buffer1(int bytes);

  /**
   * The memory that the second parameter points to, as {@link #buffer1}.
   *
   * @param bytes the size that the application and the procedure have agreed on
   * @return the application's own memory
   * @throws IllegalArgumentException if the parameter is NULL or the size is negative
   */
  ByteBuffer buffer2(int bytes);
}
