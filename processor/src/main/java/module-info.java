/**
 * The annotation processor for I/O procedures. Exports nothing: compilers find it as a service.
 *
 * <p>This module requires auto-common only at compile time, because auto-common is an automatic
 * module named after its jar file. It is readable at run time all the same: a module that reads one
 * automatic module, here JavaPoet, reads all of them.
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
