package org.ioproc;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts several I/O procedures into one native wrapper, on any class or on a {@code package-info}.
 * Without it each procedure has a DLL of its own, named after its class in lower case.
 *
 * <p>Each of the procedures has a constructor without parameters, because the program that loads
 * the DLL has nobody who could call another. A procedure is in one library at most.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface IoProcLibrary {

  /**
   * The name of the DLL, without its extension: lower-case letters, digits and underscores, the
   * first a letter.
   *
   * @return the name
   */
  String name();

  /**
   * The classes with {@link IoProc} that the DLL exports.
   *
   * @return one class at least
   */
  Class<?>[] procedures();
}
