package org.ioproc.mmio;

import org.ioproc.FourCc;
import org.ioproc.internal.mmsystem.MmckInfo;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of a RIFF file.
 *
 * <p>Source: Microsoft, "MMCKINFO structure".
 *
 * @param id its four-character code
 * @param size the bytes of its data as the file says, padding not counted: 0 to 2^32-1
 * @param type for a RIFF or LIST chunk its form or list type, which is the first four bytes of its
 *     data; null for others
 * @param dataOffset where its data begin, in bytes from the file's start
 */
public record MmioChunk(FourCc id, long size, @Nullable FourCc type, long dataOffset) {

  private static final FourCc RIFF = FourCc.of("RIFF");
  private static final FourCc LIST = FourCc.of("LIST");

  static MmioChunk of(MmckInfo info) {
    FourCc id = new FourCc(info.chunkId());
    return new MmioChunk(
        id,
        Integer.toUnsignedLong(info.size()),
        id.equals(RIFF) || id.equals(LIST) ? new FourCc(info.type()) : null,
        Integer.toUnsignedLong(info.dataOffset()));
  }

  MmckInfo toInfo() {
    MmckInfo info = new MmckInfo();
    info.chunkId(id.value());
    info.size((int) size);
    info.type(type == null ? 0 : type.value());
    info.dataOffset((int) dataOffset);
    return info;
  }
}
