package org.ioproc.differential;

import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDCHUNK;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDLIST;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_FINDRIFF;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.FourCc;

/** Searches a file's bytes for the chunk that mmioDescend must find. */
final class DocumentedSearch {

  private static final int RIFF = FourCc.of("RIFF").value();
  private static final int LIST = FourCc.of("LIST").value();
  private static final int HEADER = 8;

  private final ByteBuffer bytes;
  private final int size;
  private final long last;
  private final Chunk parent;
  private final int name;
  private final int flags;

  /**
   * Creates a search.
   *
   * @param last the largest position that a seek can reach
   * @param parent the parent chunk; null for none
   */
  DocumentedSearch(byte[] content, int size, long last, Chunk parent, int name, int flags) {
    this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    this.size = size;
    this.last = last;
    this.parent = parent;
    this.name = name;
    this.flags = flags;
  }

  /** Returns the position after the header of the first chunk that matches, or -1. */
  long from(long start) {
    long at = start;
    while (isInside(at) && at <= size - HEADER) {
      int id = bytes.getInt((int) at);
      boolean list = id == RIFF || id == LIST;
      if (matches(id, type((int) at))) {
        long after = at + HEADER + (list ? Integer.BYTES : 0);
        return after <= last ? after : -1;
      }
      long length = Integer.toUnsignedLong(bytes.getInt((int) at + Integer.BYTES));
      at += HEADER + length + (length & 1);
    }
    return -1;
  }

  private boolean isInside(long at) {
    return at <= last && (parent == null || (at >= parent.dataOffset() && at < parent.end()));
  }

  /** Past the file's end, the bytes keep the program's value, which is the name. */
  private int type(int at) {
    byte[] found = new byte[Integer.BYTES];
    ByteBuffer type = ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN).putInt(0, name);
    for (int i = 0; i < found.length && at + HEADER + i < size; i++) {
      found[i] = bytes.get(at + HEADER + i);
    }
    return type.getInt(0);
  }

  private boolean matches(int id, int type) {
    if ((flags & MMIO_FINDRIFF) != 0) {
      return id == RIFF && isWanted(type);
    }
    if ((flags & MMIO_FINDLIST) != 0) {
      return id == LIST && isWanted(type);
    }
    return (flags & MMIO_FINDCHUNK) == 0 || isWanted(id);
  }

  private boolean isWanted(int found) {
    return name == 0 || found == name;
  }
}
