package org.ioproc.internal.declared;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds a jar for a test, with procedures written as the processor writes them. */
public final class Providers {

  private final Path folder;
  private final Map<String, byte[]> entries = new TreeMap<>();
  private final List<String> services = new ArrayList<>();

  /** Starts an empty jar, to be built in an empty folder. */
  public Providers(Path folder) {
    this.folder = folder;
  }

  /** Adds and declares a procedure with this full class name. */
  public Providers with(String name, String code) throws IOException {
    return with(name, code, "");
  }

  /** Adds and declares a procedure with statements for its constructor. */
  public Providers with(String name, String code, String constructor) throws IOException {
    return undeclared(name, code, constructor).declaring(name + "Installer$Provider");
  }

  /** Adds a procedure without declaring it. */
  public Providers undeclared(String name, String code, String constructor) throws IOException {
    int dot = name.lastIndexOf('.');
    return source(
        name.replace('.', '/') + "Installer",
        procedure(name.substring(0, dot), name.substring(dot + 1), code, constructor));
  }

  private static String procedure(String inPackage, String name, String code, String constructor) {
    return """
      package %1$s;

      import org.ioproc.OpenRequest;
      import org.ioproc.glue.IoProcGlue;
      import org.ioproc.glue.IoProcProvider;

      public final class %2$sInstaller {
        public static final class Provider implements IoProcProvider {
          @Override
          public IoProcGlue<?> glue() throws Exception {
            %4$s
            return new %2$sGlue();
          }
        }
      }

      final class %2$sGlue extends IoProcGlue<Object> {
        %2$sGlue() {
          super("%3$s");
        }

        @Override
        protected long dispatch(long info, int message, long lParam1, long lParam2) {
          return 0;
        }

        @Override
        protected Object onOpen(OpenRequest request) {
          return this;
        }
      }
      """
        .formatted(inPackage, name, code, constructor);
  }

  /** Adds a line to the service file. */
  public Providers declaring(String provider) {
    services.add(provider);
    return this;
  }

  /** Compiles a source file, and adds its classes. */
  public Providers source(String name, String text, String... moreOptions) throws IOException {
    JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler());
    Path source = Files.writeString(folder.resolve(Path.of(name).getFileName() + ".java"), text);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> options = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
    options.addAll(
        List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + classes));
    options.addAll(List.of(moreOptions));
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean success =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertWithMessage("%s", messages).that(success).isTrue();
    }
    return classesOf(classes);
  }

  /** Adds the files of a folder that the jar does not have yet. */
  public Providers classesOf(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putIfAbsent(
            classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return this;
  }

  public Providers without(String entry) {
    entries.remove(entry);
    return this;
  }

  /** Overwrites bytes of a class file. */
  public Providers damaging(String entry, int position, byte... bytes) {
    System.arraycopy(bytes, 0, requireNonNull(entries.get(entry)), position, bytes.length);
    return this;
  }

  public Path jar(String name) throws IOException {
    Path jar = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream output = new JarOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        add(output, entry.getKey(), entry.getValue());
      }
      if (!services.isEmpty()) {
        add(output, DeclaredIoProcs.file(), String.join("\n", services).getBytes(UTF_8));
      }
    }
    return jar;
  }

  private static void add(JarOutputStream output, String name, byte[] bytes) throws IOException {
    output.putNextEntry(new JarEntry(name));
    output.write(bytes);
    output.closeEntry();
  }
}
