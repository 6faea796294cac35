package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that answers a message that an application has defined: {@code long name(F file,
 * MmioMessage message)}.
 *
 * <pre>{@code
 * @IoProc("DIR ")
 * public final class DirIoProc {
 *   @OnOpen
 *   Path open(OpenRequest request) throws IOException {
 *     MmioName name = MmioName.of(request.rawName());
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
 * <p>Parameters: the file is what {@link OnOpen} returned; for a {@link java.nio.file.Path}, a
 * {@link java.nio.ByteBuffer} or a {@code byte[]} it is the {@link
 * java.nio.channels.SeekableByteChannel} that the library made of it. The message has two numbers,
 * whose meaning the application and the procedure have agreed on. It is valid until the method
 * returns.
 *
 * <p>Pointers: a number may be the address of memory in this process. {@link MmioMessage#memory1}
 * and {@link MmioMessage#memory2} give access to the memory that the numbers point to,
 * little-endian. Nobody can check its size in bytes: a wrong one overwrites what lies behind it or
 * ends the process. The method must not use it after it has returned.
 *
 * <p>Result: what {@code mmioSendMessage} returns. 0 is the answer to messages that no method
 * handles, and -1 that of a method that fails, so a procedure should answer with other numbers. In
 * a 32-bit process the upper half is lost.
 *
 * <p>Threads: the method runs on the thread that sends the message, which Java need not have
 * created. Calls for one file never overlap; those for different files may run at the same time.
 * The method must not wait for another thread that uses the same file: that thread waits for the
 * method.
 *
 * <p>Errors: whatever the method throws makes {@code mmioSendMessage} return -1. The system logger
 * {@code org.ioproc} gets the exception.
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
