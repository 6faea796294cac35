package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that forces the written bytes of a file of a custom type to its storage: {@code
 * void name(F file)}.
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
 *   @OnFlush
 *   void flush(RawFile file) throws IOException {
 *     file.channel().force(false);
 *   }
 * }
 * }</pre>
 *
 * <p>Parameter: the file is what {@link OnOpen} returned.
 *
 * <p>The library calls the method for {@code MMIOM_WRITEFLUSH}, after {@link OnWrite} has taken the
 * message's bytes. Without such a method, the bytes are only written. A procedure must not rely on
 * this message: {@code mmioFlush} and {@code mmioClose} send {@code MMIOM_WRITE} instead, at least
 * in the embedded manager, and programs must not send it with {@code mmioSendMessage}.
 *
 * <p>Threads: the method runs on the thread that sends the message, which may be a thread that Java
 * did not create. Calls for one file never overlap, but calls for different files may run at the
 * same time. The method must not wait for another thread that uses the same file, because that
 * thread waits for the method.
 *
 * <p>Errors: if the method throws, the message returns -1, although the bytes were written. The
 * system logger {@code org.ioproc} logs the exception.
 *
 * <p>Source: Microsoft, "MMIOM_WRITEFLUSH message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnFlush {}
