package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that reads from a file of a custom type: {@code int name(F file, ByteBuffer
 * buffer, long position)}.
 *
 * <pre>{@code
 * // a.ramp+1000 is a file of 1000 bytes, which count from 0 to 255 repeatedly.
 * @IoProc("RAMP")
 * public final class RampIoProc {
 *   record Ramp(long size) {}
 *
 *   @OnOpen
 *   Ramp open(MmioName name) {
 *     return new Ramp(Long.parseLong(name.element()));
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
 * or a copy if Java runs in a process beside the program. It is little-endian, with room for at
 * least one byte; the method must not use it after it has returned. The position is where to read,
 * in bytes from the file's start. It may be beyond the file's end, and the library may read more
 * than the program has asked for.
 *
 * <p>Result: the number of bytes that the method has put into the buffer. The buffer's position
 * must have moved by the same number, as relative {@code put} methods move it.
 *
 * <table>
 * <caption>What a result means</caption>
 * <tr><th>result</th><th>effect</th></tr>
 * <tr><td>as many bytes as the buffer had room for</td><td>the program gets them</td></tr>
 * <tr><td>fewer</td><td>the library calls the method again for the rest, because programs take a short read as the
 * end of the file</td></tr>
 * <tr><td>0 or -1</td><td>the file ends here; the program gets the bytes read so far, if any</td></tr>
 * <tr><td>below -1, or a number by which the position has not moved</td><td>reading fails, and the log reports a fault of the method</td></tr>
 * </table>
 *
 * <p>Without such a method, reading fails.
 *
 * <p>Threads: the method runs on the thread that reads, which may be a thread that Java did not
 * create. Calls for one file never overlap, but calls for different files may run at the same time.
 * The method must not wait for another thread that uses the same file, because that thread waits
 * for the method.
 *
 * <p>Errors: if the method throws, {@code mmioRead} returns -1, {@code mmioAdvance} reports {@link
 * MmioError#CANNOT_READ}, and {@code mmioDescend} reports {@link MmioError#CHUNK_NOT_FOUND}. The
 * system logger {@code org.ioproc} logs the exception.
 *
 * <p>Source: Microsoft, "MMIOM_READ message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnRead {}
