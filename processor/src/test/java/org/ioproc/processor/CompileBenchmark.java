package org.ioproc.processor;

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
import org.ioproc.processor.support.Sources;

/**
 * Measures how much time the processor adds to a compilation of 1 to 1,000 annotated classes, where
 * it goes, and how much the processors of AutoValue and MapStruct add to as many. Run {@code mvn -q
 * -pl processor -am test-compile}, then {@code java -cp} with the tests' class path and {@code
 * org.ioproc.processor.CompileBenchmark}, with {@code -Dbenchmark.cpu=true} on a busy machine. This
 * is not a test, because times depend on the machine.
 */
final class CompileBenchmark {

  private static final int REPEATS = 3;

  /** Measures the thread's CPU time instead, for machines that do other work meanwhile. */
  private static final boolean CPU = Boolean.getBoolean("benchmark.cpu");

  private CompileBenchmark() {}

  /**
   * Prints, for each given number of classes or for 1 to 1,000, the time that each class adds to
   * the best of several compilations, in ms, and the ratio of ioproc's time with the default
   * options to it. The processor's part includes the compiler's {@link Filer}, which compares each
   * new file with all earlier ones. The generated classes' part is their cost as ordinary sources,
   * without a processor. The rest goes to the compiler's rounds, because each enters every source
   * again.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("ioproc-benchmark");
    costs(folder, 200); // Warms up.
    System.out.println("Java " + Runtime.version().feature() + ", ms that each class adds");
    List<String> numbers =
        arguments.length > 0 ? List.of(arguments) : List.of("1", "10", "100", "1000");
    for (int classes : numbers.stream().mapToInt(Integer::parseInt).toArray()) {
      print(classes, costs(folder, classes));
    }
  }

  private static void print(int classes, Map<ComparedProcessor, Cost> costs) {
    double ioproc = costs.get(ComparedProcessor.DEFAULT).added();
    System.out.printf(Locale.ROOT, "%d classes%n", classes);
    costs.forEach(
        (processor, cost) ->
            System.out.printf(
                Locale.ROOT,
                "  %-10s %6.2f (%.2f in the processor, %.2f for its classes); %.2f = DEFAULT / %1$s%n",
                processor,
                cost.added() / classes,
                cost.processor() / classes,
                cost.addedByClasses() / classes,
                ioproc / cost.added()));
  }

  /** Compiles in turns, so that whatever else the machine does affects all variants. */
  private static Map<ComparedProcessor, Cost> costs(Path folder, int classes) throws IOException {
    Map<ComparedProcessor, Cost> best = new EnumMap<>(ComparedProcessor.class);
    for (int i = 0; i < REPEATS; i++) {
      for (ComparedProcessor compared : ComparedProcessor.values()) {
        best.merge(compared, cost(folder, classes, compared), Cost::min);
      }
    }
    return best;
  }

  private static Cost cost(Path folder, int classes, ComparedProcessor compared)
      throws IOException {
    Path sources = Files.createTempDirectory(folder, "generated");
    List<JavaFileObject> files = IntStream.range(0, classes).mapToObj(compared::source).toList();
    double without = compile(folder, sources, files, List.of(), "-proc:none");
    TimedProcessor processor = new TimedProcessor(compared.create());
    double with = compile(folder, sources, files, List.of(processor), compared.option());
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
