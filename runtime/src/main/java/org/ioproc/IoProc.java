package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class an I/O procedure: programs open files through it whose container has the extension
 * given here.
 *
 * <pre>{@code
 * // album.dir+track.wav is the file track.wav in the folder album.dir.
 * @IoProc("DIR ")
 * public final class DirIoProc {
 *   @OnOpen
 *   Path open(OpenRequest request) throws IOException {
 *     MmioName name = MmioName.of(request.rawName());
 *     return name.containerPath().resolve(name.element());
 *   }
 * }
 * }</pre>
 *
 * <p>The annotation processor generates {@code DirIoProcInstaller}, which installs the procedure in
 * this process:
 *
 * <pre>{@code
 * DirIoProcInstaller.install();
 * try (MmioFile file = Mmio.system().open("album.dir+track.wav")) {
 *   System.out.println(file.size() + " bytes");
 * }
 * }</pre>
 *
 * <p>The class must have one method with {@link OnOpen}. If that does not return a file that the
 * library can read by itself, it must have methods with {@link OnRead} or {@link OnWrite}, and may
 * have {@link OnSize}, {@link OnFlush} and {@link OnClose}. Any procedure may have {@link
 * OnRename}, {@link OnDelete} and {@link OnMessage}. Generated code in the class's package calls
 * these handlers directly, so they must not be private.
 *
 * <p>Constructors: generated code creates procedures only with a constructor that takes no
 * parameters and is not private. Without one, {@code install(procedure)} is all that is generated:
 * there is no {@code install()}, {@link org.ioproc.mmio.Mmio#installAll()} does not find the
 * procedure, and it gets no native wrapper. The processor warns about it (IOPROC-42).
 *
 * <p>Generated constructors (Lombok), other languages (Kotlin) and merged jars are subjects of
 * {@code samples/GUIDE.md}. Compilers do not show local and anonymous classes to processors, so for
 * those nothing is generated.
 *
 * <p>Errors: a class that breaks a rule does not compile; {@code processor/RULES.md} lists the
 * rules. Handlers may throw anything. The program gets an error code or -1, never an exception; see
 * {@link OnOpen}.
 *
 * <p>Threads: one object serves all files. Its handlers may run at the same time for different
 * files, on threads that Java did not create; calls for one file never overlap.
 *
 * <p>Stack: a thread that uses files must have at least 256 KiB, and what the handlers need beyond
 * that. A message for which there is too little fails. Where less than about 100 KiB are left, no
 * Java code can run to say so: JNA then returns 0, and FFM ends the process.
 *
 * <p>Interrupts: mmio's functions cannot be interrupted, so an interrupt that is pending when a
 * message comes is set aside while the handler runs. One that comes during that time closes a
 * {@link java.nio.channels.FileChannel} that the handler is using, and later messages for the file
 * fail. A handler must not leave its thread interrupted, nor with another priority. On threads of
 * an application that uses the procedure through a wrapper DLL the library takes back both.
 *
 * <p>Source: Microsoft, "Custom I/O Procedures" and "mmioInstallIOProc function".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface IoProc {

  /**
   * The procedure's four-character code: one to four printable ASCII characters, padded with spaces
   * as {@code mmioStringToFOURCC} does. A program reaches it by name through files that end in the
   * same extension, so it is best given in upper case: {@code "ZIP "} is found for {@code
   * music.zip+track.wav}.
   *
   * @return the code
   */
  String value();
}
