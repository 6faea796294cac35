package org.ioproc.samples.clips;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cinepak with one strip. A frame has two codebooks and then, from the top left, the blocks: flags
 * say whether a block is unchanged and whether it has one vector or four, whose indices follow.
 */
final class CinepakEncoder implements VideoEncoder {

  private static final int FRAME_HEADER = 10;
  private static final int STRIP_HEADER = 12;
  private static final int KEY_STRIP = 0x1000;
  private static final int DELTA_STRIP = 0x1100;
  private static final int V4_CODEBOOK = 0x2000;
  private static final int V1_CODEBOOK = 0x2200;
  private static final int KEY_BLOCKS = 0x3000;
  private static final int DELTA_BLOCKS = 0x3100;

  private Picture last = new Picture(0, 0);
  private Picture shown = last;

  @Override
  public String codec() {
    return "cvid";
  }

  @Override
  public int bitsPerPixel() {
    return 24;
  }

  @Override
  public Picture shown() {
    return shown;
  }

  @Override
  public byte[] encode(Picture picture, boolean key) {
    ByteBuffer frame = ByteBuffer.allocate(0x10000).position(FRAME_HEADER + STRIP_HEADER);
    shown = key ? new Picture(picture.width(), picture.height()) : shown.copy();
    List<CinepakBlock> blocks = changedBlocks(picture, key);
    CinepakCodebook v4 = codebook(blocks, false);
    CinepakCodebook v1 = codebook(blocks, true);
    v4.write(V4_CODEBOOK, frame);
    v1.write(V1_CODEBOOK, frame);
    writeBlocks(blocks, key, v1, v4, frame);
    frame.put(new byte[frame.position() % 2]);
    writeHeaders(key, frame);
    last = picture;
    return Arrays.copyOf(frame.array(), frame.position());
  }

  private List<CinepakBlock> changedBlocks(Picture picture, boolean key) {
    List<CinepakBlock> blocks = new ArrayList<>();
    for (int top = 0; top < picture.height(); top += 4) {
      for (int left = 0; left < picture.width(); left += 4) {
        if (key || !picture.hasSameBlock(last, left, top)) {
          blocks.add(CinepakBlock.of(picture, left, top));
        }
      }
    }
    return blocks;
  }

  private static CinepakCodebook codebook(List<CinepakBlock> blocks, boolean v1) {
    return new CinepakCodebook(
        blocks.stream()
            .filter(block -> block.isV1() == v1)
            .flatMap(block -> block.vectors().stream())
            .toList());
  }

  private void writeBlocks(
      List<CinepakBlock> blocks,
      boolean key,
      CinepakCodebook v1,
      CinepakCodebook v4,
      ByteBuffer frame) {
    int begin = frame.position();
    frame.putInt(0);
    Flags flags = new Flags(frame);
    int next = 0;
    for (int top = 0; top < shown.height(); top += 4) {
      for (int left = 0; left < shown.width(); left += 4) {
        boolean changed = next < blocks.size() && blocks.get(next).isAt(left, top);
        if (!key) {
          flags.add(changed);
        }
        if (changed) {
          CinepakBlock block = blocks.get(next++);
          flags.add(!block.isV1());
          writeBlock(block, block.isV1() ? v1 : v4, frame);
        }
      }
    }
    frame.putShort(begin, (short) (key ? KEY_BLOCKS : DELTA_BLOCKS));
    frame.putShort(begin + 2, (short) (frame.position() - begin));
  }

  private void writeBlock(CinepakBlock block, CinepakCodebook codebook, ByteBuffer frame) {
    List<CinepakVector> written = new ArrayList<>();
    for (CinepakVector vector : block.vectors()) {
      int index = codebook.indexOf(vector);
      frame.put((byte) index);
      written.add(codebook.vector(index));
    }
    new CinepakBlock(block.left(), block.top(), written).draw(shown);
  }

  private void writeHeaders(boolean key, ByteBuffer frame) {
    frame
        .putInt(0, frame.position())
        .putShort(4, (short) shown.width())
        .putShort(6, (short) shown.height())
        .putShort(8, (short) 1);
    int strip = FRAME_HEADER;
    frame
        .putShort(strip, (short) (key ? KEY_STRIP : DELTA_STRIP))
        .putShort(strip + 2, (short) (frame.position() - strip))
        .putShort(strip + 8, (short) shown.height())
        .putShort(strip + 10, (short) shown.width());
  }

  /** Flags, in words of 32 that stand where their first one is needed. */
  private static final class Flags {

    private final ByteBuffer frame;
    private int position;
    private int left;

    Flags(ByteBuffer frame) {
      this.frame = frame;
    }

    void add(boolean flag) {
      if (left == 0) {
        position = frame.position();
        frame.putInt(0);
        left = Integer.SIZE;
      }
      left--;
      frame.putInt(position, frame.getInt(position) | (flag ? 1 << left : 0));
    }
  }
}
