package org.ioproc.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.ioproc.mmio.MmioFile;

/** Reads a file whole, as a player does. */
final class FileReading {

  private static final int BUFFER = 1 << 16;

  /** Some procedures have files without an end. In nanoseconds. */
  private static final long LONGEST = 30_000_000_000L;

  private static final long UNKNOWN = -1;

  private final Report report;
  private final MmioFile file;
  private boolean ended;

  FileReading(Report report, MmioFile file) {
    this.report = report;
    this.file = file;
  }

  /** Returns the number of bytes that could be read. */
  long write() throws IOException {
    long size = size();
    long begin = System.nanoTime();
    long count = read(begin);
    long time = System.nanoTime() - begin;
    report.line(
        ended ? "read whole" : "read",
        "%s in %s (%s)%s"
            .formatted(
                Report.bytes(count),
                Report.milliseconds(time),
                speed(count, time),
                ended ? "" : ", and not to its end"));
    if (ended && size != UNKNOWN && size != count) {
      report.problem(
          "A file must end at its size, because programs trust it. Its size is "
              + Report.bytes(size)
              + ", but reading ends after "
              + Report.bytes(count)
              + ".");
    }
    return count;
  }

  /** A program that does not seek from the end can do without the size. */
  private long size() {
    try {
      long size = file.size();
      report.line("size", Report.bytes(size));
      return size;
    } catch (IOException unknown) {
      report.line("size", "unknown: " + FileSection.text(unknown));
      return UNKNOWN;
    }
  }

  private long read(long begin) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    long count = 0;
    while (System.nanoTime() - begin < LONGEST) {
      int read = file.read(buffer.clear());
      if (read < BUFFER) {
        ended = true;
        return count + Math.max(read, 0);
      }
      count += read;
    }
    return count;
  }

  private static String speed(long count, long nanoseconds) {
    return String.format(Locale.ROOT, "%.1f MB/s", count * 1e3 / Math.max(nanoseconds, 1));
  }
}
