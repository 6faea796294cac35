package org.ioproc.samples.xyz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.ioproc.IoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.OnClose;
import org.ioproc.OnFlush;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OnSize;
import org.ioproc.OnWrite;
import org.ioproc.OpenRequest;

/**
 * Files whose bytes are veiled with a key: {@code song.xyz+key}. Whoever knows the key hears the
 * song; with another one, or none, it is noise. (A toy: this keeps nothing secret.)
 *
 * <p>It is the procedure to begin with. {@link #open} returns a type of its own, and every other
 * handler gets what it returned; an object of this class serves all files, so what belongs to one
 * file is in that type and not here. The position comes with each call, because programs seek
 * without telling.
 */
@IoProc("XYZ ")
public final class XyzIoProc {

  private static final int BLOCK = 8192;

  /** An open file, and what unveils it. */
  record VeiledFile(FileChannel channel, String key) {

    /** Veils and unveils alike. */
    byte turn(byte value, long position) {
      return (byte) (value ^ key.charAt((int) (position % key.length())));
    }
  }

  @OnOpen
  VeiledFile open(OpenRequest request) throws IOException {
    MmioName name = MmioName.of(request.rawName());
    if (name.element().isEmpty()) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND, "A veiled file is named file.xyz+key; the key is missing.");
    }
    return new VeiledFile(
        FileChannel.open(name.containerPath(), request.options()), name.element());
  }

  /** The buffer is the program's own memory, so the bytes are unveiled where they lie. */
  @OnRead
  int read(VeiledFile file, ByteBuffer buffer, long position) throws IOException {
    int start = buffer.position();
    int count = file.channel().read(buffer, position);
    for (int i = 0; i < count; i++) {
      buffer.put(start + i, file.turn(buffer.get(start + i), position + i));
    }
    return count;
  }

  /** A program's data is not ours to change, so a block at a time is veiled in a copy. */
  @OnWrite
  int write(VeiledFile file, ByteBuffer buffer, long position) throws IOException {
    ByteBuffer veiled = ByteBuffer.allocate(Math.min(buffer.remaining(), BLOCK));
    while (veiled.hasRemaining()) {
      veiled.put(file.turn(buffer.get(), position + veiled.position()));
    }
    veiled.flip();
    while (veiled.hasRemaining()) {
      file.channel().write(veiled, position + veiled.position());
    }
    return veiled.limit();
  }

  @OnSize
  long size(VeiledFile file) throws IOException {
    return file.channel().size();
  }

  @OnFlush
  void flush(VeiledFile file) throws IOException {
    file.channel().force(false);
  }

  @OnClose
  void close(VeiledFile file) throws IOException {
    file.channel().close();
  }
}
