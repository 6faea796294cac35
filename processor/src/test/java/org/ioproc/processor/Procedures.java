package org.ioproc.processor;

/** Small procedures for tests about more than one. */
final class Procedures {

  static final String SERVICES = "META-INF/services/org.ioproc.glue.IoProcProvider";

  private Procedures() {}

  /** One in the package {@code a}. */
  static String simple(String name, String code) {
    return Sources.inPackage(
        "a",
        "@IoProc(\""
            + code
            + "\")\npublic class "
            + name
            + " {\n  @OnOpen Path open(OpenRequest request) { return null; }\n}\n");
  }

  static String library(String name, String... procedures) {
    return "@org.ioproc.IoProcLibrary(name = \""
        + name
        + "\", procedures = {"
        + String.join(".class, ", procedures)
        + ".class})\npackage a;\n";
  }
}
