package org.ioproc.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.ioproc.FourCc;
import org.ioproc.mmio.MmioChunk;
import org.ioproc.mmio.MmioFile;
import org.jspecify.annotations.Nullable;

/** Walks the chunks of a RIFF file, and compares their sizes with the file's. */
final class ChunkList {

  private static final int HEADER = 8;
  private static final FourCc RIFF = FourCc.of("RIFF");
  private static final FourCc WAVE = FourCc.of("WAVE");

  /** A file of nothing but empty chunks must not fill the report. */
  private static final int MAX_CHUNKS = 200;

  private final Report report;
  private final MmioFile file;
  private final long length;
  private final Set<FourCc> seen = new HashSet<>();
  private int count;

  /**
   * Prepares to walk a file.
   *
   * @param length how many bytes can be read
   */
  ChunkList(Report report, MmioFile file, long length) {
    this.report = report;
    this.file = file;
    this.length = length;
  }

  void write() throws IOException {
    file.position(0);
    FourCc first = firstId();
    file.position(0);
    if (RIFF.equals(first)) {
      walk(null, length, "");
      return;
    }
    report.line(
        "chunks",
        first == null
            ? "none, because the file is too short to be a RIFF file"
            : "none, because the file begins with \"" + first + "\", and not with \"RIFF\"");
  }

  private @Nullable FourCc firstId() throws IOException {
    ByteBuffer start = ByteBuffer.allocate(4);
    file.read(start);
    return start.hasRemaining() ? null : new FourCc(Integer.reverseBytes(start.getInt(0)));
  }

  /** Walks the chunks up to a position, which is the end of their parent or of the file. */
  private void walk(@Nullable MmioChunk parent, long end, String indent) throws IOException {
    while (file.position() + HEADER <= end && count < MAX_CHUNKS) {
      MmioChunk chunk = parent == null ? file.chunks().descend() : file.chunks().descend(parent);
      count++;
      show(chunk, indent);
      long dataEnd = chunk.dataOffset() + chunk.size();
      if (dataEnd > end) {
        reportTooLong(chunk, end);
      }
      if (chunk.type() != null) {
        walk(chunk, Math.min(dataEnd, end), indent + "  ");
        requireSound(chunk);
      }
      if (chunk.end() >= end) {
        return;
      }
      chunk.close();
    }
  }

  private void show(MmioChunk chunk, String indent) {
    seen.add(chunk.id());
    report.line(
        count == 1 ? "chunks" : "",
        "%s%s%s, %s at %d"
            .formatted(
                indent,
                chunk.id(),
                chunk.type() == null ? "" : " " + chunk.type(),
                Report.bytes(chunk.size()),
                chunk.dataOffset()));
  }

  private void reportTooLong(MmioChunk chunk, long end) {
    report.problem(
        "Chunk \"%s\" at %d has %s according to its header, but only %s follow. The file is cut off, or the program that wrote it did not complete the header."
            .formatted(
                chunk.id(),
                chunk.dataOffset(),
                Report.bytes(chunk.size()),
                Report.bytes(end - chunk.dataOffset())));
  }

  private void requireSound(MmioChunk chunk) {
    if (!WAVE.equals(chunk.type()) || count >= MAX_CHUNKS) {
      return;
    }
    for (String id : new String[] {"fmt ", "data"}) {
      if (!seen.contains(FourCc.of(id))) {
        report.problem("A sound must have a chunk \"" + id + "\". This one has none.");
      }
    }
  }
}
