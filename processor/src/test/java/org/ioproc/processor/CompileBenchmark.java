package org.ioproc.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.ioproc.processor.support.Procedures;
import org.ioproc.processor.support.Sources;

/**
 * Measures how much time the processor adds to a compilation of 1 to 1,000 annotated classes, and
 * where it goes. Run {@code mvn -q -pl processor -am test-compile}, then {@code java -cp} with the
 * tests' class path and {@code org.ioproc.processor.CompileBenchmark}. This is not a test, because
 * times depend on the machine.
 */
final class CompileBenchmark {

  private static final int REPEATS = 5;

  private CompileBenchmark() {}

  /**
   * Prints a line for each given number of classes, or for 1 to 1,000: the times of the best of
   * several compilations in ms, and the time that each class adds. The processor's part includes
   * the compiler's {@link Filer}, which compares each new file with all earlier ones. The generated
   * classes' part is their cost as ordinary sources, without a processor. The rest goes to the
   * compiler's rounds, because each enters every source again.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("ioproc-benchmark");
    for (int i = 0; i < REPEATS; i++) {
      compile(folder, 200, "-Aioproc.native=classes"); // Warms up.
    }
    System.out.println(
        "classes  without     with | ms a class: added, no native sources; processor, its classes");
    List<String> numbers =
        arguments.length > 0 ? List.of(arguments) : List.of("1", "10", "100", "1000");
    for (int classes : numbers.stream().mapToInt(Integer::parseInt).toArray()) {
      print(classes, folder);
    }
  }

  private static void print(int classes, Path folder) throws IOException {
    Cost without = best(folder, classes, "-proc:none");
    Cost java = best(folder, classes, "-Aioproc.native=none");
    Cost all = best(folder, classes, "-Aioproc.native=classes");
    System.out.printf(
        Locale.ROOT,
        "%7d %8.0f %8.0f | %17.2f, %17.2f; %9.2f, %11.2f%n",
        classes,
        without.total(),
        all.total(),
        (all.total() - without.total()) / classes,
        (java.total() - without.total()) / classes,
        all.processor() / classes,
        (all.withoutProcessor() - without.total()) / classes);
  }

  private static Cost best(Path folder, int classes, String option) throws IOException {
    Cost best = compile(folder, classes, option);
    for (int i = 1; i < REPEATS; i++) {
      best = best.min(compile(folder, classes, option));
    }
    return best;
  }

  private static Cost compile(Path folder, int classes, String option) throws IOException {
    Path sources = Files.createTempDirectory(folder, "generated");
    TimedProcessor processor = new TimedProcessor();
    List<Processor> processors = option.equals("-proc:none") ? List.of() : List.of(processor);
    double total = compile(folder, sources, List.of(), classes, processors, option);
    List<Path> generated;
    try (Stream<Path> files = Files.walk(sources)) {
      generated = files.filter(Files::isRegularFile).toList();
    }
    double plain = compile(folder, sources, generated, classes, List.of(), "-proc:none");
    return new Cost(total, processor.ms(), plain);
  }

  /** Compiles, and returns the time in milliseconds. */
  private static double compile(
      Path folder,
      Path sources,
      List<Path> more,
      int classes,
      List<Processor> processors,
      String option)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Path output = Files.createTempDirectory(folder, "classes");
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(sources));
      List<JavaFileObject> files = new ArrayList<>(procedures(classes));
      manager.getJavaFileObjectsFromPaths(more).forEach(files::add);
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, manager, null, List.of(option), null, files);
      task.setProcessors(processors);
      long start = System.nanoTime();
      if (!task.call()) {
        throw new IllegalStateException("The classes do not compile.");
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static List<JavaFileObject> procedures(int classes) {
    return IntStream.range(0, classes)
        .mapToObj(i -> Procedures.simple("Class" + i, code(i)))
        .map(Sources::file)
        .toList();
  }

  private static String code(int i) {
    return "Q" + Integer.toString(i, 36).toUpperCase(Locale.ROOT);
  }

  /** Times of compilations in milliseconds. The last is without the processor. */
  private record Cost(double total, double processor, double withoutProcessor) {

    Cost min(Cost other) {
      return new Cost(
          Math.min(total, other.total),
          Math.min(processor, other.processor),
          Math.min(withoutProcessor, other.withoutProcessor));
    }
  }

  /** Measures the time in the processor. */
  private static final class TimedProcessor extends AbstractProcessor {

    private final IoProcProcessor processor = new IoProcProcessor();
    private long nanos;

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
      long start = System.nanoTime();
      processor.process(annotations, round);
      nanos += System.nanoTime() - start;
      return false;
    }

    double ms() {
      return nanos / 1e6;
    }
  }
}
