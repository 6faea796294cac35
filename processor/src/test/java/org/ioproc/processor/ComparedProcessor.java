package org.ioproc.processor;

import com.google.auto.value.processor.AutoValueProcessor;
import java.util.Locale;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.ioproc.processor.support.Sources;
import org.mapstruct.ap.MappingProcessor;

/** The processors and options that {@link CompileBenchmark} compares, and what they process. */
enum ComparedProcessor {
  DEFAULT(IoProcProcessor::new, "-Aioproc.native=classes", Annotated.PROCEDURE),
  SOURCES(IoProcProcessor::new, "-Aioproc.sources", Annotated.PROCEDURE),
  NONE(IoProcProcessor::new, "-Aioproc.native=none", Annotated.PROCEDURE),
  AUTO_VALUE(AutoValueProcessor::new, "-Xlint:none", Annotated.VALUE),
  MAP_STRUCT(MappingProcessor::new, "-Xlint:none", Annotated.MAPPER);

  private final Supplier<Processor> processor;
  private final String option;
  private final String source;

  ComparedProcessor(Supplier<Processor> processor, String option, String source) {
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
    return Sources.file(source.formatted("Class" + number, code));
  }

  /** Annotated classes, of about the same size. */
  private static final class Annotated {

    static final String PROCEDURE =
        """
        package a;

        import java.nio.file.Path;
        import org.ioproc.IoProc;
        import org.ioproc.OnOpen;
        import org.ioproc.OpenRequest;

        @IoProc("%2$s")
        public class %1$s {
          @OnOpen Path open(OpenRequest request) {
            return Path.of(request.rawName());
          }
        }
        """;

    static final String VALUE =
        """
        package a;

        import com.google.auto.value.AutoValue;

        @AutoValue
        public abstract class %1$s {
          public abstract String name();
          public abstract int size();
          public abstract long position();
        }
        """;

    static final String MAPPER =
        """
        package a;

        import org.mapstruct.Mapper;

        @Mapper
        public interface %1$s {
          record From(String name, int size, long position) {}

          record To(String name, int size, long position) {}

          To map(From from);
        }
        """;
  }
}
