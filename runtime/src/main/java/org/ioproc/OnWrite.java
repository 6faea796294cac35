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
 *     Path path = MmioName.of(request.rawName()).containerPath();
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
 * little-endian and read-only, with at least one byte between its position and its limit; it is
 * valid until the method returns. The position says where to write, in bytes from the file's start,
 * and may lie beyond the file's end.
 *
 * <p>Result: the number of bytes that the method has taken with relative {@code get} methods, which
 * is by how much the buffer's position has moved. If it is less than there was, the method is
 * called again for the rest. A method that takes nothing 1000 times in a row has failed, and so has
 * one that returns another number than the position moved by.
 *
 * <p>Without such a method, writing fails. Opening for writing does not, so {@link OnOpen} should
 * refuse where {@link OpenRequest#writes()}.
 *
 * <p>Threads: the method runs on the thread that writes, which Java need not have created. Calls
 * for one file never overlap; those for different files may run at the same time. The method must
 * not wait for another thread that uses the same file: that thread waits for the method.
 *
 * <p>Errors: whatever the method throws makes {@code mmioWrite} return -1; where a buffer is
 * written out, {@code mmioFlush} and {@code mmioClose} report {@link MmioError#CANNOT_WRITE}. The
 * system logger {@code org.ioproc} gets the exception.
 *
 * <p>Source: Microsoft, "MMIOM_WRITE message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnWrite {}
