package org.ioproc.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * A folder that its elements do not leave: neither by {@code ..}, nor by an absolute path or a
 * drive, nor through a link. Only ordinary files are elements, since opening a pipe or a device can
 * wait for ever.
 */
final class Folder {

  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  static Folder of(String container) throws MmioException {
    Path path = Path.of(container);
    if (!Files.isDirectory(path)) {
      throw new MmioException(
          MmioError.PATH_NOT_FOUND,
          Files.exists(path)
              ? container + " is a file, not a folder."
              : "There is no folder " + container + ".");
    }
    return new Folder(path);
  }

  /** The path of an element, which need not exist yet. */
  Path locate(String element) throws IOException {
    // mmio's names are Windows', where both slashes separate.
    Path relative = path.getFileSystem().getPath(element.replace('\\', '/'));
    if (element.isEmpty()) {
      throw new MmioException(MmioError.FILE_NOT_FOUND, "No file in " + path + " is named.");
    }
    if (relative.isAbsolute() || relative.getRoot() != null) {
      throw denied(element, "it does not begin in the folder");
    }
    return walk(relative, element);
  }

  private Path walk(Path relative, String element) throws IOException {
    Path reached = path;
    for (Path step : relative) {
      if (step.toString().equals("..")) {
        throw denied(element, "it goes up");
      }
      reached = reached.resolve(step);
      boolean last = reached.getNameCount() == path.getNameCount() + relative.getNameCount();
      if (Files.exists(reached, LinkOption.NOFOLLOW_LINKS)) {
        requireOrdinary(reached, last, element);
      }
    }
    return reached;
  }

  /** A junction of Windows is neither a folder nor a file here. */
  private void requireOrdinary(Path reached, boolean last, String element) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(reached, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink() || attributes.isOther()) {
      throw denied(element, reached.getFileName() + " is a link, a pipe or a device");
    }
    if (last && attributes.isDirectory()) {
      throw denied(element, "it is a folder");
    }
  }

  private MmioException denied(String element, String why) {
    return new MmioException(
        MmioError.ACCESS_DENIED, "\"" + element + "\" is no file of " + path + ": " + why + ".");
  }
}
