package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that closes a file of the author's own type: {@code void name(F file)}.
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
 *   @OnRead
 *   int read(RawFile file, ByteBuffer buffer, long position) throws IOException {
 *     return file.channel().read(buffer, position);
 *   }
 *
 *   @OnClose
 *   void close(RawFile file) throws IOException {
 *     file.channel().close();
 *   }
 * }
 * }</pre>
 *
 * <p>Parameter: the file is what {@link OnOpen} returned. The method is called once for each, and
 * no other handler is called for the file afterwards. Without it nothing is done; a channel is
 * closed by the library.
 *
 * <p>Threads: the method runs on the thread that closes the file, which Java need not have created.
 * Calls for one file never overlap; those for different files may run at the same time. The method
 * must not wait for another thread that uses the same file: that thread waits for the method.
 *
 * <p>Errors: whatever the method throws becomes the error code that {@code mmioClose} returns, as
 * {@link OnOpen} says. The file is closed all the same. The system logger {@code org.ioproc} gets
 * the exception.
 *
 * <p>Source: Microsoft, "MMIOM_CLOSE message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnClose {}
