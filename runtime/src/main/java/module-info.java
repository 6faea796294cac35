/**
 * Windows multimedia I/O procedures in Java: what annotated classes and generated code stand on.
 */
module org.ioproc {
  requires com.sun.jna;
  requires static transitive java.desktop;
  requires static transitive org.jspecify;

  exports org.ioproc;
  exports org.ioproc.glue;
  exports org.ioproc.mmio;

  uses org.ioproc.glue.IoProcProvider;
}
