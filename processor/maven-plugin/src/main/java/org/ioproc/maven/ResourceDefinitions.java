package org.ioproc.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Resource;

/**
 * The module-definitions files that an author keeps among the project's resources. Maven copies
 * them into the classes folder, but the compiler may write generated ones over them there.
 */
final class ResourceDefinitions {

  private ResourceDefinitions() {}

  /**
   * Returns the files, sorted.
   *
   * @param libraries the names of the libraries, or empty for all
   */
  static List<Path> find(List<Resource> resources, List<String> libraries) {
    List<Path> files = new ArrayList<>();
    for (Resource resource : resources) {
      File[] folders = new File(resource.getDirectory(), "META-INF/ioproc").listFiles();
      Stream.of(folders == null ? new File[0] : folders)
          .filter(folder -> libraries.isEmpty() || libraries.contains(folder.getName()))
          .map(folder -> new File(folder, folder.getName() + ".def"))
          .filter(File::isFile)
          .map(File::toPath)
          .sorted()
          .forEach(files::add);
    }
    return files;
  }
}
