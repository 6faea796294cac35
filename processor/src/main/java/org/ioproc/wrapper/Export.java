package org.ioproc.wrapper;

/**
 * A function that is generated for a procedure.
 *
 * @param kind what it does
 * @param procedure the procedure
 */
public record Export(ExportKind kind, ProcedureSpec procedure) {

  /** Returns its name in C, for example InstallZipIoProc. */
  public String name() {
    return kind.of(procedure.name());
  }

  /** Returns the size of its arguments in a 32-bit process, in bytes. */
  public int argumentBytes() {
    return signature().argumentBytes();
  }

  /** Returns its parameter and return types. */
  Signature signature() {
    return kind.signature();
  }

  /** Returns its body, a call to the fixed sources. */
  String call() {
    return kind.call(procedure.variable());
  }

  /** Returns its description in the header. */
  String purpose() {
    return kind.purpose();
  }

  /** Returns the name of a function's pointer type, for programs that call GetProcAddress. */
  static String pointerType(String name) {
    return "PFN_" + name;
  }
}
