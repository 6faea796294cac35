package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that deletes a file: {@code void name(MmioName file)}.
 *
 * <pre>{@code
 * @IoProc("DIR ")
 * public final class DirIoProc {
 *   @OnOpen
 *   Path open(OpenRequest request) throws IOException {
 *     return path(MmioName.of(request.rawName()));
 *   }
 *
 *   @OnDelete
 *   void delete(MmioName file) throws IOException {
 *     Files.delete(path(file));
 *   }
 *
 *   private static Path path(MmioName file) throws IOException {
 *     return file.containerPath().resolve(file.element());
 *   }
 * }
 * }</pre>
 *
 * <p>Parameter: the name of the file, which may be open. The method is called for {@code mmioOpen}
 * with {@code MMIO_DELETE}; {@link OnOpen} is not. Without it deleting fails with {@link
 * MmioError#ACCESS_DENIED}.
 *
 * <p>Threads: the method runs on the thread that deletes, which Java need not have created, and at
 * the same time for several files.
 *
 * <p>Errors: whatever the method throws becomes the error code that the program gets from {@code
 * mmioOpen}, as {@link OnOpen} says; so does a name without a {@code +}. The system logger {@code
 * org.ioproc} gets the exception.
 *
 * <p>Source: Microsoft, "mmioOpen function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnDelete {}
