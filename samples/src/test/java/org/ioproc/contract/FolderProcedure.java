package org.ioproc.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.ioproc.MmioName;
import org.ioproc.OnClose;
import org.ioproc.OnDelete;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OnRename;
import org.ioproc.OnSize;
import org.ioproc.OnWrite;
import org.ioproc.OpenRequest;

/**
 * Opens the files of a folder, and keeps all promises. Subclasses change one method each, and make
 * a mistake there.
 */
public abstract class FolderProcedure {

  /** An open file. */
  static final class Sound {

    final Path path;
    final FileChannel channel;

    /** A position that some subclasses keep by mistake. */
    long reached;

    Sound(Path path, FileChannel channel) {
      this.path = path;
      this.channel = channel;
    }
  }

  final Path folder;

  FolderProcedure(Path folder) {
    this.folder = folder;
  }

  Path path(MmioName name) throws IOException {
    if (name.element().isEmpty()) {
      throw new NoSuchFileException(name.toString());
    }
    return folder.resolve(name.element());
  }

  static void requireNoFolder(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new AccessDeniedException(path.toString());
    }
  }

  @OnOpen
  Sound open(OpenRequest request) throws Exception {
    Path path = path(request.name());
    requireNoFolder(path);
    return new Sound(path, FileChannel.open(path, request.options()));
  }

  @OnRead
  int read(Sound file, ByteBuffer buffer, long position) throws Exception {
    return file.channel.read(buffer, position);
  }

  @OnWrite
  int write(Sound file, ByteBuffer buffer, long position) throws Exception {
    return file.channel.write(buffer, position);
  }

  @OnSize
  long size(Sound file) throws Exception {
    return file.channel.size();
  }

  @OnClose
  void close(Sound file) throws Exception {
    file.channel.close();
  }

  @OnRename
  void rename(MmioName from, MmioName to) throws Exception {
    Files.move(path(from), path(to));
  }

  @OnDelete
  void delete(MmioName name) throws Exception {
    Files.delete(path(name));
  }
}
