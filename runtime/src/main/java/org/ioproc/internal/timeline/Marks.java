package org.ioproc.internal.timeline;

import java.util.Locale;

/** The marks of one kind in a lane. */
final class Marks {

  /** Marks are at least this high, so that they can be seen. */
  private static final double LEAST = 2.5;

  /** More arrows than this would hide the rest. */
  private static final int MOST_ARROWS = 24;

  private final Kind kind;
  private final TimeAxis time;
  private final PositionAxis position;
  private final double top;
  private final double bottom;
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder areas = new StringBuilder();
  private final StringBuilder symbols = new StringBuilder();
  private int count;

  Marks(Kind kind, TimeAxis time, PositionAxis position, double top, double bottom) {
    this.kind = kind;
    this.time = time;
    this.position = position;
    this.top = top;
    this.bottom = bottom;
  }

  void add(Mark mark) {
    count++;
    double x = time.at(mark.begin());
    double y = position.at(mark.to());
    switch (kind) {
      case OPEN, CLOSE -> lines.append(Paths.line(x, top, x, bottom));
      case FAILURE -> lines.append(Paths.cross(x, y));
      case OTHER -> symbols.append(Paths.diamond(x, y));
      case SEEK, BACK -> addSeek(mark, x, y);
      case READ, AGAIN, WRITE -> addBytes(mark, x, y);
    }
  }

  private void addSeek(Mark mark, double x, double y) {
    if (mark.count() > 1) {
      addArea(mark);
      return;
    }
    lines.append(Paths.line(x, position.at(mark.from()), x, y));
    if (kind == Kind.BACK) {
      symbols.append(Paths.arrow(x, y));
    }
  }

  /** Draws a line from when and where the bytes began to when and where they ended. */
  private void addBytes(Mark mark, double x, double y) {
    if (!mark.isOneLine()) {
      addArea(mark);
      return;
    }
    double from = position.at(mark.from());
    double middle = (from + y) / 2;
    boolean isLow = from - y < LEAST;
    lines.append(
        Paths.line(
            x,
            isLow ? middle + LEAST / 2 : from,
            time.at(mark.end()),
            isLow ? middle - LEAST / 2 : y));
  }

  private void addArea(Mark mark) {
    double left = time.at(mark.begin());
    double right = Math.max(left + LEAST, time.at(mark.end()));
    double low = position.at(mark.low());
    areas.append(Paths.box(left, low, right, Math.min(low - LEAST, position.at(mark.high()))));
  }

  void draw(Svg svg) {
    String type = type(kind);
    svg.path(type + " area", 0, areas.toString());
    svg.path(kind.isSeek() ? type + " faint" : type, thickness(), lines.toString());
    svg.path(type, 0, count > MOST_ARROWS ? "" : symbols.toString());
  }

  private double thickness() {
    return switch (kind) {
      case READ, AGAIN, WRITE -> 3.5;
      case FAILURE -> 2;
      case OPEN, CLOSE -> 1.5;
      default -> 1;
    };
  }

  /** Returns the class of a kind's looks. */
  static String type(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
