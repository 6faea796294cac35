/**
 * Windows multimedia I/O procedures in Java: the annotations, the runtime of the generated code, a
 * client for programs that open files, and a command that finds out why one cannot be opened.
 */
module org.ioproc {
  requires com.sun.jna;
  requires static jdk.jfr;
  requires static transitive java.desktop;
  requires static transitive org.jspecify;

  exports org.ioproc;
  exports org.ioproc.doctor;
  exports org.ioproc.glue;
  exports org.ioproc.mmio;
  exports org.ioproc.testing;

  uses org.ioproc.glue.IoProcProvider;
}
