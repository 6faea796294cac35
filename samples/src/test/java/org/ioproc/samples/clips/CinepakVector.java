package org.ioproc.samples.clips;

import java.nio.ByteBuffer;

/**
 * An entry of a Cinepak codebook: four pixels with a luminance each, and with one chrominance. The
 * pixels are top left, top right, bottom left, bottom right.
 */
record CinepakVector(int y0, int y1, int y2, int y3, int u, int v) {

  /** The size of an entry, in bytes. */
  static final int SIZE = 6;

  /** Returns the best entry for four colors. */
  static CinepakVector of(int... colors) {
    int u = 0;
    int v = 0;
    for (int color : colors) {
      u += (blue(color) - luminance(color)) / 2;
      v += (red(color) - luminance(color)) / 2;
    }
    return new CinepakVector(
        luminance(colors[0]),
        luminance(colors[1]),
        luminance(colors[2]),
        luminance(colors[3]),
        u / 8 * 2, // Decoders halve it, and round as they like.
        v / 4);
  }

  private static int luminance(int color) {
    return (2 * red(color) + 4 * green(color) + blue(color) + 3) / 7;
  }

  private static int red(int color) {
    return color >> 16;
  }

  private static int green(int color) {
    return color >> 8 & 0xFF;
  }

  private static int blue(int color) {
    return color & 0xFF;
  }

  /** Returns the color that decoders show for a pixel. */
  int color(int pixel) {
    int y = luminances()[pixel];
    return clip(y + 2 * v) << 16 | clip(y - u / 2 - v) << 8 | clip(y + 2 * u);
  }

  private int[] luminances() {
    return new int[] {y0, y1, y2, y3};
  }

  private static int clip(int value) {
    return Math.max(0, Math.min(255, value));
  }

  int distance(CinepakVector other) {
    int distance = 2 * square(u - other.u) + 2 * square(v - other.v);
    for (int pixel = 0; pixel < 4; pixel++) {
      distance += square(luminances()[pixel] - other.luminances()[pixel]);
    }
    return distance;
  }

  private static int square(int value) {
    return value * value;
  }

  void write(ByteBuffer to) {
    for (int y : luminances()) {
      to.put((byte) y);
    }
    to.put((byte) u).put((byte) v);
  }
}
