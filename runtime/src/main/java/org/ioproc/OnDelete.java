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
 * <p>Parameter: the name of the file, which may be open. The library calls this method instead of
 * {@link OnOpen} when a program passes {@code MMIO_DELETE} to {@code mmioOpen}. Without such a
 * method, deleting fails with {@link MmioError#ACCESS_DENIED}.
 *
 * <p>Threads: the method runs on the thread that deletes the file, which may be a thread that Java
 * did not create. It may run for several files at the same time.
 *
 * <p>Errors: an exception becomes the error code that the program gets from {@code mmioOpen}, as
 * the table in {@link OnOpen} shows. A name without a {@code +} fails with {@link
 * MmioError#FILE_NOT_FOUND}. The system logger {@code org.ioproc} logs the exception.
 *
 * <p>Source: Microsoft, "mmioOpen function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnDelete {}
