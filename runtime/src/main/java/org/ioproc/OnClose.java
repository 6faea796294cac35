package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that is called when a file is closed: {@code void name(F file)}. The method
 * releases what {@link OnOpen} has acquired.
 *
 * <pre>{@code
 * // a.cd+3 is the third track, which is copied from the disc first.
 * @IoProc("CD  ")
 * public final class CdIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     Path copy = Files.createTempFile("track", null);
 *     return Files.copy(name.containerPath().resolve(name.element()), copy, StandardCopyOption.REPLACE_EXISTING);
 *   }
 *
 *   @OnClose
 *   void close(Path copy) throws IOException {
 *     Files.delete(copy);
 *   }
 * }
 * }</pre>
 *
 * <pre>{@code
 * @IoProc("RAW ")
 * public final class RawIoProc {
 *   record RawFile(FileChannel channel) {}
 *
 *   @OnOpen
 *   RawFile open(MmioName name) throws IOException {
 *     return new RawFile(FileChannel.open(name.containerPath()));
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
 * <p>Parameter: the file is what {@link OnOpen} returned. The library calls the method once for
 * each result of {@link OnOpen}, and calls no other handler for the file afterwards.
 *
 * <p>With or without such a method, the library itself closes a channel, a stream and the channel
 * of a path. After that it calls the method, even if closing has failed or the path could not be
 * opened.
 *
 * <p>Threads: the method runs on the thread that closes the file, which may be a thread that Java
 * did not create. Calls for one file never overlap, but calls for different files may run at the
 * same time. The method must not wait for another thread that uses the same file, because that
 * thread waits for the method.
 *
 * <p>Errors: an exception becomes the error code that {@code mmioClose} returns, as the table in
 * {@link OnOpen} shows. If the library has failed to close the channel or stream, {@code mmioClose}
 * reports that failure instead. The file is closed in any case. The system logger {@code
 * org.ioproc} logs the exception.
 *
 * <p>Source: Microsoft, "MMIOM_CLOSE message".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnClose {}
