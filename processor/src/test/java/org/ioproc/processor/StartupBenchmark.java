package org.ioproc.processor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.ioproc.processor.support.OnDisk;
import org.ioproc.processor.support.Procedures;

/**
 * Measures how long an application that has just started takes to install 1 to 100 procedures over
 * each transport, with and without an archive of its classes. Each figure is the median of several
 * processes. Run {@code mvn -q -pl processor -am test-compile}, then {@code java -cp} with the
 * tests' class path and {@code org.ioproc.processor.StartupBenchmark}.
 */
final class StartupBenchmark {

  private static final int PROCESSES = 9;

  /** Prints the milliseconds for starting the manager with its transport, and for installing. */
  private static final String APPLICATION =
      """
      package a;

      public class Application {
        public static void main(String[] arguments) throws Exception {
          long start = System.nanoTime();
          org.ioproc.mmio.Mmio mmio = org.ioproc.mmio.Mmio.newEmbeddedNative();
          long transport = System.nanoTime();
          if (arguments[0].equals("install")) {
            Class0Installer.install(mmio, new Class0());
          } else {
            mmio.installAll();
          }
          long end = System.nanoTime();
          System.out.println((transport - start) / 1e6 + " " + (end - transport) / 1e6);
        }
      }
      """;

  private final Path folder;
  private final String libraries;

  private StartupBenchmark(Path folder) {
    this.folder = folder;
    this.libraries = libraries();
  }

  /** Runs the benchmark; it takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    StartupBenchmark benchmark =
        new StartupBenchmark(Files.createTempDirectory("ioproc-benchmark"));
    System.out.println("Java " + Runtime.version().feature() + ", ms: transport + procedures");
    for (int procedures : new int[] {1, 10, 100}) {
      benchmark.run(procedures);
    }
  }

  private void run(int procedures) throws Exception {
    Path jar = compile(procedures);
    List<String> transports =
        Runtime.version().feature() >= 22 ? List.of("jna", "ffm") : List.of("jna");
    for (String transport : transports) {
      if (procedures == 1) {
        print("install()", transport, jar, "install");
      }
      print("installAll() of " + procedures, transport, jar, "installAll");
    }
  }

  private void print(String what, String transport, Path jar, String argument) throws Exception {
    Path archive = folder.resolve(transport + argument + jar.getFileName() + ".jsa");
    double[] cold = median(transport, jar, argument, "-Xshare:auto");
    java(transport, jar, argument, "-XX:ArchiveClassesAtExit=" + archive);
    double[] archived = median(transport, jar, argument, "-XX:SharedArchiveFile=" + archive);
    System.out.printf(
        Locale.ROOT,
        "%-20s over %s: %6.1f + %6.1f; with a class archive %6.1f + %6.1f%n",
        what,
        transport,
        cold[0],
        cold[1],
        archived[0],
        archived[1]);
  }

  private double[] median(String transport, Path jar, String argument, String option)
      throws Exception {
    double[] first = new double[PROCESSES];
    double[] second = new double[PROCESSES];
    for (int i = 0; i < PROCESSES; i++) {
      String[] times = java(transport, jar, argument, option).split(" ");
      first[i] = Double.parseDouble(times[0]);
      second[i] = Double.parseDouble(times[1]);
    }
    Arrays.sort(first);
    Arrays.sort(second);
    return new double[] {first[PROCESSES / 2], second[PROCESSES / 2]};
  }

  /** Runs the application, and returns the last line that it prints. */
  private String java(String transport, Path jar, String argument, String option)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-Dorg.ioproc.transport=" + transport,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                jar + File.pathSeparator + libraries,
                "a.Application",
                argument)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (process.waitFor() != 0 || lines.isEmpty()) {
      throw new IOException("The application ended with status " + process.exitValue() + ".");
    }
    return lines.get(lines.size() - 1);
  }

  /**
   * Compiles the application with a number of procedures into a jar, because class archives need
   * jars.
   */
  private Path compile(int procedures) throws IOException {
    String name = "application" + procedures;
    OnDisk project =
        new OnDisk(folder.resolve(name), ToolProvider.getSystemJavaCompiler())
            .option("-Aioproc.native=none")
            .write("a/Application.java", APPLICATION);
    List<String> paths = new ArrayList<>(List.of("a/Application.java"));
    for (int i = 0; i < procedures; i++) {
      String path = "a/Class" + i + ".java";
      project.write(path, Procedures.simple("Class" + i, "Q" + i));
      paths.add(path);
    }
    String reported = project.compile(paths.toArray(String[]::new));
    if (!reported.isEmpty()) {
      throw new IllegalStateException(reported);
    }
    return jar(name, project.classes);
  }

  private Path jar(String name, Path classes) {
    Path jar = folder.resolve(name + ".jar");
    java.util.spi.ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(System.out, System.err, "cf", jar.toString(), "-C", classes.toString(), ".");
    return jar;
  }

  /** Returns the libraries on the application's class path. */
  private String libraries() {
    StringBuilder path = new StringBuilder();
    for (Class<?> one : List.of(org.ioproc.IoProc.class, com.sun.jna.Native.class)) {
      Path location = Path.of(one.getProtectionDomain().getCodeSource().getLocation().getPath());
      path.append(Files.isDirectory(location) ? jar("library", location) : location)
          .append(File.pathSeparator);
    }
    return path.toString();
  }
}
