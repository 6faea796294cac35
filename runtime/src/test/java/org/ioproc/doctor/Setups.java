package org.ioproc.doctor;

import com.sun.jna.Pointer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.internal.declared.Providers;
import org.ioproc.mmio.Mmio;

/** Creates jars, and the arguments of JVMs that run the doctor with them. */
final class Setups {

  private Setups() {}

  static Providers zip(Path folder) throws IOException {
    return new Providers(folder).with("a.Zip", "ZIP ");
  }

  static List<String> doctor(Path... places) {
    return List.of("-classpath", path(places), Doctor.class.getName());
  }

  static String path(Path... places) {
    return Stream.of(places).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  static List<String> with(String option, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.add(0, option);
    return all;
  }

  static List<String> and(String file, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.add(file);
    return all;
  }

  static Path runtime() throws Exception {
    return place(Mmio.class);
  }

  static Path jna() throws Exception {
    return place(Pointer.class);
  }

  private static Path place(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Creates a jar with the runtime's classes and a version, as Maven does. */
  static Path copyOfRuntime(Path folder) throws Exception {
    Providers jar = new Providers(Files.createDirectory(folder.resolve("runtime")));
    return version(jar, folder, "ioproc-runtime", "1.2").classesOf(runtime()).jar("runtime.jar");
  }

  /** Creates a jar with one class, which has no content, and a version. */
  static Path library(Path folder, String name, String type, String version) throws IOException {
    Path content = Files.createDirectory(folder.resolve(name));
    Path file = content.resolve(type + ".class");
    Files.createDirectories(file.resolveSibling("."));
    Files.createFile(file);
    return version(new Providers(folder), content, name, version)
        .classesOf(content)
        .jar(name + ".jar");
  }

  private static Providers version(Providers jar, Path folder, String name, String version)
      throws IOException {
    Path maven = Files.createDirectories(folder.resolve("of-" + name));
    Path properties = maven.resolve("META-INF/maven/org.ioproc/" + name + "/pom.properties");
    Files.createDirectories(properties.resolveSibling("."));
    Files.writeString(properties, "version=" + version + "\n");
    return jar.classesOf(maven);
  }
}
