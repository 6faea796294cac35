package org.ioproc.processor.wrapper;

/**
 * A function that a wrapper exports.
 *
 * @param name its name in C
 * @param signature its parameter and return types
 * @param call its body, a call to the fixed sources; %s stands for the procedure's variable
 * @param purpose its description in the header
 */
public record Export(String name, Signature signature, String call, String purpose) {

  /** Returns the name of its pointer type, for programs that call GetProcAddress. */
  String pointerType() {
    return "PFN_" + name;
  }
}
