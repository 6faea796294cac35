package org.ioproc.wrapper.tool.jar;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/** Bytes that can be read at any position. */
interface Source {

  long size() throws IOException;

  /** Reads bytes that must exist. */
  byte[] read(long position, int length) throws IOException;

  /** Reads bytes as a buffer, in the byte order of zip files. */
  default ByteBuffer buffer(long position, int length) throws IOException {
    return ByteBuffer.wrap(read(position, length)).order(ByteOrder.LITTLE_ENDIAN);
  }

  static Source of(byte[] bytes) {
    return new Source() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public byte[] read(long position, int length) {
        return Arrays.copyOfRange(bytes, (int) position, (int) position + length);
      }
    };
  }

  static Source of(FileChannel channel) {
    return new Source() {
      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public byte[] read(long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
          if (channel.read(bytes, position + bytes.position()) < 0) {
            throw new EOFException("the file became shorter");
          }
        }
        return bytes.array();
      }
    };
  }
}
