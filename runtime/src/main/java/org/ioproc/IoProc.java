package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a class to be an I/O procedure, which opens files in containers with a certain
 * extension.
 *
 * <pre>{@code
 * // album.dir+track.wav is the file track.wav in the folder album.dir.
 * @IoProc("DIR ")
 * public final class DirIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     return name.containerPath().resolve(name.element());
 *   }
 * }
 * }</pre>
 *
 * <p>The annotation processor generates {@code DirIoProcInstaller}, which installs the procedure in
 * the current process:
 *
 * <pre>{@code
 * DirIoProcInstaller.install();
 * try (MmioFile file = Mmio.system().open("album.dir+track.wav")) {
 *   System.out.println(file.size() + " bytes");
 * }
 * }</pre>
 *
 * <p>The class, which may be a record, must have one method with {@link OnOpen}. If that method
 * returns a custom type, the class must also have a method with {@link OnRead} or {@link OnWrite},
 * and may have methods with {@link OnSize} and {@link OnFlush}. Any procedure may have methods with
 * {@link OnClose}, {@link OnRename}, {@link OnDelete} and {@link OnMessage}. Generated code in the
 * class's package calls these handlers directly, so they must not be private.
 *
 * <p>Constructors: generated code can create a procedure only if its class has a constructor
 * without parameters that is not private. Without one, the installer has {@code install(procedure)}
 * but not {@code install()}, {@link org.ioproc.mmio.Mmio#installAll()} does not find the procedure,
 * and no DLL is generated. The processor warns about this (IOPROC-42).
 *
 * <p>{@code samples/GUIDE.md} in the project's sources explains generated constructors (Lombok),
 * other languages (Kotlin) and merged jars. The processor generates nothing for local and anonymous
 * classes, because compilers do not show it such classes.
 *
 * <p>Errors: a class that breaks a rule does not compile; {@code processor/RULES.md} in the
 * project's sources lists the rules. Handlers may throw anything. The program gets an error code or
 * -1, never an exception; {@link OnOpen} lists the codes.
 *
 * <p>Threads: one object serves all files. Its handlers may run at the same time for different
 * files, also on threads that Java did not create. Calls for one file never overlap.
 *
 * <p>Stack: in a Java process, a thread that uses files must have at least 256 KiB of stack, plus
 * what the handlers need. A message fails if there is too little. With less than about 100 KiB
 * left, Java cannot report the failure: JNA then returns 0, and FFM ends the process. A wrapper DLL
 * has neither limit.
 *
 * <p>Interrupts: mmio's functions cannot be interrupted, so the library postpones an interrupt that
 * is pending when a message arrives until the handler has returned. An interrupt that arrives while
 * the handler runs closes a {@link java.nio.channels.FileChannel} that the handler is using, and
 * later messages for the file fail. A handler must not leave its thread interrupted or with another
 * priority. On threads of an application that uses a wrapper DLL, the library resets both.
 *
 * <p>Source: Microsoft, "Custom I/O Procedures" and "mmioInstallIOProc function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface IoProc {

  /**
   * The procedure's four-character code: one to four printable ASCII characters, padded with
   * spaces. The name of a file selects the procedure whose code is the container's extension in
   * upper case: {@code "ZIP "} opens {@code music.zip+track.wav}.
   *
   * @return the code
   */
  String value();
}
