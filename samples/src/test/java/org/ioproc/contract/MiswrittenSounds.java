package org.ioproc.contract;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;

/** Procedures with a mistake in writing, renaming or deleting. */
public final class MiswrittenSounds {

  private MiswrittenSounds() {}

  /** Says that it has taken all bytes, after it has taken one block. */
  @SuppressWarnings("ioproc") // Only the test creates these procedures.
  @IoProc("LOSE")
  public static final class WritesOneBlock extends FolderProcedure {

    WritesOneBlock(Path folder) {
      super(folder);
    }

    @Override
    int write(Sound file, ByteBuffer buffer, long position) throws IOException {
      int count = buffer.remaining();
      int block = Math.min(count, 4096);
      int unused = file.channel.write(buffer.slice(buffer.position(), block), position);
      buffer.position(buffer.limit());
      return count;
    }
  }

  /** Keeps the buffers and writes their bytes when the file is closed. */
  @SuppressWarnings("ioproc")
  @IoProc("PEND")
  public static final class KeepsWhatIsWritten extends FolderProcedure {

    private final Map<Sound, TreeMap<Long, ByteBuffer>> pending = new ConcurrentHashMap<>();

    KeepsWhatIsWritten(Path folder) {
      super(folder);
    }

    @Override
    int write(Sound file, ByteBuffer buffer, long position) {
      pending.computeIfAbsent(file, none -> new TreeMap<>()).put(position, buffer.slice());
      int count = buffer.remaining();
      buffer.position(buffer.limit());
      return count;
    }

    @Override
    void close(Sound file) throws Exception {
      Map<Long, ByteBuffer> writes = pending.remove(file);
      if (writes != null) {
        for (Map.Entry<Long, ByteBuffer> write : writes.entrySet()) {
          int unused = file.channel.write(write.getValue(), write.getKey());
        }
      }
      super.close(file);
    }
  }

  /** Leaves the old content in a file that is created again. */
  @SuppressWarnings("ioproc")
  @IoProc("TAIL")
  public static final class KeepsTheOldTail extends FolderProcedure {

    KeepsTheOldTail(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      Path path = path(request.name());
      return request.creates()
          ? new Sound(path, FileChannel.open(path, READ, WRITE, CREATE))
          : super.open(request);
    }
  }

  /** Appends everything that is written. */
  @SuppressWarnings("ioproc")
  @IoProc("APPD")
  public static final class Appends extends FolderProcedure {

    Appends(Path folder) {
      super(folder);
    }

    @Override
    int write(Sound file, ByteBuffer buffer, long position) throws IOException {
      return file.channel.write(buffer, file.channel.size());
    }
  }

  /** Writes a new file like a stream, and ignores positions before its end. */
  @SuppressWarnings("ioproc")
  @IoProc("STRM")
  public static final class StreamsNewFiles extends FolderProcedure {

    private final List<Sound> created = new ArrayList<>();

    StreamsNewFiles(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      Sound opened = super.open(request);
      if (request.creates() && !request.reads()) {
        synchronized (created) {
          created.add(opened);
        }
      }
      return opened;
    }

    @Override
    int write(Sound file, ByteBuffer buffer, long position) throws IOException {
      boolean isNew;
      synchronized (created) {
        isNew = created.contains(file);
      }
      return file.channel.write(buffer, isNew ? file.channel.size() : position);
    }
  }

  /** Puts what is written behind the end at the end. */
  @SuppressWarnings("ioproc")
  @IoProc("NGAP")
  public static final class LeavesNoGap extends FolderProcedure {

    LeavesNoGap(Path folder) {
      super(folder);
    }

    @Override
    int write(Sound file, ByteBuffer buffer, long position) throws IOException {
      return file.channel.write(buffer, Math.min(position, file.channel.size()));
    }
  }

  /** Collects what is written in memory, and reads from the file. */
  @SuppressWarnings("ioproc")
  @IoProc("MEMO")
  public static final class WritesAtClose extends FolderProcedure {

    private final Map<Sound, TreeMap<Long, byte[]>> pending = new ConcurrentHashMap<>();

    WritesAtClose(Path folder) {
      super(folder);
    }

    @Override
    int write(Sound file, ByteBuffer buffer, long position) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      pending.computeIfAbsent(file, none -> new TreeMap<>()).put(position, bytes);
      return bytes.length;
    }

    @Override
    void close(Sound file) throws Exception {
      TreeMap<Long, byte[]> writes = pending.remove(file);
      if (writes != null) {
        for (Map.Entry<Long, byte[]> write : writes.entrySet()) {
          int unused = file.channel.write(ByteBuffer.wrap(write.getValue()), write.getKey());
        }
      }
      super.close(file);
    }
  }

  /** Copies a file instead of renaming it. */
  @SuppressWarnings("ioproc")
  @IoProc("COPY")
  public static final class Copies extends FolderProcedure {

    Copies(Path folder) {
      super(folder);
    }

    @Override
    void rename(MmioName from, MmioName to) throws IOException {
      Path unused = Files.copy(path(from), path(to));
    }
  }

  /** Replaces a file that already has the new name. */
  @SuppressWarnings("ioproc")
  @IoProc("REPL")
  public static final class Replaces extends FolderProcedure {

    Replaces(Path folder) {
      super(folder);
    }

    @Override
    void rename(MmioName from, MmioName to) throws IOException {
      Path unused = Files.move(path(from), path(to), REPLACE_EXISTING);
    }
  }

  /** Says that it has deleted a file, whether or not it could. */
  @SuppressWarnings("ioproc")
  @IoProc("DELE")
  public static final class DeletesNothing extends FolderProcedure {

    DeletesNothing(Path folder) {
      super(folder);
    }

    @Override
    void delete(MmioName name) throws IOException {
      boolean unused = path(name).toFile().getParentFile().delete();
    }
  }
}
