package org.ioproc.samples.clips;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Microsoft Video 1 with 16 bits per pixel. A frame is a sequence of 16-bit words that describe
 * blocks of 4 by 4 pixels, from the bottom left: a number of unchanged blocks, a block of one
 * color, or a mask and the two colors of the whole block or of each of its quarters.
 */
final class CramEncoder implements VideoEncoder {

  private static final int SKIP = 0x8400;
  private static final int MAX_SKIP = 0x3FF;
  private static final int TOP_BIT = 0x8000;

  /** The pixels of a block and of its quarters. Pixel 4 * row + column; row 0 is the lowest. */
  private static final int[] BLOCK = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

  private static final int[][] QUARTERS = {
    {0, 1, 4, 5}, {2, 3, 6, 7}, {8, 9, 12, 13}, {10, 11, 14, 15}
  };

  private Picture last = new Picture(0, 0);
  private Picture shown = last;
  private ByteBuffer frame = ByteBuffer.allocate(0);
  private int unchanged;

  @Override
  public String codec() {
    return "CRAM";
  }

  @Override
  public int bitsPerPixel() {
    return 16;
  }

  @Override
  public Picture shown() {
    return shown;
  }

  @Override
  public byte[] encode(Picture picture, boolean key) {
    frame = ByteBuffer.allocate(3 * picture.width() * picture.height());
    frame.order(ByteOrder.LITTLE_ENDIAN);
    shown = key ? new Picture(picture.width(), picture.height()) : shown.copy();
    for (int top = picture.height() - 4; top >= 0; top -= 4) {
      for (int left = 0; left < picture.width(); left += 4) {
        if (!key && picture.hasSameBlock(last, left, top)) {
          skip();
        } else {
          encodeBlock(picture, left, top);
        }
      }
    }
    endSkip();
    word(0);
    last = picture;
    return Arrays.copyOf(frame.array(), frame.position());
  }

  private void skip() {
    if (++unchanged == MAX_SKIP) {
      endSkip();
    }
  }

  private void endSkip() {
    if (unchanged > 0) {
      word(SKIP | unchanged);
    }
    unchanged = 0;
  }

  private void word(int word) {
    frame.putShort((short) word);
  }

  private void encodeBlock(Picture picture, int left, int top) {
    int[] block = new int[16];
    Arrays.setAll(block, i -> toWord(picture.color(left + i % 4, top + 3 - i / 4)));
    endSkip();
    long colors = Arrays.stream(block).distinct().count();
    if (colors == 1 && !isSkip(TOP_BIT | block[0])) {
      word(TOP_BIT | block[0]);
    } else if (colors <= 2) {
      encodePairs(block, 0, BLOCK);
    } else {
      encodePairs(block, TOP_BIT, QUARTERS);
    }
    for (int i = 0; i < 16; i++) {
      shown.setColor(left + i % 4, top + 3 - i / 4, toColor(block[i]));
    }
  }

  private static boolean isSkip(int word) {
    return (word & ~MAX_SKIP) == SKIP;
  }

  /**
   * Encodes two colors for each part, and changes the block to these colors. The first color's top
   * bit says how many parts there are. The mask's bits select a part's first color.
   */
  private void encodePairs(int[] block, int topBit, int[]... parts) {
    int at = frame.position();
    int mask = 0;
    int flag = topBit;
    word(0);
    for (int[] part : parts) {
      int[] pair = reduce(block, part);
      for (int i : part) {
        mask |= block[i] == pair[1] ? 0 : 1 << i;
      }
      word(flag | pair[0]);
      word(pair[1]);
      flag = 0;
    }
    frame.putShort(at, (short) mask);
  }

  /**
   * Changes a part of the block to two colors, and returns these. The mask's top bit must be clear,
   * so the part's last pixel has the second color.
   */
  private static int[] reduce(int[] block, int[] part) {
    int dark = Arrays.stream(part).map(i -> block[i]).reduce(CramEncoder::darker).orElseThrow();
    int light = Arrays.stream(part).map(i -> block[i]).reduce(CramEncoder::lighter).orElseThrow();
    for (int i : part) {
      block[i] = distance(block[i], dark) < distance(block[i], light) ? dark : light;
    }
    int second = block[part[part.length - 1]];
    return new int[] {second == dark ? light : dark, second};
  }

  private static int darker(int a, int b) {
    return luminance(a) <= luminance(b) ? a : b;
  }

  private static int lighter(int a, int b) {
    return luminance(a) > luminance(b) ? a : b;
  }

  private static int luminance(int word) {
    return 2 * (word >> 10) + 4 * (word >> 5 & 31) + (word & 31);
  }

  private static int distance(int a, int b) {
    return Math.abs((a >> 10) - (b >> 10))
        + Math.abs((a >> 5 & 31) - (b >> 5 & 31))
        + Math.abs((a & 31) - (b & 31));
  }

  /** Returns the five highest bits of red, green and blue. */
  private static int toWord(int color) {
    return (color >> 9 & 0x7C00) | (color >> 6 & 0x03E0) | (color >> 3 & 0x001F);
  }

  private static int toColor(int word) {
    return to8Bits(word >> 10) << 16 | to8Bits(word >> 5 & 31) << 8 | to8Bits(word & 31);
  }

  private static int to8Bits(int fiveBits) {
    return fiveBits << 3 | fiveBits >> 2;
  }
}
