package org.ioproc.wrapper.tool.jar;

import java.util.OptionalInt;

/** The version of the contract between the DLL and ioproc's runtime library. */
final class RuntimeContract {

  /** The class that the DLL calls first. */
  static final String CLASS = "org/ioproc/glue/WrapperEntry.class";

  /** The version that the DLL's code states; both sides refuse another one. */
  static final int VERSION = 3;

  private static final String FIELD = "CONTRACT";

  private RuntimeContract() {}

  static void check(Jar jar, ClassFile entry) throws InputException {
    OptionalInt version = entry.constant(FIELD);
    if (version.isEmpty() || version.getAsInt() != VERSION) {
      throw new InputException(
          ("ioproc-runtime and the tool must come from the same version of ioproc. %s comes from"
                  + " another one. Use one version for both.")
              .formatted(jar.path()));
    }
  }
}
