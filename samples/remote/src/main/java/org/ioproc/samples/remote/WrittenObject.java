package org.ioproc.samples.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An object that a program writes: a temporary file that only its user may read, which is sent when
 * it is closed. Object stores cannot change parts of an object, as programs do that complete a
 * header at the end.
 */
final class WrittenObject implements SeekableByteChannel {

  private final S3Object object;
  private final FileChannel content;
  private final @Nullable ObjectVersion replaced;
  private final RemoteFiles files;
  private boolean isChanged;

  private WrittenObject(
      S3Object object,
      FileChannel content,
      @Nullable ObjectVersion replaced,
      boolean isChanged,
      RemoteFiles files) {
    this.object = object;
    this.content = content;
    this.replaced = replaced;
    this.isChanged = isChanged;
    this.files = files;
  }

  /** Creates an empty object, which will be there when it is closed. */
  static WrittenObject create(S3Object object, RemoteFiles files) throws IOException {
    return new WrittenObject(object, temporary(), null, true, files);
  }

  /** Opens an object that exists. */
  static WrittenObject open(S3Object object, RemoteFiles files) throws IOException {
    FileChannel content = temporary();
    try (RemoteFile source = files.open(object)) {
      ByteBuffer buffer = ByteBuffer.allocate(Block.SIZE);
      while (source.read(buffer) > 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          content.write(buffer);
        }
        buffer.clear();
      }
      content.position(0);
      return new WrittenObject(object, content, source.version(), false, files);
    } catch (Throwable failure) {
      content.close();
      throw failure;
    }
  }

  private static FileChannel temporary() throws IOException {
    Path file = Files.createTempFile("ioproc-upload", ".tmp");
    try {
      return FileChannel.open(
          file,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (Throwable failure) {
      Files.delete(file);
      throw failure;
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return content.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    isChanged = true;
    return content.write(source);
  }

  @Override
  public long position() throws IOException {
    return content.position();
  }

  @Override
  public WrittenObject position(long newPosition) throws IOException {
    content.position(newPosition);
    return this;
  }

  @Override
  public long size() throws IOException {
    return content.size();
  }

  @Override
  public WrittenObject truncate(long size) throws IOException {
    isChanged |= size < content.size();
    content.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return content.isOpen();
  }

  /** Sends what has changed. Nothing stays behind, whether or not that succeeds. */
  @Override
  public void close() throws IOException {
    if (!content.isOpen()) {
      return;
    }
    try (content) {
      if (isChanged) {
        new S3Upload(object, content, replaced, files.patience()).send();
      }
    }
  }
}
