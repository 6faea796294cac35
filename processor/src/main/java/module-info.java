/**
 * The annotation processor for I/O procedures. Exports nothing: compilers find it as a service.
 *
 * <p>auto-common is named after its jar file, so it is required only to compile this module. When a
 * compiler runs the processor, auto-common is readable all the same: a module that reads one
 * automatic module, JavaPoet, reads all of them.
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
