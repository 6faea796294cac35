package org.ioproc.internal.embedded;

import static org.ioproc.internal.winmm.MmioFunctions.MMIO_FINDCHUNK;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_FINDLIST;
import static org.ioproc.internal.winmm.MmioFunctions.MMIO_FINDRIFF;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.internal.transport.Transport;
import org.ioproc.internal.winmm.MmckInfo;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chunks of a RIFF file. Sizes are unsigned and every step goes forward, so a file with
 * wrong sizes ends a search and cannot keep it going.
 *
 * <p>Source: Microsoft, "mmioDescend function" and "mmioAscend function".
 */
final class ChunkWalker {

  private static final int RIFF = FourCc.of("RIFF").value();
  private static final int LIST = FourCc.of("LIST").value();

  /** The chunk's id and size. */
  private static final int HEADER = 8;

  /** The same with a form or a list type. */
  private static final int LONG_HEADER = 12;

  private final OpenFile file;

  ChunkWalker(OpenFile file) {
    this.file = file;
  }

  /** 0, or an error code; what is looked for is in the chunk that is filled in. */
  int descend(MmckInfo chunk, @Nullable MmckInfo parent, int flags) {
    int id = chunk.chunkId();
    int type = chunk.type();
    int start = file.seek(0, Storage.SEEK_CUR);
    int position = start;
    while (position >= 0 && isInside(position, parent) && readHeader(chunk, position)) {
      if (matches(chunk, id, type, flags)) {
        return enter(chunk);
      }
      position = seek(end(chunk));
    }
    if (start >= 0 && !isSearch(flags)) {
      file.seek(start, Storage.SEEK_SET);
    }
    return MmioError.CHUNK_NOT_FOUND.code();
  }

  private static boolean isInside(int position, @Nullable MmckInfo parent) {
    if (parent == null) {
      return true;
    }
    long begin = Integer.toUnsignedLong(parent.dataOffset());
    return position >= begin && position < begin + Integer.toUnsignedLong(parent.size());
  }

  /** False at the end of the file, or what is too close to it for a chunk. */
  private boolean readHeader(MmckInfo chunk, int position) {
    ByteBuffer header = ByteBuffer.allocateDirect(LONG_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    int read;
    try {
      read = file.read(Transport.current().memory().address(header), LONG_HEADER);
    } finally {
      Reference.reachabilityFence(header);
    }
    chunk.chunkId(header.getInt(0));
    chunk.size(header.getInt(4));
    chunk.type(isList(chunk) ? header.getInt(HEADER) : 0);
    chunk.dataOffset(position + HEADER);
    chunk.flags(0);
    return read >= (isList(chunk) ? LONG_HEADER : HEADER);
  }

  private static boolean isList(MmckInfo chunk) {
    return chunk.chunkId() == RIFF || chunk.chunkId() == LIST;
  }

  private static boolean isSearch(int flags) {
    return (flags & (MMIO_FINDCHUNK | MMIO_FINDRIFF | MMIO_FINDLIST)) != 0;
  }

  private static boolean matches(MmckInfo chunk, int id, int type, int flags) {
    boolean sameType = type == 0 || chunk.type() == type;
    if ((flags & MMIO_FINDLIST) != 0) {
      return chunk.chunkId() == LIST && sameType;
    }
    if ((flags & MMIO_FINDRIFF) != 0) {
      return chunk.chunkId() == RIFF && sameType;
    }
    return (flags & MMIO_FINDCHUNK) == 0 || chunk.chunkId() == id;
  }

  /** The position is then after the header, and after the type if there is one. */
  private int enter(MmckInfo chunk) {
    return isList(chunk) || seek(chunk.dataOffset()) >= 0 ? 0 : MmioError.CHUNK_NOT_FOUND.code();
  }

  /** 0, or an error code. */
  int ascend(MmckInfo chunk) {
    return seek(end(chunk)) >= 0 ? 0 : MmioError.CANNOT_SEEK.code();
  }

  /** Where the next chunk begins: chunks are padded to even sizes. */
  private static long end(MmckInfo chunk) {
    long size = Integer.toUnsignedLong(chunk.size());
    return Integer.toUnsignedLong(chunk.dataOffset()) + size + (size & 1);
  }

  private int seek(long position) {
    return position > Integer.MAX_VALUE ? -1 : file.seek((int) position, Storage.SEEK_SET);
  }
}
