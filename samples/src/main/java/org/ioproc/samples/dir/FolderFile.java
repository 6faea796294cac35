package org.ioproc.samples.dir;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.samples.Containers;

/**
 * A file, which need not exist yet, in a folder or one of its subfolders. Its name must not lead
 * outside: {@code ..}, absolute paths, drives and links are refused. So are pipes and devices,
 * because opening one can block forever.
 */
final class FolderFile implements AutoCloseable {

  private final Folder folder;
  private final Path name;

  private FolderFile(Folder folder, Path name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * Opens the folder that a file is in.
   *
   * @param text the file's name, {@code container+element}; the longest part that is a folder is
   *     the container
   */
  static FolderFile of(String text) throws IOException {
    MmioName name = Containers.split(text, Files::isDirectory);
    Folder folder = Folder.open(name.containerPath());
    try {
      Path steps = steps(name);
      int last = steps.getNameCount() - 1;
      for (int i = 0; i < last; i++) {
        folder = enter(folder, steps.getName(i), name);
      }
      requireFile(folder, steps.getName(last), name);
      return new FolderFile(folder, steps.getName(last));
    } catch (Throwable failure) {
      folder.close();
      throw failure;
    }
  }

  private static Path steps(MmioName name) throws MmioException {
    if (name.element().isEmpty()) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "A name must have a file after the '+'; \"" + name + "\" has none.");
    }
    // Names come from Windows programs, and Windows accepts both slashes.
    Path steps = Path.of(name.element().replace('\\', '/'));
    if (steps.isAbsolute() || steps.getRoot() != null) {
      throw denied(name, "it starts at a drive or a root");
    }
    for (Path step : steps) {
      if (step.toString().equals("..")) {
        throw denied(name, "it contains \"..\"");
      }
    }
    return steps;
  }

  private static Folder enter(Folder folder, Path step, MmioName name) throws IOException {
    try (folder) {
      if (find(folder, step, name).filter(BasicFileAttributes::isRegularFile).isPresent()) {
        throw new NotDirectoryException(step.toString());
      }
      return folder.openFolder(step);
    }
  }

  private static void requireFile(Folder folder, Path step, MmioName name) throws IOException {
    if (find(folder, step, name).filter(BasicFileAttributes::isDirectory).isPresent()) {
      throw denied(name, "it is a folder");
    }
  }

  /** Refuses links, which on Windows include junctions, pipes and devices. */
  private static Optional<BasicFileAttributes> find(Folder folder, Path step, MmioName name)
      throws IOException {
    Optional<BasicFileAttributes> found = folder.find(step);
    if (found.filter(file -> file.isSymbolicLink() || file.isOther()).isPresent()) {
      throw denied(name, step + " is a link, a pipe or a device");
    }
    return found;
  }

  private static MmioException denied(MmioName name, String why) {
    return new MmioException(
        MmioError.ACCESS_DENIED,
        "\"" + name.element() + "\" is not a file in " + name.container() + ": " + why + ".");
  }

  SeekableByteChannel open(Set<OpenOption> options) throws IOException {
    return folder.openFile(name, options);
  }

  void moveTo(FolderFile target) throws IOException {
    folder.move(name, target.folder, target.name);
  }

  void delete() throws IOException {
    folder.delete(name);
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
