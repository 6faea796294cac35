/**
 * The annotation processor of I/O procedures. Only a compiler needs it, and finds it as a service.
 *
 * <p>JavaPoet is an automatic module: who reads it reads all other automatic modules, auto-common
 * among them, whose own name would be a guess from its jar's file name.
 */
module org.ioproc.processor {
  requires com.google.common;
  requires com.squareup.javapoet;
  requires java.compiler;
  requires org.ioproc;
  requires static auto.common;
  requires static com.google.auto.service;
  requires static org.jspecify;

  provides javax.annotation.processing.Processor with
      org.ioproc.processor.IoProcProcessor;
}
