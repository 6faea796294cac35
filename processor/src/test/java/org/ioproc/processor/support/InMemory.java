package org.ioproc.processor.support;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.List;
import java.util.stream.Stream;
import org.ioproc.processor.IoProcProcessor;

/** Compiles with the processor, in memory. */
public final class InMemory {

  private InMemory() {}

  public static Compilation compile(List<String> options, String... sources) {
    return Compiler.javac()
        .withProcessors(new IoProcProcessor())
        .withOptions(options)
        .compile(Stream.of(sources).map(Sources::file).toList());
  }
}
