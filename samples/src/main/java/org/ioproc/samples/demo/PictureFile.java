package org.ioproc.samples.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file that a picture is written to. It never keeps a part of a picture. */
final class PictureFile {

  private final Path path;

  private PictureFile(Path path) {
    this.path = path;
  }

  /**
   * Checks, before the picture is drawn, that it can be written to an ordinary file.
   *
   * @param text the value of {@code demo.picture}
   */
  static PictureFile of(String text) throws IOException {
    if (!text.toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw new IOException(
          "-Ddemo.picture must name a PNG file, as wave.png does; it is \"" + text + "\".");
    }
    return new PictureFile(ordinary(Path.of(text)));
  }

  /**
   * Returns a file with the same name but for its end.
   *
   * @param end what replaces {@code .png}
   */
  PictureFile beside(String end) throws IOException {
    String text = path.toString();
    String stem = text.substring(0, text.length() - ".png".length());
    return new PictureFile(ordinary(Path.of(stem + end)));
  }

  private static Path ordinary(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException(
          "-Ddemo.picture must name an ordinary file; \""
              + path
              + (Files.isDirectory(path)
                  ? "\" is a folder."
                  : "\" is a pipe, a socket or a device."));
    }
    return path;
  }

  void write(byte[] content) throws IOException {
    try {
      createFolder();
      try (OutputStream out = Files.newOutputStream(path)) {
        writeAll(out, content);
      }
    } catch (IOException failure) {
      throw new IOException(
          "The picture could not be written to \"" + path + "\": " + Demo.reason(failure), failure);
    }
  }

  /** Creates the folder if needed: Files.createDirectories of Java 17 fails if it is a link. */
  private void createFolder() throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException file) {
      throw new IOException("\"" + file.getFile() + "\" is not a folder", file);
    }
  }

  private void writeAll(OutputStream out, byte[] content) throws IOException {
    try {
      out.write(content);
    } catch (IOException failure) { // For example, the disk is full.
      Files.deleteIfExists(path);
      throw failure;
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
