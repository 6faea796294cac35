package org.ioproc.wrapper.tool.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaFileObject;
import org.ioproc.IoProc;
import org.ioproc.processor.support.InMemory;
import org.ioproc.processor.support.Jars;
import org.ioproc.processor.support.Portable;
import org.ioproc.processor.support.Procedures;

/** A jar with entries that tests choose. */
public final class TestJar {

  public static final String ZIP_SOURCE = Procedures.simple("ZipIoProc", "ZIP ");
  public static final String WGZ_SOURCE = Procedures.simple("WgzIoProc", "WGZ ");

  private static final String CLASS_OUTPUT = "/CLASS_OUTPUT/";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** Returns a jar with what the compiler and the processor write for these sources. */
  public static TestJar compiled(String... sources) {
    Compilation compilation = InMemory.compile(List.of("--release", "17"), sources);
    Map<String, byte[]> sorted = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      String path = file.toUri().getPath();
      if (path.startsWith(CLASS_OUTPUT)) {
        try (InputStream content = file.openInputStream()) {
          sorted.put(path.substring(CLASS_OUTPUT.length()), content.readAllBytes());
        } catch (FileNotFoundException missing) {
          // The processor looked for it, and did not write it.
        } catch (IOException failure) {
          throw new AssertionError(failure);
        }
      }
    }
    TestJar jar = new TestJar();
    jar.entries.putAll(sorted);
    return jar;
  }

  /** Returns the class path's jar or folder with ioproc's runtime library. */
  public static String runtime() {
    return Jars.path(IoProc.class);
  }

  /** Returns a jar of the runtime library, also if it is only compiled. */
  public static TestJar ofRuntime() throws IOException {
    Path runtime = Path.of(runtime());
    if (Files.isDirectory(runtime)) {
      return ofFolder(runtime);
    }
    try (FileSystem jar = FileSystems.newFileSystem(runtime)) {
      return ofFolder(jar.getPath("/"));
    }
  }

  private static TestJar ofFolder(Path folder) throws IOException {
    TestJar jar = new TestJar();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = Portable.name(folder, file);
        jar.with(name, Files.readAllBytes(file));
      }
    }
    return jar;
  }

  public TestJar with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  public TestJar with(String name, String content) {
    return with(name, content.getBytes(UTF_8));
  }

  public TestJar without(String name) {
    if (entries.remove(name) == null) {
      throw new AssertionError(name + " is not in " + entries.keySet());
    }
    return this;
  }

  public byte[] get(String name) {
    byte[] content = entries.get(name);
    if (content == null) {
      throw new AssertionError(name + " is not in " + entries.keySet());
    }
    return content;
  }

  public Map<String, byte[]> entries() {
    return entries;
  }

  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setTimeLocal(LocalDateTime.of(2020, 2, 2, 2, 2));
        zip.putNextEntry(header);
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  public Path write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes());
  }
}
