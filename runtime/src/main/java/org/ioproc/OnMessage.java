package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that answers a message that an application defines: {@code long name(F file,
 * MmioMessage message)}.
 *
 * <pre>{@code
 * @IoProc("DIR ")
 * public final class DirIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     return name.containerPath().resolve(name.element());
 *   }
 *
 *   // LONGLONG size;
 *   // mmioSendMessage(file, 0x8001, (LPARAM) &size, sizeof size);
 *   @OnMessage(0x8001)
 *   long size(SeekableByteChannel file, MmioMessage message) throws IOException {
 *     if (message.lParam2() < Long.BYTES) {
 *       throw new IllegalArgumentException("A size needs 8 bytes; there are " + message.lParam2());
 *     }
 *     message.memory1(Long.BYTES).putLong(file.size());
 *     return 1;
 *   }
 * }
 * }</pre>
 *
 * <p>Parameters: the file is what {@link OnOpen} returned, if that is of a custom type; otherwise
 * it is the {@link java.nio.channels.SeekableByteChannel} that the library reads. The message has
 * two numbers, whose meaning the application and the procedure have agreed on. The method must not
 * use the message after it has returned.
 *
 * <p>Memory: a number may be the address of memory in this process. {@link MmioMessage#memory1} and
 * {@link MmioMessage#memory2} give access to the memory that the numbers point to, little-endian.
 * The library cannot check the size of that memory. A wrong size may overwrite other data or crash
 * the process. The method must not use the memory after it has returned. If Java runs in a process
 * beside the application, which the wrapper DLL does for 32-bit programs, the numbers arrive, but
 * the memory that they point to is out of reach: both methods throw {@link
 * UnsupportedOperationException}. A message for every program passes only numbers.
 *
 * <p>Result: {@code mmioSendMessage} returns it. It should be neither 0, which is the result for
 * messages without a method, nor -1, which reports a failure. In a 32-bit process, the upper 32
 * bits are lost.
 *
 * <p>Threads: the method runs on the thread that sends the message, which may be a thread that Java
 * did not create. Calls for one file never overlap, but calls for different files may run at the
 * same time. The method must not wait for another thread that uses the same file, because that
 * thread waits for the method.
 *
 * <p>Errors: if the method throws, {@code mmioSendMessage} returns -1. The system logger {@code
 * org.ioproc} logs the exception.
 *
 * <p>Source: Microsoft, "mmioSendMessage function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnMessage {

  /**
   * The message's number.
   *
   * @return 0x8000 ({@code MMIOM_USER}) or above
   */
  int value();
}
