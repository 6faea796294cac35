package org.ioproc.processor.model;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/** The kinds of object that {@code @OnOpen} returns, by how the library treats them. */
public enum FileKind {
  /** A {@link SeekableByteChannel}. */
  CHANNEL(true),
  /** A {@link Path}, which becomes a channel. */
  PATH(true),
  /** A {@link ByteBuffer} or {@code byte[]}, which becomes a read-only channel. */
  MEMORY(false),
  /** An {@link InputStream}, which becomes a read-only channel. */
  STREAM(false),
  /** The author's own type. */
  OWN(true);

  private final boolean writable;

  FileKind(boolean writable) {
    this.writable = writable;
  }

  /** Returns whether the library reads the file itself, through a channel. */
  public boolean isChannel() {
    return this != OWN;
  }

  /** Returns why the library never calls a kind of handler, as a clause, or nothing if it does. */
  public Optional<String> neverCalls(HandlerKind handler) {
    if (!isChannel()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (handler) {
          case READ -> "the library reads the file itself";
          case WRITE ->
              writable
                  ? "the library writes the file itself"
                  : "the file is read-only, and nothing is ever written to it";
          case SIZE -> "the library determines the file's size itself";
          case FLUSH ->
              writable
                  ? "the library flushes the file itself if its channel is a FileChannel, and other"
                      + " channels have nothing to flush"
                  : "the file is read-only, and there is never anything to flush";
          case OPEN, CLOSE, RENAME, DELETE, MESSAGE -> null;
        });
  }

  /** Returns whether the file can be written. */
  public boolean isWritable() {
    return writable;
  }
}
