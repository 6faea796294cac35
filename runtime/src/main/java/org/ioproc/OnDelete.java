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
 *   Path open(MmioName name) throws IOException {
 *     return path(name);
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
 * <p>Parameter: the name of the file, which may be open. The method is called, instead of {@link
 * OnOpen}, when a program passes {@code MMIO_DELETE} to {@code mmioOpen}. Without it deleting fails
 * with {@link MmioError#ACCESS_DENIED}.
 *
 * <p>Threads: the method runs on the thread that deletes, which Java need not have created, and at
 * the same time for several files.
 *
 * <p>Errors: whatever the method throws becomes the error code that the program gets from {@code
 * mmioOpen}, by the table of {@link OnOpen}. A name without a {@code +} fails with {@link
 * MmioError#FILE_NOT_FOUND}. The exception is logged to the system logger {@code org.ioproc}.
 *
 * <p>Source: Microsoft, "mmioOpen function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnDelete {}
