package org.ioproc.processor;

import com.google.auto.value.processor.AutoValueProcessor;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.ioproc.processor.support.Procedures;
import org.ioproc.processor.support.Sources;

/**
 * Measures how much time the processor adds to a compilation of 1 to 1,000 annotated classes, where
 * it goes, and how much AutoValue's processor adds to as many classes with two properties. Run
 * {@code mvn -q -pl processor -am test-compile}, then {@code java -cp} with the tests' class path
 * and {@code org.ioproc.processor.CompileBenchmark}, with {@code -Dbenchmark.cpu=true} on a busy
 * machine. This is not a test, because times depend on the machine.
 */
final class CompileBenchmark {

  private static final int REPEATS = 5;

  /** Measures the thread's CPU time instead, for machines that do other work meanwhile. */
  private static final boolean CPU = Boolean.getBoolean("benchmark.cpu");

  /** The compared processors and options. */
  private enum Variant {
    DEFAULT(CompileBenchmark::procedure, IoProcProcessor::new, "-Aioproc.native=classes"),
    SOURCES(CompileBenchmark::procedure, IoProcProcessor::new, "-Aioproc.sources"),
    NONE(CompileBenchmark::procedure, IoProcProcessor::new, "-Aioproc.native=none"),
    AUTO_VALUE(CompileBenchmark::value, AutoValueProcessor::new, "-Xlint:none");

    private final IntFunction<String> source;
    private final Supplier<Processor> processor;
    private final String option;

    Variant(IntFunction<String> source, Supplier<Processor> processor, String option) {
      this.source = source;
      this.processor = processor;
      this.option = option;
    }
  }

  private CompileBenchmark() {}

  /**
   * Prints a line for each given number of classes, or for 1 to 1,000: the times that each class
   * adds to the best of several compilations, in ms. The parts are those of the default options.
   * The processor's part includes the compiler's {@link Filer}, which compares each new file with
   * all earlier ones. The generated classes' part is their cost as ordinary sources, without a
   * processor. The rest goes to the compiler's rounds, because each enters every source again.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("ioproc-benchmark");
    costs(folder, 200); // Warms up.
    System.out.println(
        "        ms a class, added by ioproc            by AutoValue | parts of the default");
    System.out.println(
        "classes  default  with sources  without native           | processor  its classes");
    List<String> numbers =
        arguments.length > 0 ? List.of(arguments) : List.of("1", "10", "100", "1000");
    for (int classes : numbers.stream().mapToInt(Integer::parseInt).toArray()) {
      print(classes, costs(folder, classes));
    }
  }

  private static void print(int classes, Map<Variant, Cost> costs) {
    Cost cost = costs.get(Variant.DEFAULT);
    System.out.printf(
        Locale.ROOT,
        "%7d %8.2f %13.2f %15.2f %12.2f | %9.2f %12.2f%n",
        classes,
        cost.added() / classes,
        costs.get(Variant.SOURCES).added() / classes,
        costs.get(Variant.NONE).added() / classes,
        costs.get(Variant.AUTO_VALUE).added() / classes,
        cost.processor() / classes,
        cost.addedByClasses() / classes);
  }

  /** Compiles in turns, so that whatever else the machine does affects all variants. */
  private static Map<Variant, Cost> costs(Path folder, int classes) throws IOException {
    Map<Variant, Cost> best = new EnumMap<>(Variant.class);
    for (int i = 0; i < REPEATS; i++) {
      for (Variant variant : Variant.values()) {
        best.merge(variant, cost(folder, classes, variant), Cost::min);
      }
    }
    return best;
  }

  private static Cost cost(Path folder, int classes, Variant variant) throws IOException {
    Path sources = Files.createTempDirectory(folder, "generated");
    List<JavaFileObject> files =
        IntStream.range(0, classes).mapToObj(variant.source).map(Sources::file).toList();
    double without = compile(folder, sources, files, List.of(), "-proc:none");
    TimedProcessor processor = new TimedProcessor(variant.processor.get());
    double with = compile(folder, sources, files, List.of(processor), variant.option);
    double plain = compile(folder, sources, plus(files, sources), List.of(), "-proc:none");
    return new Cost(without, with, processor.ms(), plain);
  }

  private static List<JavaFileObject> plus(List<JavaFileObject> files, Path generated)
      throws IOException {
    List<JavaFileObject> all = new ArrayList<>(files);
    try (Stream<Path> found = Files.walk(generated)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        all.add(Sources.file(Files.readString(file)));
      }
    }
    return all;
  }

  /** Compiles, and returns the time in milliseconds. */
  private static double compile(
      Path folder,
      Path sources,
      List<JavaFileObject> files,
      List<Processor> processors,
      String option)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Path output = Files.createTempDirectory(folder, "classes");
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(sources));
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, manager, null, List.of(option), null, files);
      task.setProcessors(processors);
      long start = now();
      if (!task.call()) {
        throw new IllegalStateException("The classes do not compile.");
      }
      return (now() - start) / 1e6;
    }
  }

  /** Returns the time in nanoseconds. javac works in the calling thread. */
  private static long now() {
    return CPU ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() : System.nanoTime();
  }

  private static String procedure(int i) {
    String code = "Q" + Integer.toString(i, 36).toUpperCase(Locale.ROOT);
    return Procedures.simple("Class" + i, code);
  }

  private static String value(int i) {
    return """
    package a;

    import com.google.auto.value.AutoValue;

    @AutoValue
    public abstract class Class%d {
      public abstract String name();
      public abstract int size();
    }
    """
        .formatted(i);
  }

  /**
   * Times of compilations in milliseconds.
   *
   * @param without the annotated classes alone
   * @param with the same, with the processor
   * @param processor the time in the processor
   * @param plain the annotated classes and the generated ones, without the processor
   */
  private record Cost(double without, double with, double processor, double plain) {

    Cost min(Cost other) {
      return new Cost(
          Math.min(without, other.without),
          Math.min(with, other.with),
          Math.min(processor, other.processor),
          Math.min(plain, other.plain));
    }

    double added() {
      return with - without;
    }

    double addedByClasses() {
      return plain - without;
    }
  }

  /** Measures the time in a processor. */
  private static final class TimedProcessor extends AbstractProcessor {

    private final Processor processor;
    private long nanos;

    TimedProcessor(Processor processor) {
      this.processor = processor;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
      return processor.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      processor.init(environment);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      long start = now();
      processor.process(annotations, round);
      nanos += now() - start;
      return false;
    }

    double ms() {
      return nanos / 1e6;
    }
  }
}
