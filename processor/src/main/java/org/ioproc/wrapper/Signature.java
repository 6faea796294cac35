package org.ioproc.wrapper;

/** The parameters and return type of an exported function. */
enum Signature {
  /** Takes no arguments, and returns a status. */
  STATUS("MMRESULT", "WINAPI", 0, "void", "void"),

  /** Handles an mmio message. */
  MESSAGE(
      "LRESULT",
      "CALLBACK",
      4,
      "\n    LPSTR lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2",
      "\n    LPSTR, UINT, LPARAM, LPARAM"),

  /** Copies a text into the caller's buffer. */
  TEXT("int", "WINAPI", 2, "WCHAR *buffer, int length", "WCHAR *, int"),

  /** Is a command of rundll32. */
  COMMAND(
      "int",
      "CALLBACK",
      4,
      "\n    HWND hwnd, HINSTANCE hinst, LPWSTR lpszCmdLine, int nCmdShow",
      "\n    HWND, HINSTANCE, LPWSTR, int");

  private final String result;
  private final String convention;
  private final int count;
  private final String parameters;
  private final String types;

  Signature(String result, String convention, int count, String parameters, String types) {
    this.result = result;
    this.convention = convention;
    this.count = count;
    this.parameters = parameters;
    this.types = types;
  }

  /** Returns a declaration: {@code MMRESULT WINAPI InstallZipIoProc(void)}. */
  String function(String name) {
    return result + " " + convention + " " + name + "(" + parameters + ")";
  }

  /** Returns a pointer type: {@code typedef MMRESULT(WINAPI *PFN_InstallZipIoProc)(void);}. */
  String pointer(String name) {
    return "typedef " + result + "(" + convention + " *" + name + ")(" + types + ");";
  }

  /** Returns the size of the arguments in a 32-bit process, in bytes. */
  int argumentBytes() {
    return 4 * count;
  }
}
