package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class an I/O procedure: files whose container has the extension given here are opened
 * through it.
 *
 * <p>The class has one method with {@link OnOpen} and, where that does not return a file the
 * library can already read, methods with {@link OnRead}, {@link OnWrite}, {@link OnSize}, {@link
 * OnFlush} and {@link OnClose}. {@link OnRename} and {@link OnDelete} complete it. Handlers are
 * called directly, so they must not be private; they may throw anything.
 *
 * <p>Threads: one object serves all files. Its handlers may run at the same time for different
 * files, on threads that Java did not make; calls for one file never overlap.
 *
 * <p>Compilers show processors no classes inside methods: for a local or anonymous class nothing is
 * generated.
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
