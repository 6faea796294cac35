package org.ioproc.processor.support;

/** Small procedures, for tests that need several. */
public final class Procedures {

  public static final String SERVICES = "META-INF/services/org.ioproc.glue.IoProcProvider";

  private Procedures() {}

  /** Returns the source of a procedure in the package {@code a}. */
  public static String simple(String name, String code) {
    return Sources.inPackage(
        "a",
        "@IoProc(\""
            + code
            + "\")\npublic class "
            + name
            + " {\n  @OnOpen Path open(OpenRequest request) { return null; }\n}\n");
  }

  public static String library(String name, String... procedures) {
    return "@org.ioproc.IoProcLibrary(name = \""
        + name
        + "\", procedures = {"
        + String.join(".class, ", procedures)
        + ".class})\npackage a;\n";
  }
}
