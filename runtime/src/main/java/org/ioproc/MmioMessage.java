package org.ioproc;

import java.nio.ByteBuffer;

/**
 * A message that an application defines and sends with {@code mmioSendMessage}: a number and two
 * parameters, which may be addresses. A method with {@link OnMessage} receives it.
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
 * which may be freed once the handler has returned. A handler that keeps a buffer may later read or
 * overwrite other data, or crash the process. With {@code -Dorg.ioproc.check=true}, buffers are
 * copies, and the library copies their changes to the application when the handler returns. After
 * that, the copies and their slices contain garbage, and a write to one of them makes a later
 * message for the file fail.
 *
 * <p>Processes: if Java runs in a process beside the application, the numbers arrive unchanged, but
 * the application's memory is out of reach, and both methods throw an exception. The wrapper DLL's
 * header says when Java runs there.
 *
 * <p>Threads: a handler must use its message only on the thread on which it was called, and only
 * until it returns.
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
   * @return a number or an address, as the application and the procedure have agreed
   */
  long lParam1();

  /**
   * Returns the second parameter.
   *
   * @return a number or an address, as the application and the procedure have agreed
   */
  long lParam2();

  /**
   * Returns the memory that the first parameter points to. The buffer is little-endian and valid
   * until the handler returns. The library cannot check the size; a wrong size may crash the
   * process.
   *
   * @param bytes the size that the application and the procedure have agreed on
   * @return the application's own memory
   * @throws IllegalArgumentException if the parameter is NULL, or the size negative or above
   *     2147483639
   * @throws IllegalStateException if the handler has returned
   * @throws UnsupportedOperationException if Java runs in a process beside the application
   */
  ByteBuffer memory1(int bytes);

  /**
   * Returns the memory that the second parameter points to, like {@link #memory1}.
   *
   * @param bytes the size that the application and the procedure have agreed on
   * @return the application's own memory
   * @throws IllegalArgumentException if the parameter is NULL, or the size negative or above
   *     2147483639
   * @throws IllegalStateException if the handler has returned
   * @throws UnsupportedOperationException if Java runs in a process beside the application
   */
  ByteBuffer memory2(int bytes);
}
