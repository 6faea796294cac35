package org.ioproc.wrapper.tool;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folder that the tool writes to. It contains the files of the tool's last run, of which it has
 * a list, and perhaps files of others, which the tool neither replaces nor deletes.
 */
final class OutputFolder {

  private final Path folder;

  OutputFolder(Path folder) {
    this.folder = folder.toString().isEmpty() ? Path.of(".") : folder;
  }

  /**
   * Writes files, and deletes those of the last run that are not among them. First writes all into
   * a temporary folder, so that a failure changes nothing.
   *
   * @param contents the files' contents by their paths in the folder, with slashes
   */
  void replace(SortedMap<String, Content> contents) throws WrapException, IOException {
    SortedMap<String, Content> files = new TreeMap<>(contents);
    files.put(OutputList.FILE, Content.of(OutputList.write(contents.keySet())));
    CreatedFolders created = new CreatedFolders();
    try {
      created.create(checkedFolder());
      Set<String> owned = OutputList.read(folder);
      Set<String> stale = new TreeSet<>(owned);
      stale.removeAll(files.keySet());
      stale.removeIf(name -> wrongParent(name).isPresent());
      for (String name : files.keySet()) {
        checkPlace(name);
      }
      Path temporary = Files.createTempDirectory(folder, ".ioproc");
      try {
        write(files, temporary);
        Replacement replacement = new Replacement(folder, temporary, created);
        for (String name : files.keySet()) {
          replacement.plan(name, owned.contains(name));
        }
        replacement.run(stale);
      } finally {
        FileTrees.delete(temporary);
      }
    } catch (WrapException | IOException | RuntimeException | Error failure) {
      created.undo();
      throw failure;
    }
  }

  private Path checkedFolder() throws WrapException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new WrapException("--output must be a folder. %s is a file.".formatted(folder));
    }
    return folder;
  }

  private void checkPlace(String name) throws WrapException {
    Optional<Path> parent = wrongParent(name);
    if (parent.isPresent()) {
      throw new WrapException(
          "%s must be a folder, but it is a file or a link. Delete it, or choose another --output."
              .formatted(parent.get()));
    }
    Path file = folder.resolve(name);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new WrapException(
          "%s must be a file, but it is a folder. Delete it, or choose another --output."
              .formatted(file));
    }
  }

  /** Returns a file in a folder's place, or a link, which could lead out of the output folder. */
  private Optional<Path> wrongParent(String name) {
    return FileTrees.parents(folder, name).stream()
        .filter(
            parent ->
                Files.exists(parent, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS))
        .findFirst();
  }

  private static void write(Map<String, Content> files, Path temporary) throws IOException {
    for (Map.Entry<String, Content> file : files.entrySet()) {
      Path path = temporary.resolve(Replacement.NEW).resolve(file.getKey());
      Files.createDirectories(path.getParent());
      try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(path))) {
        file.getValue().writeTo(target);
      }
    }
  }
}
