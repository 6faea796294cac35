package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that writes to a file of the author's own type: {@code int name(F file,
 * ByteBuffer buffer, long position)}.
 *
 * <pre>{@code
 * @IoProc("RAW ")
 * public final class RawIoProc {
 *   record RawFile(FileChannel channel) {}
 *
 *   @OnOpen
 *   RawFile open(OpenRequest request) throws IOException {
 *     Path path = request.name().containerPath();
 *     return new RawFile(FileChannel.open(path, request.options()));
 *   }
 *
 *   @OnWrite
 *   int write(RawFile file, ByteBuffer buffer, long position) throws IOException {
 *     return file.channel().write(buffer, position);
 *   }
 *
 *   @OnClose
 *   void close(RawFile file) throws IOException {
 *     file.channel().close();
 *   }
 * }
 * }</pre>
 *
 * <p>Parameters: the file is what {@link OnOpen} returned. The buffer is the program's own memory,
 * little-endian and read-only, with at least one byte; the method must not use it after it has
 * returned. The position is where to write, in bytes from the file's start. It may be beyond the
 * file's end.
 *
 * <p>Result: the number of bytes that the method has taken from the buffer. The buffer's position
 * must have moved by the same number, as relative {@code get} methods move it. If bytes are left,
 * the method is called again for the rest. Writing fails if the method takes nothing 1000 times in
 * a row, or returns another number than the position moved by.
 *
 * <p>Without such a method, writing fails, but opening for writing does not. A method with {@link
 * OnOpen} that takes an {@link OpenRequest} should therefore refuse if {@link
 * OpenRequest#writes()}; for one that takes an {@link MmioName} the library refuses.
 *
 * <p>Threads: the method runs on the thread that writes, which Java need not have created. Calls
 * for one file never overlap; those for different files may run at the same time. The method must
 * not wait for another thread that uses the same file, because that thread waits for the method.
 *
 * <p>Errors: if the method throws, {@code mmioWrite} returns -1, and {@code mmioFlush} and {@code
 * mmioClose} report {@link MmioError#CANNOT_WRITE} for a buffer that they could not write. The
 * exception is logged to the system logger {@code org.ioproc}.
 *
 * <p>Source: Microsoft, "MMIOM_WRITE message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnWrite {}
