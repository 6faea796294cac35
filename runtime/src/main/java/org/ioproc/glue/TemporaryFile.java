package org.ioproc.glue;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;

/**
 * A file that only its owner can use and that is deleted when it is closed. The system deletes it
 * even if the process is killed.
 */
final class TemporaryFile implements Closeable {

  private static final String PREFIX = "ioproc";

  private final Path path;
  private final FileChannel channel;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Creates a file in a folder. */
  static TemporaryFile in(Path folder) throws IOException {
    Path path = create(folder);
    try {
      return new TemporaryFile(path, FileChannel.open(path, READ, WRITE, DELETE_ON_CLOSE));
    } catch (Throwable failure) {
      Files.deleteIfExists(path);
      throw failure;
    }
  }

  /** Creates an empty file that only its owner can use. */
  static Path create(Path folder) throws IOException {
    return Files.createTempFile(folder, PREFIX, null, rights(folder));
  }

  /**
   * Returns the rights that only Windows needs, where a file inherits the rights of its folder. The
   * rights must be given when the file is created, since another process could open it before they
   * change. An empty file shows who the owner will be.
   */
  private static FileAttribute<?>[] rights(Path folder) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("acl")) {
      return new FileAttribute<?>[0];
    }
    Path empty = Files.createTempFile(folder, PREFIX, null);
    try {
      return new FileAttribute<?>[] {onlyFor(Files.getOwner(empty))};
    } finally {
      Files.delete(empty);
    }
  }

  private static FileAttribute<List<AclEntry>> onlyFor(UserPrincipal owner) {
    AclEntry everything =
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(owner)
            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
            .build();
    return new FileAttribute<>() {

      @Override
      public String name() {
        return "acl:acl";
      }

      @Override
      public List<AclEntry> value() {
        return List.of(everything);
      }
    };
  }

  /** Reads bytes from a position. Returns their number. */
  int read(ByteBuffer target, long position) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return channel.read(target, position);
    } finally {
      restore(interrupted);
    }
  }

  /** Writes all bytes to a position. */
  void write(ByteBuffer source, long position) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      for (long at = position; source.hasRemaining(); ) {
        at += channel.write(source, at);
      }
    } finally {
      restore(interrupted);
    }
  }

  /** Restores an interrupt, which was cleared because it would have closed the channel. */
  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      Files.deleteIfExists(path);
    }
  }
}
