package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that forces written bytes of a file of the author's own type to its storage:
 * {@code void name(F file)}.
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
 * <p>The method is called for {@code MMIOM_WRITEFLUSH}, after the message's bytes have been passed
 * to {@link OnWrite}. Without it the bytes are only written. {@code mmioFlush} sends {@code
 * MMIOM_WRITE} instead, at least in the embedded manager; a program that needs this method sends
 * the message itself.
 *
 * <p>Threads: the method runs on the thread that sends the message, which Java need not have
 * created. Calls for one file never overlap; those for different files may run at the same time.
 * The method must not wait for another thread that uses the same file, because that thread waits
 * for the method.
 *
 * <p>Errors: if the method throws, the message returns -1, although the bytes were written. The
 * exception is logged to the system logger {@code org.ioproc}.
 *
 * <p>Source: Microsoft, "MMIOM_WRITEFLUSH message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnFlush {}
