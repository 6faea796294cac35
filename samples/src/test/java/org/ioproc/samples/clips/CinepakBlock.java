package org.ioproc.samples.clips;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A block of 4 by 4 pixels. It has one vector ("V1", each of its pixels stands for a quarter of the
 * block) or a vector for each quarter ("V4").
 */
record CinepakBlock(int left, int top, List<CinepakVector> vectors) {

  /** How much V1 may change red, green or blue. */
  private static final int TOLERANCE = 12;

  /** Returns the block with one vector if that is good enough. */
  static CinepakBlock of(Picture picture, int left, int top) {
    List<CinepakVector> quarters =
        IntStream.range(0, 4)
            .mapToObj(i -> quarter(picture, left + i % 2 * 2, top + i / 2 * 2))
            .toList();
    CinepakVector whole =
        CinepakVector.of(quarters.stream().mapToInt(quarter -> quarter.color(0)).toArray());
    CinepakBlock v1 = new CinepakBlock(left, top, List.of(whole));
    return v1.resembles(picture) ? v1 : new CinepakBlock(left, top, quarters);
  }

  private static CinepakVector quarter(Picture picture, int left, int top) {
    return CinepakVector.of(
        picture.color(left, top),
        picture.color(left + 1, top),
        picture.color(left, top + 1),
        picture.color(left + 1, top + 1));
  }

  boolean isV1() {
    return vectors.size() == 1;
  }

  boolean isAt(int otherLeft, int otherTop) {
    return left == otherLeft && top == otherTop;
  }

  private boolean resembles(Picture picture) {
    return IntStream.range(0, 16)
        .allMatch(i -> differ(color(i), picture.color(left + i % 4, top + i / 4)) <= TOLERANCE);
  }

  private static int differ(int a, int b) {
    int most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      most = Math.max(most, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
    }
    return most;
  }

  void draw(Picture picture) {
    for (int i = 0; i < 16; i++) {
      picture.setColor(left + i % 4, top + i / 4, color(i));
    }
  }

  /** Returns the color that decoders show for pixel 4 * row + column. */
  private int color(int pixel) {
    int quarter = pixel / 8 * 2 + pixel % 4 / 2;
    int inQuarter = pixel / 4 % 2 * 2 + pixel % 2;
    return isV1() ? vectors.get(0).color(quarter) : vectors.get(quarter).color(inQuarter);
  }
}
