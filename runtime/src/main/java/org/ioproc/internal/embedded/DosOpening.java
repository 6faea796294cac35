package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_RWMODE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.jspecify.annotations.Nullable;

/**
 * Opens an ordinary file. A share belongs to the file and not to its name, so the file must exist
 * before its share is claimed, and the share must be claimed before the file is truncated. If
 * another process replaces the file in the meantime, opening starts over.
 */
final class DosOpening {

  private static final int MAX_ATTEMPTS = 100;

  private final Path path;
  private final MmioInfo info;
  private final int number;
  private final boolean creates;

  DosOpening(Path path, MmioInfo info, int number) {
    this.path = path;
    this.info = info;
    this.number = number;
    this.creates = (info.flags() & MMIO_CREATE) != 0;
  }

  DosFile open() throws IOException {
    if (Files.isDirectory(path)) {
      throw new MmioException(MmioError.ACCESS_DENIED, path + " is a folder.");
    }
    DosFile file = null;
    for (int i = 0; file == null && i < MAX_ATTEMPTS; i++) {
      createIfMissing();
      file = tryOpen();
    }
    if (file == null) {
      throw new MmioException(
          MmioError.SHARING_VIOLATION, path + " was replaced during each attempt to open it.");
    }
    return file;
  }

  private void createIfMissing() throws IOException {
    if (creates && !Files.exists(path)) {
      FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE).close();
    }
  }

  /** Returns null if the file was replaced, or if a file to create was deleted meanwhile. */
  private @Nullable DosFile tryOpen() throws IOException {
    try {
      return open(DosShare.claim(path, info.flags()));
    } catch (NoSuchFileException gone) {
      if (!creates) {
        throw gone;
      }
      return null;
    }
  }

  private @Nullable DosFile open(DosShare share) throws IOException {
    FileChannel channel = null;
    DosFile file = null;
    try {
      channel = FileChannel.open(path, options());
      if (share.isOf(path)) {
        truncateIfCreated(channel);
        file = new DosFile(channel, share, info, number);
      }
      return file;
    } finally {
      if (file == null) {
        share.end();
        close(channel);
      }
    }
  }

  private Set<OpenOption> options() {
    Set<OpenOption> options = new HashSet<>();
    if (DosShare.reads(info.flags())) {
      options.add(StandardOpenOption.READ);
    }
    if (creates || (info.flags() & MMIO_RWMODE) != 0) {
      options.add(StandardOpenOption.WRITE);
    }
    return options;
  }

  private void truncateIfCreated(FileChannel channel) throws IOException {
    if (creates) {
      channel.truncate(0);
    }
  }

  private static void close(@Nullable FileChannel channel) throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
