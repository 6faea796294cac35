package org.ioproc.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.ioproc.IoProc;
import org.ioproc.OpenRequest;
import org.jspecify.annotations.Nullable;

/** Procedures that keep, leave behind or change what is not theirs. */
public final class LeftoverSounds {

  private LeftoverSounds() {}

  /** Interrupts its thread to remember that something was interrupted. */
  @SuppressWarnings("ioproc") // Only the test creates these procedures.
  @IoProc("STAT")
  public static final class LeavesAnInterrupt extends FolderProcedure {

    LeavesAnInterrupt(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      int count = file.channel.read(buffer, position);
      Thread.currentThread().interrupt();
      return count;
    }
  }

  /** Lowers its thread's priority, and forgets to raise it again. */
  @SuppressWarnings("ioproc")
  @IoProc("PRIO")
  public static final class LeavesAPriority extends FolderProcedure {

    LeavesAPriority(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
      return super.open(request);
    }
  }

  /** Does not close what it opens. */
  @SuppressWarnings("ioproc")
  @IoProc("LEAK")
  public static final class NeverCloses extends FolderProcedure {

    NeverCloses(Path folder) {
      super(folder);
    }

    @Override
    void close(Sound file) {}
  }

  /** Keeps the buffer of the last read, and reads the same place from it again. */
  @SuppressWarnings("ioproc")
  @IoProc("KEEP")
  public static final class KeepsItsBuffer extends FolderProcedure {

    private @Nullable Sound last;
    private @Nullable ByteBuffer kept;
    private long keptPosition;

    KeepsItsBuffer(Path folder) {
      super(folder);
    }

    @Override
    synchronized int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      if (kept != null && last == file && position == keptPosition) {
        ByteBuffer again = kept.duplicate().flip();
        if (again.remaining() >= buffer.remaining()) {
          again.limit(buffer.remaining());
          int count = again.remaining();
          buffer.put(again);
          return count;
        }
      }
      int count = file.channel.read(buffer, position);
      kept = buffer.duplicate();
      last = file;
      keptPosition = position;
      return count;
    }
  }

  /** Reads ahead into the program's buffer on another thread. */
  @SuppressWarnings("ioproc")
  @IoProc("LATE")
  public static final class FillsLater extends FolderProcedure {

    FillsLater(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      int count = (int) Math.min(buffer.remaining(), file.channel.size() - position);
      if (count <= 0) {
        return -1;
      }
      ByteBuffer later = buffer.slice().limit(count);
      buffer.position(buffer.position() + count);
      CompletableFuture<Void> unused =
          CompletableFuture.runAsync(
              () -> fill(file, later, position),
              CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS));
      return count;
    }

    private static void fill(Sound file, ByteBuffer buffer, long position) {
      try {
        int unused = file.channel.read(buffer, position);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** Refuses to close a file on another thread than the one that opened it. */
  @SuppressWarnings("ioproc")
  @IoProc("OWNR")
  public static final class ClosesOnItsThread extends FolderProcedure {

    ClosesOnItsThread(Path folder) {
      super(folder);
    }

    private final Map<Sound, Thread> owners = new ConcurrentHashMap<>();

    @Override
    Sound open(OpenRequest request) throws Exception {
      Sound opened = super.open(request);
      owners.put(opened, Thread.currentThread());
      return opened;
    }

    @Override
    void close(Sound file) throws Exception {
      file.channel.close();
      if (owners.remove(file) != Thread.currentThread()) {
        throw new IOException("another thread owns this file");
      }
    }
  }
}
