package org.ioproc.processor.wrapper;

/**
 * A function that a wrapper exports.
 *
 * @param name its name in C
 * @param signature what it takes and returns
 * @param call the call of the fixed sources that it consists of, with a place for the procedure
 * @param purpose what the header says of it, in lines
 */
public record Export(String name, Signature signature, String call, String purpose) {

  /** The type of a pointer to the function, for programs that call GetProcAddress. */
  String pointerType() {
    return "PFN_" + name;
  }
}
