package org.ioproc.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.ioproc.IoProc;
import org.ioproc.OpenRequest;

/** Procedures with a mistake that appears when something fails. */
public final class FailedSounds {

  private FailedSounds() {}

  /** Gives a file up after a call that failed. */
  @SuppressWarnings("ioproc") // Only the test creates these procedures.
  @IoProc("GIVE")
  public static final class GivesUp extends FolderProcedure {

    GivesUp(Path folder) {
      super(folder);
    }

    @Override
    int write(Sound file, ByteBuffer buffer, long position) throws IOException {
      try {
        return file.channel.write(buffer, position);
      } catch (RuntimeException refused) {
        file.channel.close();
        throw refused;
      }
    }
  }

  /** Takes damage for the end. */
  @SuppressWarnings("ioproc")
  @IoProc("DMGE")
  public static final class DamageIsTheEnd extends FolderProcedure {

    DamageIsTheEnd(Path folder) {
      super(folder);
    }

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      try {
        requireUndamaged(file, position);
      } catch (ZipException damaged) {
        return -1;
      }
      return file.channel.read(buffer, position);
    }

    /** Finds damage behind the first 5000 bytes of some files. */
    private static void requireUndamaged(Sound file, long position) throws ZipException {
      if (file.path.getFileName().toString().startsWith("damaged") && position >= 5000) {
        throw new ZipException("a checksum is wrong");
      }
    }
  }

  /** Has room for 300,000 bytes, and logs a write that fails as if that were enough. */
  @SuppressWarnings("ioproc")
  @IoProc("FULL")
  public static final class HidesAFullContainer extends FolderProcedure {

    private static final int ROOM = 300_000;

    HidesAFullContainer(Path folder) {
      super(folder);
    }

    @Override
    int write(Sound file, ByteBuffer buffer, long position) {
      int count = buffer.remaining();
      try {
        return write(file.channel, buffer, position);
      } catch (IOException full) {
        buffer.position(buffer.limit());
        return count;
      }
    }

    private static int write(FileChannel channel, ByteBuffer buffer, long position)
        throws IOException {
      if (position + buffer.remaining() > ROOM) {
        throw new IOException("the container is full");
      }
      return channel.write(buffer, position);
    }
  }

  /** Reports damage once, and takes it for the end when it is read again. */
  @SuppressWarnings("ioproc")
  @IoProc("RPTO")
  public static final class ReportsDamageOnce extends FolderProcedure {

    ReportsDamageOnce(Path folder) {
      super(folder);
    }

    private volatile boolean isReported;

    @Override
    int read(Sound file, ByteBuffer buffer, long position) throws IOException {
      try {
        DamageIsTheEnd.requireUndamaged(file, position);
      } catch (ZipException damaged) {
        if (isReported) {
          return -1;
        }
        isReported = true;
        throw damaged;
      }
      return file.channel.read(buffer, position);
    }
  }

  /** Says of a damaged file that it is missing. */
  @SuppressWarnings("ioproc")
  @IoProc("DMIS")
  public static final class DamageIsMissing extends FolderProcedure {

    DamageIsMissing(Path folder) {
      super(folder);
    }

    @Override
    Sound open(OpenRequest request) throws Exception {
      Sound opened = super.open(request);
      try {
        DamageIsTheEnd.requireUndamaged(opened, opened.channel.size());
      } catch (ZipException damaged) {
        opened.channel.close();
        throw new NoSuchFileException(opened.path.toString());
      }
      return opened;
    }
  }

  /** Empties a file for which there is no room. */
  @SuppressWarnings("ioproc")
  @IoProc("EMPF")
  public static final class EmptiesWhatHasNoRoom extends FolderProcedure {

    EmptiesWhatHasNoRoom(Path folder) {
      super(folder);
    }

    @Override
    int write(Sound file, ByteBuffer buffer, long position) throws IOException {
      try {
        return HidesAFullContainer.write(file.channel, buffer, position);
      } catch (IOException full) {
        file.channel.truncate(0);
        throw full;
      }
    }
  }
}
