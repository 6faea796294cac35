package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that reads from a file of the author's own type: {@code int name(F file,
 * ByteBuffer buffer, long position)}.
 *
 * <pre>{@code
 * // a.ramp+1000 is a file of 1000 bytes that count from 0 to 255, again and again.
 * @IoProc("RAMP")
 * public final class RampIoProc {
 *   record Ramp(long size) {}
 *
 *   @OnOpen
 *   Ramp open(OpenRequest request) throws IOException {
 *     return new Ramp(Long.parseLong(MmioName.of(request.rawName()).element()));
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
 * <p>Parameters: the file is what {@link OnOpen} returned. The buffer is the program's own memory,
 * little-endian, with room for at least one byte between its position and its limit; it is valid
 * until the method returns. The position says where to read, in bytes from the file's start, and
 * may lie beyond the file's end.
 *
 * <p>Result: the number of bytes that the method has put into the buffer with relative {@code put}
 * methods, which is by how much the buffer's position has moved.
 *
 * <table>
 * <caption>What a result means</caption>
 * <tr><th>result</th><th>what follows</th></tr>
 * <tr><td>as many bytes as there was room for</td><td>the program gets them</td></tr>
 * <tr><td>fewer</td><td>the method is called again for the rest, because programs take a short read for the end of the
 * file</td></tr>
 * <tr><td>0 or -1</td><td>the file ends here: the program gets what was read so far, 0 bytes if that is nothing</td></tr>
 * <tr><td>below -1, or another number than the position moved by</td><td>reading fails, and the log calls it a fault of the
 * method</td></tr>
 * </table>
 *
 * <p>Without such a method, reading fails.
 *
 * <p>Threads: the method runs on the thread that reads, which Java need not have created. Calls for
 * one file never overlap; those for different files may run at the same time. The method must not
 * wait for another thread that uses the same file: that thread waits for the method.
 *
 * <p>Errors: whatever the method throws makes {@code mmioRead} return -1, and other functions that
 * read report {@link MmioError#CANNOT_READ}. The system logger {@code org.ioproc} gets the
 * exception.
 *
 * <p>Source: Microsoft, "MMIOM_READ message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnRead {}
