package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the method that renames a file: {@code void name(MmioName from, MmioName to)}.
 *
 * <pre>{@code
 * @IoProc("DIR ")
 * public final class DirIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     return path(name);
 *   }
 *
 *   @OnRename
 *   void rename(MmioName from, MmioName to) throws IOException {
 *     Files.move(path(from), path(to));
 *   }
 *
 *   private static Path path(MmioName file) throws IOException {
 *     return file.containerPath().resolve(file.element());
 *   }
 * }
 * }</pre>
 *
 * <p>Parameters: the old name and the new name, which may be in another container. The file may be
 * open. Without such a method, renaming fails with {@link MmioError#ACCESS_DENIED}.
 *
 * <p>Threads: the method runs on the thread that renames the file, which may be a thread that Java
 * did not create. It may run for several files at the same time.
 *
 * <p>Errors: an exception becomes the error code that {@code mmioRename} returns, as the table in
 * {@link OnOpen} shows. A name without a {@code +} fails with {@link MmioError#FILE_NOT_FOUND}. The
 * system logger {@code org.ioproc} logs the exception.
 *
 * <p>Source: Microsoft, "MMIOM_RENAME message" and "mmioRename function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnRename {}
