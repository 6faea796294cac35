package org.ioproc.processor.support;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.ioproc.processor.IoProcProcessor;

/** A project in a folder, compiled as build systems do it: as a whole, or only changed types. */
public final class OnDisk {

  public final Path sources;
  public final Path classes;
  private final Path generated;
  private final JavaCompiler compiler;
  private final List<String> options = new ArrayList<>();
  private final List<Processor> otherProcessors = new ArrayList<>();

  public OnDisk(Path folder, JavaCompiler compiler) throws IOException {
    this.sources = Files.createDirectories(folder.resolve("src"));
    this.classes = Files.createDirectories(folder.resolve("classes"));
    this.generated = Files.createDirectories(folder.resolve("generated"));
    this.compiler = compiler;
    if (compiler instanceof EclipseCompiler) {
      options.add("-nowarn"); // It warns about unused imports.
    }
  }

  public OnDisk option(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  public OnDisk processor(Processor other) {
    otherProcessors.add(other);
    return this;
  }

  public OnDisk write(String path, String text) throws IOException {
    return write(sources.resolve(path), text);
  }

  /** Writes a file beside the classes, as build systems do with resources before they compile. */
  public OnDisk resource(String path, String text) throws IOException {
    return write(classes.resolve(path), text);
  }

  private OnDisk write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /**
   * Compiles these files only, with earlier classes on the class path, and returns the messages.
   */
  public String compile(String... paths) throws IOException {
    return diagnose(paths).text();
  }

  /** Compiles these files only, as {@link #compile} does, and returns the whole outcome. */
  public Outcome diagnose(String... paths) throws IOException {
    if (compiler instanceof EclipseCompiler) {
      for (String path : paths) {
        forget(path);
      }
    }
    return run(Stream.of(paths).map(sources::resolve).toList(), List.of());
  }

  /**
   * Deletes the files generated from a changed type, as Eclipse does. Its compiler relies on that.
   */
  private void forget(String path) throws IOException {
    Pattern old = Pattern.compile(Pattern.quote(path.replace(".java", "")) + "(Glue|Installer).*");
    for (Path output : List.of(classes, generated)) {
      try (Stream<Path> files = Files.walk(output)) {
        for (Path file : files.toList()) {
          if (old.matcher(Portable.name(output, file)).matches()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /** Processes classes that were compiled earlier, as Gradle does with unchanged ones. */
  public String reprocess(String... classNames) throws IOException {
    return run(List.of(), List.of(classNames)).text();
  }

  private Outcome run(List<Path> files, List<String> classNames) throws IOException {
    DiagnosticCollector<JavaFileObject> reported = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(reported, null, null)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      manager.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
      List<Path> classPath = new ArrayList<>(List.of(classes));
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .forEach(classPath::add);
      if (!options.contains("--module-source-path")) {
        manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      }
      StringWriter out = new StringWriter();
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              out,
              manager,
              reported,
              options,
              classNames,
              manager.getJavaFileObjectsFromPaths(files));
      List<Processor> processors = new ArrayList<>(otherProcessors);
      processors.add(new IoProcProcessor());
      task.setProcessors(processors);
      boolean succeeded = task.call();
      return new Outcome(succeeded, Portable.lines(out.toString()), reported.getDiagnostics());
    }
  }

  /** The result of a compilation. */
  public record Outcome(
      boolean succeeded, String out, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    /** Returns a line for each diagnostic, or an empty text on success. */
    public String text() {
      StringBuilder text = new StringBuilder(out);
      diagnostics.forEach(
          one -> text.append(one.getKind()).append(' ').append(one.getMessage(null)).append('\n'));
      return text.isEmpty() && !succeeded ? "failed" : text.toString();
    }
  }

  public String output(String path) throws IOException {
    return Files.readString(find(path));
  }

  public boolean has(String path) {
    return Files.exists(find(path));
  }

  private Path find(String path) {
    return (path.endsWith(".java") ? generated : classes).resolve(path);
  }

  public void delete(String path) throws IOException {
    Files.delete(find(path));
  }

  /** Returns the texts of all generated files except class files, by their paths. */
  public Map<String, String> generated() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path output : List.of(classes, generated)) {
      try (Stream<Path> files = Files.walk(output)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          if (!file.toString().endsWith(".class")) {
            texts.put(Portable.name(output, file), Files.readString(file));
          }
        }
      }
    }
    return texts;
  }
}
