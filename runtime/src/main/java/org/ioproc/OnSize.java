package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that returns the size of a file of a custom type: {@code long name(F file)}.
 *
 * <pre>{@code
 * @IoProc("ZERO")
 * public final class ZeroIoProc {
 *   record Zeros(long size) {}
 *
 *   @OnOpen
 *   Zeros open(MmioName name) {
 *     return new Zeros(Long.parseLong(name.element()));
 *   }
 *
 *   @OnRead
 *   int read(Zeros zeros, ByteBuffer buffer, long position) {
 *     long rest = Math.max(0, zeros.size() - position);
 *     int count = (int) Math.min(rest, buffer.remaining());
 *     buffer.put(new byte[count]);
 *     return count;
 *   }
 *
 *   @OnSize
 *   long size(Zeros zeros) {
 *     return zeros.size();
 *   }
 * }
 * }</pre>
 *
 * <p>Parameter: the file is what {@link OnOpen} returned.
 *
 * <p>Result: the file's size in bytes. It must not be negative. Programs cannot reach positions
 * above 2147483647.
 *
 * <p>The library calls the method when a program seeks from the end of the file. Without such a
 * method, these seeks fail, and so does {@link org.ioproc.mmio.MmioFile#size()}.
 *
 * <p>Threads: the method runs on the thread that seeks, which may be a thread that Java did not
 * create. Calls for one file never overlap, but calls for different files may run at the same time.
 * The method must not wait for another thread that uses the same file, because that thread waits
 * for the method.
 *
 * <p>Errors: if the method throws or returns a negative size, {@code mmioSeek} returns -1. The
 * system logger {@code org.ioproc} logs the exception.
 *
 * <p>Source: Microsoft, "MMIOM_SEEK message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnSize {}
