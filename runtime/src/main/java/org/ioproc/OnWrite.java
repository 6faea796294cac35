package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that writes to a file of a custom type: {@code int name(F file, ByteBuffer
 * buffer, long position)}.
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
 * the library calls the method again for the rest. Writing fails if the method takes nothing 1000
 * times in a row, or returns a number by which the position has not moved.
 *
 * <p>Without such a method, writing fails. If the method with {@link OnOpen} takes an {@link
 * MmioName}, the library then refuses programs that want to write. If it takes an {@link
 * OpenRequest}, it should itself refuse them when {@link OpenRequest#writes()} is true.
 *
 * <p>Threads: the method runs on the thread that writes, which may be a thread that Java did not
 * create. Calls for one file never overlap, but calls for different files may run at the same time.
 * The method must not wait for another thread that uses the same file, because that thread waits
 * for the method.
 *
 * <p>Errors: if the method throws, {@code mmioWrite} returns -1, and {@code mmioFlush} and {@code
 * mmioClose} report {@link MmioError#CANNOT_WRITE} if they could not write out the buffer. The
 * system logger {@code org.ioproc} logs the exception.
 *
 * <p>Source: Microsoft, "MMIOM_WRITE message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnWrite {}
