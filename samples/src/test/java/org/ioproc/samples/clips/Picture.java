package org.ioproc.samples.clips;

import java.util.Arrays;

/** A picture. Its colors are 0xRRGGBB, row by row, from the top left. */
final class Picture {

  private final int width;
  private final int height;
  private final int[] colors;

  Picture(int width, int height) {
    this.width = width;
    this.height = height;
    this.colors = new int[width * height];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int color(int x, int y) {
    return colors[y * width + x];
  }

  void setColor(int x, int y, int color) {
    colors[y * width + x] = color;
  }

  Picture copy() {
    Picture copy = new Picture(width, height);
    System.arraycopy(colors, 0, copy.colors, 0, colors.length);
    return copy;
  }

  /** Returns whether a block of 4 by 4 pixels is the same in both pictures. */
  boolean hasSameBlock(Picture other, int left, int top) {
    for (int y = top; y < top + 4; y++) {
      int from = y * width + left;
      if (!Arrays.equals(colors, from, from + 4, other.colors, from, from + 4)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the picture as Windows stores it with 24 bits: blue first, the lowest row first. */
  byte[] bitmap() {
    byte[] bitmap = new byte[3 * colors.length];
    int at = 0;
    for (int y = height - 1; y >= 0; y--) {
      for (int x = 0; x < width; x++) {
        int color = color(x, y);
        bitmap[at++] = (byte) color;
        bitmap[at++] = (byte) (color >> 8);
        bitmap[at++] = (byte) (color >> 16);
      }
    }
    return bitmap;
  }
}
