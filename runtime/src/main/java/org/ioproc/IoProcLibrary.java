package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts several I/O procedures into one DLL, for applications that are not written in Java. Without
 * this annotation each procedure gets a separate DLL, named after its class in lower case. The
 * annotation may be on any class or on a {@code package-info}.
 *
 * <pre>{@code
 * @IoProcLibrary(name = "folders", procedures = {DirIoProc.class, BoxIoProc.class})
 * final class Folders {}
 * }</pre>
 *
 * <pre>{@code
 * @IoProc("DIR ")
 * final class DirIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     return name.containerPath().resolve(name.element());
 *   }
 * }
 * }</pre>
 *
 * <pre>{@code
 * @IoProc("BOX ")
 * final class BoxIoProc {
 *   @OnOpen
 *   Path open(MmioName name) throws IOException {
 *     return name.containerPath().resolve("box").resolve(name.element());
 *   }
 * }
 * }</pre>
 *
 * <p>The processor writes the sources of {@code folders.dll} to {@code META-INF/ioproc/folders}.
 * The DLL exports {@code InstallDirIoProc}, {@code InstallBoxIoProc} and the other functions that
 * the generated {@code folders.h} declares. The README explains how to build the DLL.
 *
 * <p>Each procedure must have a constructor without parameters that is not private, because the
 * host application cannot supply constructor arguments. A procedure must be in only one library.
 *
 * <p>Errors: a library that breaks a rule does not compile; see IOPROC-30 to IOPROC-36 in {@code
 * processor/RULES.md}.
 *
 * <p>Source: Microsoft, "Sharing an I/O Procedure with Other Applications".
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface IoProcLibrary {

  /**
   * The name of the DLL, without its extension. It must consist of lower-case ASCII letters, digits
   * and underscores, and begin with a letter.
   *
   * @return the name
   */
  String name();

  /**
   * The classes with {@link IoProc} that the DLL exports.
   *
   * @return at least one class
   */
  Class<?>[] procedures();
}
