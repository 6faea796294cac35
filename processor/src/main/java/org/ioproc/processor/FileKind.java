package org.ioproc.processor;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** What {@code @OnOpen} returns, by what the library does with it. */
enum FileKind {
  /** A {@link SeekableByteChannel}. */
  CHANNEL(true),
  /** A {@link Path}, which becomes a channel. */
  PATH(true),
  /** A {@link ByteBuffer} or {@code byte[]}, which becomes a channel that only reads. */
  MEMORY(false),
  /** The author's own type. */
  OWN(true);

  private final boolean writable;

  FileKind(boolean writable) {
    this.writable = writable;
  }

  /** Whether the library reads the file by itself. */
  boolean isChannel() {
    return this != OWN;
  }

  /** Whether the library does what such a handler would do. */
  boolean does(HandlerKind handler) {
    return switch (handler) {
      case READ, WRITE, SIZE, FLUSH, CLOSE -> isChannel();
      case OPEN, RENAME, DELETE, MESSAGE -> false;
    };
  }

  /** Whether messages that write make sense. */
  boolean isWritable() {
    return writable;
  }
}
