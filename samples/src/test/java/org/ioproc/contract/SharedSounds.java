package org.ioproc.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.ioproc.IoProc;
import org.ioproc.MmioName;
import org.ioproc.OnClose;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OnSize;
import org.ioproc.OpenRequest;
import org.jspecify.annotations.Nullable;

/** Procedures with a mistake that appears when several files or threads use them. */
public final class SharedSounds {

  private SharedSounds() {}

  /** Opens the one channel in its constructor, and the library closes it with the first file. */
  @SuppressWarnings("ioproc") // Only the test creates these procedures.
  @IoProc("ONCE")
  public static final class OneChannel {

    private final SeekableByteChannel channel;

    OneChannel(Path file) throws IOException {
      this.channel = Files.newByteChannel(file);
    }

    @OnOpen
    SeekableByteChannel open(MmioName name) {
      return channel;
    }
  }

  /** Keeps the position in the procedure, where the next file finds it. */
  @SuppressWarnings("ioproc")
  @IoProc("POSN")
  public static final class PositionInTheProcedure extends FolderProcedure {

    private long next;

    PositionInTheProcedure(Path folder) {
      super(folder);
    }

    @Override
    synchronized int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      int count = file.channel.read(buffer, next);
      next += Math.max(0, count);
      return count;
    }
  }

  /** Keeps the content of the file that was opened last, for all files. */
  @SuppressWarnings("ioproc")
  @IoProc("LSTO")
  public static final class LastOpened extends FolderProcedure {

    private volatile @Nullable Sound last;

    LastOpened(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      Sound opened = super.open(request);
      last = opened;
      return opened;
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      Sound read = last;
      return (read != null && read.channel.isOpen() ? read : file).channel.read(buffer, position);
    }
  }

  /** Closes the container that all files share with the first of them. */
  @SuppressWarnings("ioproc")
  @IoProc("CLSA")
  public static final class ClosesTheContainer {

    record Part(String name) {}

    private final Path file;
    private @Nullable FileChannel container;

    ClosesTheContainer(Path file) {
      this.file = file;
    }

    @OnOpen
    synchronized Part open(MmioName name) throws IOException {
      if (container == null || !container.isOpen()) {
        container = FileChannel.open(file);
      }
      return new Part(name.element());
    }

    @OnRead
    synchronized int read(Part part, ByteBuffer buffer, long position) throws IOException {
      return container().read(buffer, position);
    }

    @OnSize
    synchronized long size(Part part) throws IOException {
      return container().size();
    }

    @OnClose
    synchronized void close(Part part) throws IOException {
      container().close();
    }

    private FileChannel container() throws IOException {
      if (container == null) {
        throw new IOException("nothing is open");
      }
      return container;
    }
  }

  /** Serves one file at a time; a second one waits for the first. */
  @SuppressWarnings("ioproc")
  @IoProc("WAIT")
  public static final class OneAtATime extends FolderProcedure {

    private final Semaphore free = new Semaphore(1);

    OneAtATime(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      free.acquire();
      try {
        return super.open(request);
      } catch (Exception failure) {
        free.release();
        throw failure;
      }
    }

    @Override
    void close(Sound file) throws Exception {
      free.release();
      super.close(file);
    }
  }

  /** Keeps what it needs to read a file in a variable of the thread that opened it. */
  @SuppressWarnings("ioproc")
  @IoProc("TLOC")
  public static final class KnownToItsThread extends FolderProcedure {

    private static final ThreadLocal<byte[]> BLOCK = new ThreadLocal<>();

    KnownToItsThread(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      BLOCK.set(new byte[4096]);
      return super.open(request);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(Objects.requireNonNull(BLOCK.get()));
      bytes.limit(Math.min(bytes.limit(), buffer.remaining()));
      int count = file.channel.read(bytes, position);
      buffer.put(bytes.flip());
      return count;
    }
  }

  /** Reads all files through one array. */
  @SuppressWarnings("ioproc")
  @IoProc("SCRT")
  public static final class OneArray extends FolderProcedure {

    private final byte[] block = new byte[65536];

    OneArray(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(block);
      bytes.limit(Math.min(bytes.limit(), buffer.remaining()));
      int count = file.channel.read(bytes, position);
      Thread.yield(); // Makes it likely that another thread comes between.
      buffer.put(bytes.flip());
      return count;
    }
  }

  /** Reads all files through one channel, which an interrupt closes for good. */
  @SuppressWarnings("ioproc")
  @IoProc("INTR")
  public static final class OneFileChannel {

    record Element(String name) {}

    private final FileChannel channel;

    OneFileChannel(Path file) throws IOException {
      this.channel = FileChannel.open(file);
    }

    @OnOpen
    Element open(MmioName name) {
      return new Element(name.element());
    }

    @OnRead
    int read(Element element, ByteBuffer buffer, long position) throws IOException {
      return channel.read(buffer, position);
    }

    @OnSize
    long size(Element element) throws IOException {
      return channel.size();
    }
  }
}
