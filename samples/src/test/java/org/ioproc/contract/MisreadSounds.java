package org.ioproc.contract;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;

/** Procedures with a mistake in reading, or in the size. */
public final class MisreadSounds {

  private MisreadSounds() {}

  /** Takes "nothing has arrived yet" for the end. */
  @SuppressWarnings("ioproc") // Only the test creates these procedures.
  @IoProc("BRST")
  public static final class NothingYet extends FolderProcedure {

    private static final int BURST = 4096;

    NothingYet(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      long arrived = file.reached - position;
      file.reached = Math.max(file.reached, position) + BURST;
      if (arrived <= 0) {
        return 0;
      }
      ByteBuffer part = buffer.slice().limit((int) Math.min(arrived, buffer.remaining()));
      int count = Math.max(0, file.channel.read(part, position));
      buffer.position(buffer.position() + count);
      return count;
    }
  }

  /** Returns -1 together with the last bytes. */
  @SuppressWarnings("ioproc")
  @IoProc("LAST")
  public static final class MinusOneTooEarly extends FolderProcedure {

    MinusOneTooEarly(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      int count = file.channel.read(buffer, position);
      return position + count >= file.channel.size() ? -1 : count;
    }
  }

  /** Puts bytes at indexes, which does not move the buffer's position. */
  @SuppressWarnings("ioproc")
  @IoProc("ABSO")
  public static final class AbsolutePuts extends FolderProcedure {

    AbsolutePuts(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocate(buffer.remaining());
      int count = Math.max(0, file.channel.read(bytes, position));
      buffer.put(buffer.position(), bytes.array(), 0, count);
      return count;
    }
  }

  /** Reports the end as an error. */
  @SuppressWarnings("ioproc")
  @IoProc("EOFX")
  public static final class ThrowsAtTheEnd extends FolderProcedure {

    ThrowsAtTheEnd(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      int count = file.channel.read(buffer, position);
      if (count < 0) {
        throw new EOFException();
      }
      return count;
    }
  }

  /** Fills the rest of the buffer with silence. */
  @SuppressWarnings("ioproc")
  @IoProc("PADS")
  public static final class PadsTheEnd extends FolderProcedure {

    PadsTheEnd(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      int start = buffer.position();
      int unused = file.channel.read(buffer, position);
      buffer.put(new byte[buffer.remaining()]);
      return buffer.position() - start;
    }
  }

  /** Does not expect positions behind the end. */
  @SuppressWarnings("ioproc")
  @IoProc("BHND")
  public static final class FailsBehindTheEnd extends FolderProcedure {

    FailsBehindTheEnd(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      ByteBuffer rest = ByteBuffer.wrap(Files.readAllBytes(file.path)).position((int) position);
      rest.limit(Math.min(rest.limit(), rest.position() + buffer.remaining()));
      int count = rest.remaining();
      buffer.put(rest);
      return count;
    }
  }

  /** Returns the size of what is stored, as if it was compressed. */
  @SuppressWarnings("ioproc")
  @IoProc("CMPR")
  public static final class CompressedSize extends FolderProcedure {

    CompressedSize(Path folder) {
      super(folder);
    }

    @Override
    long size(Sound file) throws IOException {
      return file.channel.size() / 3;
    }
  }

  /** Has no method with {@code @OnSize}. */
  @SuppressWarnings("ioproc")
  @IoProc("NOSZ")
  public record NoSize(Path folder) {

    record Bytes(ByteBuffer content) {}

    @OnOpen
    Bytes open(MmioName name) throws IOException {
      Path file = folder.resolve(name.element());
      FolderProcedure.requireNoFolder(file);
      return new Bytes(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    @OnRead
    int read(Bytes file, ByteBuffer buffer, long position) {
      int count = (int) Math.min(buffer.remaining(), file.content().capacity() - position);
      if (count <= 0) {
        return -1;
      }
      buffer.put(file.content().slice((int) position, count));
      return count;
    }
  }

  /** Restores bytes by their place in the buffer, not in the file. */
  @SuppressWarnings("ioproc")
  @IoProc("SCRM")
  public static final class ScrambledFromTheBuffersStart extends FolderProcedure {

    ScrambledFromTheBuffersStart(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      int start = buffer.position();
      int count = file.channel.read(buffer, position);
      for (int i = 0; i < count; i++) {
        int key = (int) ((position + i) % 64) ^ i % 64; // Would be 0 if both were the same.
        buffer.put(start + i, (byte) (buffer.get(start + i) ^ key));
      }
      return count;
    }
  }

  /** Ignores the position, and reads on where the file was left. */
  @SuppressWarnings("ioproc")
  @IoProc("SEQU")
  public static final class ReadsOn extends FolderProcedure {

    ReadsOn(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      return file.channel.read(buffer);
    }
  }
}
