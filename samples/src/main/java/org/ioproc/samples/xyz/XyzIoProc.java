package org.ioproc.samples.xyz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Files that are scrambled with a key: {@code song.xyz+key}. With the right key a program hears the
 * song, with any other key it hears noise. (This is a toy and keeps nothing secret.)
 *
 * <p>Start with this sample. {@link #open} returns a custom type, {@link ScrambledFile}, and the
 * other handlers get the object that {@code open} returned. One instance of this class serves all
 * files, so the state of a file belongs in {@code ScrambledFile}. Each read and write has a
 * position, in bytes from the start of the file, so there is no handler for seeking.
 */
@IoProc("XYZ ")
public final class XyzIoProc {

  private static final int BLOCK = 8192;

  /** An open file and the key that it is scrambled with. */
  record ScrambledFile(FileChannel channel, String key) {

    /** Scrambles a byte, or restores a scrambled one. */
    byte scramble(byte value, long position) {
      return (byte) (value ^ key.charAt((int) (position % key.length())));
    }
  }

  @OnOpen
  ScrambledFile open(OpenRequest request) throws IOException {
    MmioName name = request.name();
    if (name.element().isEmpty()) {
      throw new MmioException(
          MmioError.FILE_NOT_FOUND,
          "A name must end with the key, as in file.xyz+key; \"" + name + "\" has no key.");
    }
    Path path = name.containerPath();
    if (Files.isDirectory(path)) { // On Linux, Java would open it, and fail when it is read.
      throw new MmioException(MmioError.ACCESS_DENIED, path + " is a folder.");
    }
    return new ScrambledFile(FileChannel.open(path, request.options()), name.element());
  }

  /** Reads into the program's own memory and restores the bytes there. */
  @OnRead
  int read(ScrambledFile file, ByteBuffer buffer, long position) throws IOException {
    int start = buffer.position();
    int count = file.channel().read(buffer, position);
    for (int i = 0; i < count; i++) {
      buffer.put(start + i, file.scramble(buffer.get(start + i), position + i));
    }
    return count;
  }

  /** Scrambles a copy of up to one block: the buffer is the program's and must not change. */
  @OnWrite
  int write(ScrambledFile file, ByteBuffer buffer, long position) throws IOException {
    ByteBuffer scrambled = ByteBuffer.allocate(Math.min(buffer.remaining(), BLOCK));
    while (scrambled.hasRemaining()) {
      scrambled.put(file.scramble(buffer.get(), position + scrambled.position()));
    }
    scrambled.flip();
    while (scrambled.hasRemaining()) {
      file.channel().write(scrambled, position + scrambled.position());
    }
    return scrambled.limit();
  }

  @OnSize
  long size(ScrambledFile file) throws IOException {
    return file.channel().size();
  }

  @OnFlush
  void flush(ScrambledFile file) throws IOException {
    file.channel().force(false);
  }

  @OnClose
  void close(ScrambledFile file) throws IOException {
    file.channel().close();
  }
}
