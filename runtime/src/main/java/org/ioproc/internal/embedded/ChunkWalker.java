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
 * Walks and makes the chunks of a RIFF file. Sizes are unsigned and every step goes forward, so a
 * file with wrong sizes ends a search and cannot keep it going.
 *
 * <p>Source: Microsoft, "mmioDescend function", "mmioAscend function" and "mmioCreateChunk
 * function".
 */
final class ChunkWalker {

  private static final int RIFF = FourCc.of("RIFF").value();
  private static final int LIST = FourCc.of("LIST").value();

  /** The chunk's id and size. */
  private static final int HEADER = 8;

  /** The same with a form or a list type. */
  private static final int LONG_HEADER = 12;

  /** The size is so long, and as far from the chunk's start and from its data. */
  private static final int SIZE_BYTES = 4;

  private static final ByteBuffer PAD = ByteBuffer.allocateDirect(1);

  private final ManagedFile file;

  ChunkWalker(ManagedFile file) {
    this.file = file;
  }

  /** 0, or an error code; what is looked for is in the chunk that is filled in. */
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

  /** False at the end of the file, or what is too close to it for a chunk. */
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

  /** 0 stands for any id or type; of flags that exclude each other one counts (Wine 8.0). */
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

  /** The position is then after the header, and after the type if there is one. */
  private int enter(MmckInfo chunk) {
    chunk.flags(0);
    if (!isList(chunk)) {
      chunk.type(0);
    }
    int skipped = isList(chunk) ? LONG_HEADER - HEADER : 0;
    return seek((long) chunk.dataOffset() + skipped) >= 0 ? 0 : MmioError.CHUNK_NOT_FOUND.code();
  }

  /**
   * 0, or an error code. A chunk that cannot be completed stays dirty and has the size that it had,
   * and the position is where it was, so that the call can be repeated; with MMIOERR_CANNOTSEEK the
   * program has to go to the end of the chunk's data first.
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

  /** The pad byte first, then the size if it is not yet the true one. */
  private boolean writeSize(MmckInfo chunk, int size) {
    boolean written = (size & 1) == 0 || Held.call(PAD, address -> file.write(address, 1)) == 1;
    if (!written || size == chunk.size()) {
      return written;
    }
    chunk.size(size);
    return seek(Integer.toUnsignedLong(chunk.dataOffset()) - SIZE_BYTES) >= 0
        && chunk.call(address -> file.write(address + SIZE_BYTES, SIZE_BYTES)) == SIZE_BYTES;
  }

  /** 0, or an error code; the position is then after the header. */
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

  /** Where the next chunk begins: chunks are padded to even sizes. */
  private static long end(MmckInfo chunk) {
    long size = Integer.toUnsignedLong(chunk.size());
    return Integer.toUnsignedLong(chunk.dataOffset()) + size + (size & 1);
  }

  private int seek(long position) {
    return position > Integer.MAX_VALUE ? -1 : file.seek((int) position, SEEK_SET);
  }
}
