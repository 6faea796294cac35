package org.ioproc.samples.dir;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.jspecify.annotations.Nullable;

/**
 * An open folder. Where Java offers a {@link SecureDirectoryStream}, as on Linux, the methods work
 * in the folder that was opened, even if its path now leads to another folder, for example through
 * a link. Elsewhere they use the path.
 */
final class Folder implements AutoCloseable {

  private final Path path;
  private final DirectoryStream<Path> stream;
  private final @Nullable SecureDirectoryStream<Path> secure;

  private Folder(Path path, DirectoryStream<Path> stream) {
    this.path = path;
    this.stream = stream;
    this.secure =
        stream instanceof SecureDirectoryStream ? (SecureDirectoryStream<Path>) stream : null;
  }

  /** Opens a folder that a program names. It may be a link. */
  static Folder open(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new MmioException(
          MmioError.PATH_NOT_FOUND,
          Files.exists(path)
              ? path + " is a file, not a folder."
              : "There is no folder " + path + ".");
    }
    return byPath(path);
  }

  @SuppressWarnings("StreamResourceLeak") // close() closes the stream.
  private static Folder byPath(Path path) throws IOException {
    return new Folder(path, Files.newDirectoryStream(path));
  }

  /** Opens a subfolder, which must not be a link. */
  Folder openFolder(Path name) throws IOException {
    Path inner = path.resolve(name);
    return secure != null
        ? new Folder(inner, secure.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS))
        : byPath(inner);
  }

  /** Opens a file in this folder, which must not be a link. */
  SeekableByteChannel openFile(Path name, Set<OpenOption> options) throws IOException {
    Set<OpenOption> unlinked = new HashSet<>(options);
    unlinked.add(LinkOption.NOFOLLOW_LINKS);
    return secure != null
        ? secure.newByteChannel(name, unlinked)
        : Files.newByteChannel(path.resolve(name), unlinked);
  }

  /** Returns the attributes of the file, folder or link with a name, or empty if there is none. */
  Optional<BasicFileAttributes> find(Path name) throws IOException {
    try {
      return Optional.of(attributes(name));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }

  private BasicFileAttributes attributes(Path name) throws IOException {
    return secure != null
        ? secure
            .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
            .readAttributes()
        : Files.readAttributes(
            path.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  void delete(Path name) throws IOException {
    if (secure != null) {
      secure.deleteFile(name);
    } else {
      Files.delete(path.resolve(name));
    }
  }

  /** Moves a file, and fails if a file with the new name exists already. */
  void move(Path name, Folder target, Path newName) throws IOException {
    Path newPath = target.path.resolve(newName);
    if (secure == null || target.secure == null) {
      Files.move(path.resolve(name), newPath);
      return;
    }
    // SecureDirectoryStream.move replaces files, even one that is created between this check and
    // the call. Java has no method that prevents this.
    Object file = attributes(name).fileKey();
    if (target.find(newName).filter(other -> !Objects.equals(other.fileKey(), file)).isPresent()) {
      throw new FileAlreadyExistsException(newPath.toString());
    }
    secure.move(name, target.secure, newName);
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
