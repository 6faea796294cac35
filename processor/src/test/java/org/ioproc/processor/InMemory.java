package org.ioproc.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.List;
import java.util.stream.Stream;

/** Compiles with the processor, in memory. */
final class InMemory {

  private InMemory() {}

  static Compilation compile(List<String> options, String... sources) {
    return Compiler.javac()
        .withProcessors(new IoProcProcessor())
        .withOptions(options)
        .compile(Stream.of(sources).map(Sources::file).toList());
  }
}
