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
 *   Path open(OpenRequest request) throws IOException {
 *     return path(MmioName.of(request.rawName()));
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
 * <p>Parameters: the old name and the new one, which may be in another container. The old file may
 * be open. Without such a method renaming fails with {@link MmioError#ACCESS_DENIED}.
 *
 * <p>Threads: the method runs on the thread that renames, which Java need not have created, and at
 * the same time for several files.
 *
 * <p>Errors: whatever the method throws becomes the error code that {@code mmioRename} returns, as
 * {@link OnOpen} says; so does a name without a {@code +}. The system logger {@code org.ioproc}
 * gets the exception.
 *
 * <p>Source: Microsoft, "MMIOM_RENAME message" and "mmioRename function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface OnRename {}
