/**
 * The annotation processor of I/O procedures. Only a compiler needs it, and finds it as a service.
 *
 * <p>auto-common's name is a guess from its jar's file name, so only the compilation of this module
 * goes by it. A compiler that runs the processor finds auto-common through JavaPoet: who reads one
 * automatic module reads all of them.
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
