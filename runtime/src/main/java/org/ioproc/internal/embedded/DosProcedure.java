package org.ioproc.internal.embedded;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;
import static org.ioproc.MmioMessages.MMIOM_WRITE;
import static org.ioproc.MmioMessages.MMIOM_WRITEFLUSH;
import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;
import static org.ioproc.MmioMessages.MMIO_GETTEMP;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.text.ProcessPath;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The built-in procedure for ordinary files, {@code "DOS "}. The manager calls it by its address,
 * like any other. It keeps the number of each open file in {@code adwInfo[0]}.
 */
final class DosProcedure implements IoProcedure {

  private static final int FILE = 0;

  private final Map<Integer, DosFile> files = new ConcurrentHashMap<>();
  private final AtomicInteger lastFile = new AtomicInteger();

  private volatile @Nullable DosFile last;

  private DosProcedure() {}

  static long address() {
    return Entry.ADDRESS;
  }

  private static final class Entry {
    static final long ADDRESS = Transport.current().stub(new DosProcedure());
  }

  @Override
  public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
    boolean interrupted = Thread.interrupted(); // An interrupt would close the file's channel.
    try {
      return dispatch(lpmmioinfo, message, lParam1, lParam2);
    } catch (Throwable failure) { // Even an Error must become an answer: the caller may be in C.
      long result = DosErrors.result(message, failure);
      LastFailure.set(failure);
      return result;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private long dispatch(long lpmmioinfo, int message, long lParam1, long lParam2)
      throws IOException {
    return switch (message) {
      case MMIOM_READ -> file(lpmmioinfo).read(lParam1, count(lParam1, lParam2));
      case MMIOM_WRITE -> file(lpmmioinfo).write(lParam1, count(lParam1, lParam2));
      case MMIOM_WRITEFLUSH -> {
        DosFile file = file(lpmmioinfo);
        int written = file.write(lParam1, count(lParam1, lParam2));
        file.force();
        yield written;
      }
      case MMIOM_SEEK -> file(lpmmioinfo).seek(lParam1, (int) lParam2);
      case MMIOM_OPEN -> open(MmioInfo.at(lpmmioinfo), lParam1);
      case MMIOM_CLOSE -> close(MmioInfo.at(lpmmioinfo));
      case MMIOM_RENAME -> rename(lParam1, lParam2);
      default -> 0;
    };
  }

  private static int count(long address, long count) throws MmioException {
    if (count < 0 || count > Integer.MAX_VALUE || (address == 0 && count > 0)) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER,
          "A count must be 0 to 2147483647, and come with a buffer; this one is "
              + count
              + (address == 0 ? ", and the pointer is NULL." : "."));
    }
    return (int) count;
  }

  private long open(MmioInfo info, long name) throws IOException {
    int flags = info.flags();
    if ((flags & (MMIO_GETTEMP | MMIO_EXIST)) == MMIO_GETTEMP) {
      throw new MmioException(
          MmioError.CANNOT_OPEN, "MMIO_GETTEMP is not supported for ordinary files.");
    }
    Path path = path(name);
    if ((flags & MMIO_EXIST) != 0) {
      info.info(FILE, 0);
      DosErrors.requireFile(path);
    } else if ((flags & MMIO_DELETE) != 0) {
      delete(path);
    } else {
      int number = lastFile.updateAndGet(last -> last == Integer.MAX_VALUE ? 1 : last + 1);
      add(new DosOpening(path, info, number).open());
      info.info(FILE, number);
      info.diskOffset(0);
    }
    return 0;
  }

  private void add(DosFile file) throws IOException {
    boolean added = false;
    try {
      files.put(file.number(), file);
      added = true;
    } finally {
      if (!added) {
        file.close();
      }
    }
  }

  private long close(MmioInfo info) throws IOException {
    DosFile file = files.remove(info.info(FILE));
    if (file != null) { // MMIO_EXIST leaves nothing open.
      file.close();
    }
    return 0;
  }

  private static void delete(Path path) throws IOException {
    DosErrors.requireFile(path);
    DosShare alone = DosShare.alone(path);
    try {
      Files.delete(path);
    } finally {
      alone.end();
    }
  }

  private static long rename(long from, long to) throws IOException {
    Path source = path(from);
    DosShare alone = DosShare.alone(source);
    try {
      move(source, path(to));
    } finally {
      alone.end();
    }
    return 0;
  }

  /** Refuses a target that is another name of the same file, where Java would do nothing. */
  private static void move(Path source, Path target) throws IOException {
    if (Files.exists(target, NOFOLLOW_LINKS) && !isSameName(source, target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Files.move(source, target);
  }

  private static boolean isSameName(Path one, Path other) throws IOException {
    return one.toRealPath(NOFOLLOW_LINKS).equals(other.toRealPath(NOFOLLOW_LINKS));
  }

  private static Path path(long name) throws IOException {
    String text = AnsiText.at(name);
    if (text.isEmpty()) {
      throw new MmioException(MmioError.FILE_NOT_FOUND, "An ordinary file must have a name.");
    }
    return ProcessPath.toOpen(text);
  }

  /** Finds a message's file. Most messages are for the same file as the previous one. */
  private DosFile file(long lpmmioinfo) throws MmioException {
    DosFile recent = last;
    if (recent != null && recent.info().isAt(lpmmioinfo) && isOpen(recent)) {
      return recent;
    }
    int number = MmioInfo.at(lpmmioinfo).info(FILE);
    DosFile file = files.get(number);
    if (file == null || !file.info().isAt(lpmmioinfo)) {
      throw new MmioException(
          MmioError.INVALID_HANDLE,
          "adwInfo[0] must be the number of this open file; " + number + " is not.");
    }
    last = file;
    return file;
  }

  private static boolean isOpen(DosFile file) {
    return file.isOpen() && file.info().info(FILE) == file.number();
  }
}
