package org.ioproc.samples.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.mmio.MmioChunk;
import org.ioproc.mmio.MmioFile;

/**
 * The chunks of a WAV file, read without trust in their sizes. A program that writes to a pipe
 * cannot come back to fill them in and leaves 0 or a very large number; a copy may be cut short.
 * The sound then ends where the file does.
 *
 * <p>Sources: Microsoft, "Resource Interchange File Format Services"; EBU Tech 3306 for RF64, which
 * has its sizes in a chunk {@code ds64}.
 */
final class WaveChunks {

  private static final FourCc WAVE = FourCc.of("WAVE");
  private static final FourCc DATA = FourCc.of("data");
  private static final FourCc DS64 = FourCc.of("ds64");
  private static final List<FourCc> WIDE = List.of(FourCc.of("RF64"), FourCc.of("BW64"));

  private static final int HEADER = 8;

  /** The size in a chunk's header that refers to {@code ds64}. */
  private static final long SEE_DS64 = 0xFFFFFFFFL;

  /** More than a file has room for that mmio opens; a smaller one may once have been true. */
  private static final long TOO_LARGE = 0x7FFF0000L;

  /** A file that ends in zeros has an empty chunk every 8 bytes. */
  private static final int MOST = 10_000;

  private static final int MOST_SHOWN = 10;

  private final MmioChunk riff;
  private final long riffSize;
  private final long ds64DataSize;
  private final long fileSize;
  private final List<MmioChunk> all = new ArrayList<>();
  private boolean complete;

  private WaveChunks(MmioChunk riff, long riffSize, long ds64DataSize, long fileSize) {
    this.riff = riff;
    this.riffSize = riffSize;
    this.ds64DataSize = ds64DataSize;
    this.fileSize = fileSize;
    all.add(riff);
  }

  static WaveChunks of(MmioFile file) throws IOException {
    WaveChunks chunks = begin(file);
    chunks.walk(file);
    return chunks;
  }

  /** Sizes in {@code ds64} are of 64 bits, and at fixed places since it is the first chunk. */
  private static WaveChunks begin(MmioFile file) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
    boolean whole = file.read(start) == start.capacity();
    FourCc id = new FourCc(start.getInt(0));
    boolean wide = WIDE.contains(id) && start.getInt(8) == WAVE.value();
    if (whole && wide && start.getInt(12) == DS64.value()) {
      MmioChunk riff = new MmioChunk(id, SEE_DS64, WAVE, HEADER);
      file.position(12);
      return new WaveChunks(riff, start.getLong(20), start.getLong(28), file.size());
    }
    file.position(0);
    MmioChunk riff = file.findRiff(WAVE);
    return new WaveChunks(riff, riff.size(), 0, file.size());
  }

  /** mmioAscend would go where a size says; so the position is set here. */
  private void walk(MmioFile file) throws IOException {
    long end = Math.min(end(), fileSize);
    long next = file.position();
    while (next + HEADER <= end && all.size() < MOST) {
      file.position(next);
      MmioChunk chunk = file.descend();
      all.add(chunk);
      long size = sizeThere(chunk);
      next = chunk.dataOffset() + size + (size & 1);
    }
    complete = next + HEADER > end;
  }

  /** Whether the outermost chunk can have the size it claims; a last pad byte may be missing. */
  private boolean hasEnd() {
    return riffSize > Integer.BYTES && riffSize <= fileSize + 1 - riff.dataOffset();
  }

  private long end() {
    return hasEnd() ? riff.dataOffset() + riffSize : fileSize;
  }

  /** The bytes of a chunk's data that are in the file. */
  long sizeThere(MmioChunk chunk) {
    long left = fileSize - chunk.dataOffset();
    long size = sizeClaimed(chunk);
    return size < 0 || size > left || isOpen(chunk) ? left : size;
  }

  /** A chunk without bytes is right where the outermost one goes on after it. */
  private boolean isOpen(MmioChunk chunk) {
    boolean last = !hasEnd() || end() <= chunk.dataOffset();
    return sizeClaimed(chunk) == 0 && chunk.id().equals(DATA) && last;
  }

  private long sizeClaimed(MmioChunk chunk) {
    if (chunk.equals(riff)) {
      return riffSize;
    }
    boolean wide = chunk.size() == SEE_DS64 && chunk.id().equals(DATA) && ds64DataSize != 0;
    return wide ? ds64DataSize : chunk.size();
  }

  /** The first chunk of an id. */
  MmioChunk require(String id) throws MmioException {
    return all.stream()
        .filter(chunk -> chunk.id().equals(FourCc.of(id)))
        .findFirst()
        .orElseThrow(
            () ->
                new MmioException(
                    MmioError.CHUNK_NOT_FOUND,
                    "the file has no chunk \"" + id + "\"; its chunks are " + this));
  }

  /** What is wrong with the header, a line each. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!hasEnd()) {
      remarks.add(remark(riff, fileSize - riff.dataOffset()));
    }
    for (MmioChunk chunk : all.subList(1, all.size())) {
      long there = sizeThere(chunk);
      if (there != sizeClaimed(chunk)) {
        remarks.add(remark(chunk, there));
      } else if (chunk.dataOffset() + there > end() + 1) {
        remarks.add("chunk " + chunk.id() + " goes on after the end that " + riff.id() + " claims");
      }
    }
    if (all.stream().filter(chunk -> chunk.id().equals(DATA)).count() > 1) {
      remarks.add("there is more than one chunk " + DATA + "; the first was read");
    }
    if (!complete) {
      remarks.add("there are more chunks, which were not looked at");
    }
    return remarks;
  }

  private String remark(MmioChunk chunk, long there) {
    long claimed = sizeClaimed(chunk);
    boolean neverSet = claimed <= Integer.BYTES || claimed >= TOO_LARGE;
    return String.format(
        Locale.ROOT,
        "chunk %s claims %,d bytes, %s; the file has %,d",
        chunk.id(),
        new BigInteger(Long.toUnsignedString(claimed)),
        neverSet ? "as if written to a pipe" : "so the file is cut short",
        there);
  }

  /** The first chunks and their sizes as the file has them, for a person. */
  @Override
  public String toString() {
    String first =
        all.stream().limit(MOST_SHOWN).map(WaveChunks::shown).collect(Collectors.joining(", "));
    int more = all.size() - MOST_SHOWN;
    return first + " bytes" + (more > 0 ? String.format(Locale.ROOT, ", and %,d more", more) : "");
  }

  /** An id ends in spaces where a word is short. */
  private static String shown(MmioChunk chunk) {
    String id = chunk.id().toString().strip();
    return String.format(
        Locale.ROOT,
        "%s%s %,d",
        id.isEmpty() ? "(four spaces)" : id,
        chunk.type() == null ? "" : " " + chunk.type(),
        chunk.size());
  }
}
