package org.ioproc.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Measures what the processor adds to a compilation, in one run, for 1 to 1,000 annotated classes:
 * {@code mvn -q -pl processor -am test-compile}, then {@code java -cp} the tests' class path {@code
 * org.ioproc.processor.CompileBenchmark}. It is no test: times depend on the machine.
 */
final class CompileBenchmark {

  private static final int REPEATS = 3;

  private CompileBenchmark() {}

  /**
   * Prints a line for each number of classes, those given or 1 to 1,000: the best of several
   * compilations. Beyond some hundreds javac's own check that no file is written twice, which
   * compares each with all earlier ones, outweighs everything else.
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("ioproc-benchmark");
    measure(folder, 200, ""); // Warms up.
    System.out.println("classes    without       with   added ms a class");
    List<String> numbers =
        arguments.length > 0 ? List.of(arguments) : List.of("1", "10", "100", "1000");
    for (int classes : numbers.stream().mapToInt(Integer::parseInt).toArray()) {
      double without = measure(folder, classes, "-proc:none");
      double generated = measure(folder, classes, "-Aioproc.native=none");
      double with = measure(folder, classes, "-Aioproc.native=classes");
      System.out.printf(
          Locale.ROOT,
          "%7d %7.0f ms %7.0f ms %8.2f, without native sources %.2f%n",
          classes,
          without,
          with,
          (with - without) / classes,
          (generated - without) / classes);
    }
  }

  private static double measure(Path folder, int classes, String option) throws IOException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < REPEATS; i++) {
      best = Math.min(best, compile(Files.createTempDirectory(folder, "out"), classes, option));
    }
    return best;
  }

  private static double compile(Path output, int classes, String option) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              manager,
              null,
              Stream.of(option).filter(given -> !given.isEmpty()).toList(),
              null,
              IntStream.range(0, classes)
                  .mapToObj(i -> Procedures.simple("Class" + i, code(i)))
                  .map(Sources::file)
                  .toList());
      boolean processes = !option.equals("-proc:none");
      task.setProcessors(processes ? List.<Processor>of(new IoProcProcessor()) : List.of());
      long start = System.nanoTime();
      if (!task.call()) {
        throw new IllegalStateException("The classes do not compile.");
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static String code(int i) {
    return "Q" + Integer.toString(i, 36).toUpperCase(Locale.ROOT);
  }
}
