package org.ioproc.wrapper.tool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ioproc.wrapper.tool.jar.InputException;
import org.ioproc.wrapper.tool.jar.Jar;

/**
 * The jars of a request, open for reading.
 *
 * @param jar the jar with the procedures
 * @param classPath the others, each once
 */
record OpenJars(Jar jar, List<Jar> classPath) implements Closeable {

  static OpenJars open(Path jar, List<Path> classPath) throws WrapException, InputException {
    if (Files.isDirectory(jar)) {
      throw new WrapException("The procedures must be in a jar. %s is a folder.".formatted(jar));
    }
    OpenJars jars = new OpenJars(Jar.open(jar), new ArrayList<>());
    try {
      Set<Path> opened = new HashSet<>(Set.of(real(jar)));
      for (Path path : classPath) {
        if (opened.add(real(path))) {
          jars.classPath.add(Jar.open(path));
        }
      }
      return jars;
    } catch (InputException | RuntimeException failure) {
      jars.close();
      throw failure;
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException missing) {
      return path; // Opening it reports why.
    }
  }

  /** Returns all jars, in the order of their search. */
  List<Jar> all() {
    return Stream.concat(Stream.of(jar), classPath.stream()).toList();
  }

  @Override
  public void close() {
    all().forEach(Jar::close);
  }
}
