package org.ioproc.samples.clips;

/** Draws a balloon that drifts over hills at sunset, above the project's name. */
final class Scene {

  static final int WIDTH = 192;
  static final int HEIGHT = 144;

  /** The sky's colors, from the top. */
  private static final int[] SKY = {
    0x203860, 0x304870, 0x485880, 0x706890, 0xA07890, 0xC88888, 0xE8A080, 0xF8B880, 0xF8D098
  };

  private static final int SUN = 0xF8F0B0;
  private static final int FAR_HILL = 0x605078;
  private static final int NEAR_HILL = 0x203040;
  private static final int LETTER = 0xF8E8D0;
  private static final int RED = 0xE04838;
  private static final int CREAM = 0xF8E8C8;
  private static final int BASKET = 0x684028;

  private static final String[] NAME = {
    "#..............................",
    "...............................",
    "#..###..####..#.##..###...###..",
    "#.#...#.#...#.##...#...#.#.....",
    "#.#...#.#...#.#....#...#.#.....",
    "#.#...#.#...#.#....#...#.#.....",
    "#..###..####..#.....###...###..",
    "........#......................",
    "........#......................",
  };

  private static final int PEN = 3;
  private static final int NAME_LEFT = 52;
  private static final int NAME_TOP = 114;

  private final double balloonX;
  private final double balloonY;

  private Scene(int frame) {
    this.balloonX = 38 + 4 * frame;
    this.balloonY = 56 - 1.5 * frame;
  }

  static Picture draw(int frame) {
    Scene scene = new Scene(frame);
    Picture picture = new Picture(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setColor(x, y, scene.smooth(x, y));
      }
    }
    return picture;
  }

  /** Returns a pixel's mean color, in steps of 8 because one codec has 5 bits for each. */
  private int smooth(int x, int y) {
    int color = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int sum = 0;
      for (double top = y + 0.125; top < y + 1; top += 0.25) {
        for (double left = x + 0.125; left < x + 1; left += 0.25) {
          sum += (color(left, top) >> shift) & 0xFF;
        }
      }
      color |= ((sum / 16) & 0xF8) << shift;
    }
    return color;
  }

  private int color(double x, double y) {
    if (isName(x, y)) {
      return LETTER;
    }
    if (y > 110 + 7 * StrictMath.sin(x / 29 + 2)) {
      return NEAR_HILL;
    }
    int balloon = balloon(x - balloonX, y - balloonY);
    if (balloon != 0) {
      return balloon;
    }
    if (y > 92 + 9 * StrictMath.sin(x / 19)) {
      return FAR_HILL;
    }
    return isWithin(x - 146, y - 84, 17, 17) ? SUN : SKY[(int) y / 12];
  }

  private static boolean isName(double x, double y) {
    int column = (int) StrictMath.floor((x - NAME_LEFT) / PEN);
    int row = (int) StrictMath.floor((y - NAME_TOP) / PEN);
    return row >= 0
        && row < NAME.length
        && column >= 0
        && column < NAME[row].length()
        && NAME[row].charAt(column) == '#';
  }

  /** Returns the balloon's color at a distance from its center, or 0 beside it. */
  private static int balloon(double x, double y) {
    if (y > 26 && y < 32 && Math.abs(x) < 4) {
      return BASKET;
    }
    if (y > 14 && y <= 26 && Math.abs(Math.abs(x) - (14 - y / 2.6)) < 0.6 + y / 90) {
      return BASKET;
    }
    if (!isWithin(x, y, 18, 20)) {
      return 0;
    }
    double width = 18 * Math.sqrt(1 - y * y / 400);
    return (int) ((x / width + 1) * 3.5) % 2 == 0 ? RED : CREAM;
  }

  private static boolean isWithin(double x, double y, double radiusX, double radiusY) {
    return x * x / (radiusX * radiusX) + y * y / (radiusY * radiusY) < 1;
  }
}
