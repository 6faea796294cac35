package org.ioproc.internal.timeline;

/** Shapes as SVG writes them. */
final class Paths {

  private static final int TOOTH = 6;

  private Paths() {}

  static String point(double x, double y) {
    return Svg.number(x) + " " + Svg.number(y);
  }

  static String line(double x1, double y1, double x2, double y2) {
    return "M" + point(x1, y1) + "L" + point(x2, y2);
  }

  static String box(double left, double low, double right, double high) {
    return line(left, low, right, low) + "L" + point(right, high) + "L" + point(left, high) + "Z";
  }

  /** Returns an arrowhead that points downwards. */
  static String arrow(double x, double y) {
    return line(x, y, x - 3.5, y - 7) + "L" + point(x + 3.5, y - 7) + "Z";
  }

  static String diamond(double x, double y) {
    return line(x - 4, y, x, y - 4) + "L" + point(x + 4, y) + "L" + point(x, y + 4) + "Z";
  }

  static String cross(double x, double y) {
    return line(x - 5, y - 5, x + 5, y + 5) + line(x - 5, y + 5, x + 5, y - 5);
  }

  static String zigzag(double x, double top, double bottom) {
    StringBuilder path = new StringBuilder("M").append(point(x, top));
    boolean isRight = true;
    for (double y = top + TOOTH; y < bottom + TOOTH; y += TOOTH) {
      path.append('L').append(point(isRight ? x + 3 : x, Math.min(y, bottom)));
      isRight = !isRight;
    }
    return path.toString();
  }
}
