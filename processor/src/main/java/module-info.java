/**
 * The annotation processor for I/O procedures, and the tool that creates DLLs from them. Exports
 * nothing: compilers and programs find both as services.
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

  provides java.util.spi.ToolProvider with
      org.ioproc.wrapper.tool.IoProcTool;
  provides javax.annotation.processing.Processor with
      org.ioproc.processor.IoProcProcessor;
}
