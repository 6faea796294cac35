package org.ioproc.processor;

import com.google.auto.value.processor.AutoValueProcessor;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.ioproc.processor.support.Procedures;
import org.ioproc.processor.support.Sources;
import org.mapstruct.ap.MappingProcessor;

/** The processors and options that {@link CompileBenchmark} compares, and what they process. */
enum ComparedProcessor {
  DEFAULT(IoProcProcessor::new, "-Aioproc.native=classes", Procedures::simple),
  SOURCES(IoProcProcessor::new, "-Aioproc.sources", Procedures::simple),
  NONE(IoProcProcessor::new, "-Aioproc.native=none", Procedures::simple),
  AUTO_VALUE(AutoValueProcessor::new, "-Xlint:none", Annotated::value),
  MAP_STRUCT(MappingProcessor::new, "-Xlint:none", Annotated::mapper);

  private final Supplier<Processor> processor;
  private final String option;
  private final BinaryOperator<String> source;

  ComparedProcessor(Supplier<Processor> processor, String option, BinaryOperator<String> source) {
    this.processor = processor;
    this.option = option;
    this.source = source;
  }

  Processor create() {
    return processor.get();
  }

  String option() {
    return option;
  }

  /** Returns an annotated class. Its number makes its name and its four-character code unique. */
  JavaFileObject source(int number) {
    String code = "Q" + Integer.toString(number, 36).toUpperCase(Locale.ROOT);
    return Sources.file(source.apply("Class" + number, code));
  }

  /** Annotated classes for the other processors. They need no code. */
  private static final class Annotated {

    static String value(String name, String unused) {
      return """
      package a;

      import com.google.auto.value.AutoValue;

      @AutoValue
      public abstract class %s {
        public abstract String name();
        public abstract int size();
        public abstract long position();
      }
      """
          .formatted(name);
    }

    static String mapper(String name, String unused) {
      return """
      package a;

      import org.mapstruct.Mapper;

      @Mapper
      public interface %s {
        record From(String name, int size, long position) {}

        record To(String name, int size, long position) {}

        To map(From from);
      }
      """
          .formatted(name);
    }
  }
}
