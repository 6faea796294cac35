package org.ioproc.internal.embedded;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATELIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_CREATERIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_DIRTY;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDCHUNK;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDLIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDRIFF;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_CUR;
import static org.ioproc.internal.mmsystem.MmioConstants.SEEK_SET;

import java.nio.ByteBuffer;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.ioproc.internal.transport.Held;
import org.jspecify.annotations.Nullable;

/**
 * Finds and creates the chunks of a RIFF file. Sizes are unsigned and every step goes forward, so
 * corrupt sizes can end a search but never make it loop.
 *
 * <p>Source: Microsoft, "mmioDescend function", "mmioAscend function" and "mmioCreateChunk
 * function".
 */
final class ChunkWalker {

  private static final int RIFF = FourCc.of("RIFF").value();
  private static final int LIST = FourCc.of("LIST").value();

  /** The bytes of an id and a size. */
  private static final int HEADER = 8;

  /** The bytes of an id, a size and a form or list type. */
  private static final int LONG_HEADER = 12;

  /** The bytes of a size, and also of the id before it. */
  private static final int SIZE_BYTES = 4;

  private static final ByteBuffer PAD = ByteBuffer.allocateDirect(1);

  private final ManagedFile file;

  ChunkWalker(ManagedFile file) {
    this.file = file;
  }

  /**
   * Searches for the id or type that the program has put into the chunk, and fills the chunk in.
   *
   * @return 0 or an error code
   */
  int descend(MmckInfo chunk, @Nullable MmckInfo parent, int flags) {
    int id = chunk.chunkId();
    int type = chunk.type();
    int position = file.seek(0, SEEK_CUR);
    while (position >= 0 && isInside(position, parent)) {
      if (!readHeader(chunk, position)) {
        file.seek(position, SEEK_SET);
        break;
      }
      if (matches(chunk, id, type, flags)) {
        return enter(chunk);
      }
      position = seek(end(chunk));
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

  /** Reads a chunk's header. Returns false if the file ends before a complete one. */
  private boolean readHeader(MmckInfo chunk, int position) {
    int read = chunk.call(address -> file.read(address, LONG_HEADER));
    if (read < HEADER) {
      return false;
    }
    chunk.dataOffset(position + HEADER);
    return true;
  }

  private static boolean isList(MmckInfo chunk) {
    return chunk.chunkId() == RIFF || chunk.chunkId() == LIST;
  }

  /** Compares an id and a type; 0 matches any. The first flag below wins (Wine 8.0). */
  private static boolean matches(MmckInfo chunk, int id, int type, int flags) {
    boolean sameType = type == 0 || chunk.type() == type;
    if ((flags & MMIO_FINDRIFF) != 0) {
      return chunk.chunkId() == RIFF && sameType;
    }
    if ((flags & MMIO_FINDLIST) != 0) {
      return chunk.chunkId() == LIST && sameType;
    }
    return (flags & MMIO_FINDCHUNK) == 0 || id == 0 || chunk.chunkId() == id;
  }

  /** Moves past the header, and past the type if there is one. */
  private int enter(MmckInfo chunk) {
    chunk.flags(0);
    if (!isList(chunk)) {
      chunk.type(0);
    }
    int skipped = isList(chunk) ? LONG_HEADER - HEADER : 0;
    return seek((long) chunk.dataOffset() + skipped) >= 0 ? 0 : MmioError.CHUNK_NOT_FOUND.code();
  }

  /**
   * Completes a new chunk, and moves past its end. If it cannot be completed, the chunk stays
   * dirty, and its size and the position stay, so the program can call again. After
   * MMIOERR_CANNOTSEEK, it must first seek to the end of the chunk's data.
   *
   * @return 0 or an error code
   */
  int ascend(MmckInfo chunk) {
    int error = (chunk.flags() & MMIO_DIRTY) != 0 ? complete(chunk) : 0;
    if (error != 0) {
      return error;
    }
    return seek(end(chunk)) >= 0 ? 0 : MmioError.CANNOT_SEEK.code();
  }

  private int complete(MmckInfo chunk) {
    int position = file.seek(0, SEEK_CUR);
    if (position < 0) {
      return MmioError.CANNOT_SEEK.code();
    }
    int before = chunk.size();
    if (writeSize(chunk, position - chunk.dataOffset())) {
      chunk.flags(chunk.flags() & ~MMIO_DIRTY);
      return 0;
    }
    chunk.size(before);
    MmioError error = seek(position) >= 0 ? MmioError.CANNOT_WRITE : MmioError.CANNOT_SEEK;
    return error.code();
  }

  /** Writes the pad byte, and then the size unless the header has it already. */
  private boolean writeSize(MmckInfo chunk, int size) {
    boolean padded = (size & 1) == 0 || Held.call(PAD, address -> file.write(address, 1)) == 1;
    if (!padded || size == chunk.size()) {
      return padded;
    }
    chunk.size(size);
    return seek(Integer.toUnsignedLong(chunk.dataOffset()) - SIZE_BYTES) >= 0
        && chunk.call(address -> file.write(address + SIZE_BYTES, SIZE_BYTES)) == SIZE_BYTES;
  }

  /** Writes a chunk's header, and moves past it. Returns 0 or an error code. */
  int create(MmckInfo chunk, int flags) {
    int start = file.seek(0, SEEK_CUR);
    if (start < 0) {
      return MmioError.CANNOT_SEEK.code();
    }
    int kind = flags & (MMIO_CREATERIFF | MMIO_CREATELIST);
    if (kind == MMIO_CREATERIFF) {
      chunk.chunkId(RIFF);
    } else if (kind == MMIO_CREATELIST) {
      chunk.chunkId(LIST);
    }
    chunk.dataOffset(start + HEADER);
    chunk.flags(MMIO_DIRTY);
    int length = kind == MMIO_CREATERIFF || kind == MMIO_CREATELIST ? LONG_HEADER : HEADER;
    if (chunk.call(address -> file.write(address, length)) == length) {
      return 0;
    }
    file.seek(start, SEEK_SET);
    return MmioError.CANNOT_WRITE.code();
  }

  /** Returns the start of the next chunk, after a pad byte if the size is odd. */
  private static long end(MmckInfo chunk) {
    long size = Integer.toUnsignedLong(chunk.size());
    return Integer.toUnsignedLong(chunk.dataOffset()) + size + (size & 1);
  }

  private int seek(long position) {
    return position > Integer.MAX_VALUE ? -1 : file.seek((int) position, SEEK_SET);
  }
}
