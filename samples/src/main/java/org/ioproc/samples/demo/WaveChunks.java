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
 * The chunks of a WAV file, whose sizes are not trusted. A program that writes to a pipe cannot go
 * back to fill them in and leaves 0 or a very large number; a file may also be truncated. The sound
 * then ends with the file.
 *
 * <p>Sources: Microsoft, "Resource Interchange File Format Services"; EBU Tech 3306 for RF64, which
 * stores the sizes in a chunk {@code ds64}.
 */
final class WaveChunks {

  private static final FourCc WAVE = FourCc.of("WAVE");
  private static final FourCc DATA = FourCc.of("data");
  private static final FourCc DS64 = FourCc.of("ds64");
  private static final List<FourCc> WIDE = List.of(FourCc.of("RF64"), FourCc.of("BW64"));

  private static final int HEADER = 8;

  /** The size in a chunk's header if {@code ds64} contains the real size. */
  private static final long SEE_DS64 = 0xFFFFFFFFL;

  /** Too large for any file that mmio opens. A smaller size may once have been right. */
  private static final long TOO_LARGE = 0x7FFF0000L;

  /** Bounds the work for a file that ends in zeros, which are an empty chunk every 8 bytes. */
  private static final int MAX_CHUNKS = 10_000;

  private static final int MAX_SHOWN = 10;

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

  /** Reads the RIFF header. In RF64, {@code ds64} comes first and has sizes of 64 bits. */
  private static WaveChunks begin(MmioFile file) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(36).order(ByteOrder.LITTLE_ENDIAN);
    boolean whole = file.read(start) == start.capacity();
    FourCc id = new FourCc(start.getInt(0));
    boolean wide = WIDE.contains(id) && start.getInt(8) == WAVE.value();
    if (whole && wide && start.getInt(12) == DS64.value()) {
      MmioChunk riff = file.position(0).chunks().descend();
      file.position(12);
      return new WaveChunks(riff, start.getLong(20), start.getLong(28), file.size());
    }
    file.position(0);
    MmioChunk riff = file.chunks().findRiff(WAVE);
    return new WaveChunks(riff, riff.size(), 0, file.size());
  }

  /** Finds all chunks. It sets the position itself, because mmioAscend trusts the sizes. */
  private void walk(MmioFile file) throws IOException {
    long end = Math.min(end(), fileSize);
    long next = file.position();
    while (next + HEADER <= end && all.size() < MAX_CHUNKS) {
      file.position(next);
      MmioChunk chunk = file.chunks().descend();
      all.add(chunk);
      long size = sizeInFile(chunk);
      next = chunk.dataOffset() + size + (size & 1);
    }
    complete = next + HEADER > end;
  }

  /** Returns whether the RIFF chunk can have the size it claims; a last pad byte may be missing. */
  private boolean hasEnd() {
    return riffSize > Integer.BYTES && riffSize <= fileSize + 1 - riff.dataOffset();
  }

  private long end() {
    return hasEnd() ? riff.dataOffset() + riffSize : fileSize;
  }

  /** Returns how many bytes of a chunk's data are in the file. */
  long sizeInFile(MmioChunk chunk) {
    long left = fileSize - chunk.dataOffset();
    long size = claimedSize(chunk);
    return size < 0 || size > left || isOpen(chunk) ? left : size;
  }

  /** Returns whether the chunk's size is 0 because no program filled it in: nothing follows it. */
  private boolean isOpen(MmioChunk chunk) {
    boolean last = !hasEnd() || end() <= chunk.dataOffset();
    return claimedSize(chunk) == 0 && chunk.id().equals(DATA) && last;
  }

  private long claimedSize(MmioChunk chunk) {
    if (chunk.equals(riff)) {
      return riffSize;
    }
    boolean wide = chunk.size() == SEE_DS64 && chunk.id().equals(DATA) && ds64DataSize != 0;
    return wide ? ds64DataSize : chunk.size();
  }

  /** Returns the first chunk with an id. */
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

  /** Describes what is wrong with the chunks, one line each. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (!hasEnd()) {
      remarks.add(remark(riff, fileSize - riff.dataOffset()));
    }
    for (MmioChunk chunk : all.subList(1, all.size())) {
      long sizeInFile = sizeInFile(chunk);
      if (sizeInFile != claimedSize(chunk)) {
        remarks.add(remark(chunk, sizeInFile));
      } else if (chunk.dataOffset() + sizeInFile > end() + 1) {
        remarks.add(
            "chunk " + chunk.id() + " continues after the end that " + riff.id() + " claims");
      }
    }
    if (all.stream().filter(chunk -> chunk.id().equals(DATA)).count() > 1) {
      remarks.add("there is more than one chunk " + DATA + "; the first was read");
    }
    if (!complete) {
      remarks.add("there are more chunks, which were not read");
    }
    return remarks;
  }

  private String remark(MmioChunk chunk, long sizeInFile) {
    long claimed = claimedSize(chunk);
    boolean neverSet = claimed <= Integer.BYTES || claimed >= TOO_LARGE;
    return String.format(
        Locale.ROOT,
        "chunk %s claims %,d bytes, %s; the file has %,d",
        chunk.id(),
        new BigInteger(Long.toUnsignedString(claimed)),
        neverSet ? "as if written to a pipe" : "so the file is cut short",
        sizeInFile);
  }

  /** Lists the first chunks, with the sizes that they claim. */
  @Override
  public String toString() {
    String first =
        all.stream().limit(MAX_SHOWN).map(WaveChunks::shown).collect(Collectors.joining(", "));
    int more = all.size() - MAX_SHOWN;
    return first + " bytes" + (more > 0 ? String.format(Locale.ROOT, ", and %,d more", more) : "");
  }

  /** Shows a chunk. Ids of fewer than four letters end in spaces, which are left out. */
  private static String shown(MmioChunk chunk) {
    String id = chunk.id().toString().strip();
    return String.format(
        Locale.ROOT,
        "%s%s %,d",
        id.isEmpty() ? "(four spaces)" : id,
        WIDE.contains(chunk.id()) ? " " + WAVE : chunk.type() == null ? "" : " " + chunk.type(),
        chunk.size());
  }
}
