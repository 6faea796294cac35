package org.ioproc.internal.timeline;

import java.util.List;
import java.util.Set;
import org.ioproc.internal.timeline.Svg.Anchor;

/** Explains the colors. */
final class Legend {

  private static final int LETTER = 7;

  private static final List<Kind> ORDER =
      List.of(
          Kind.OPEN,
          Kind.READ,
          Kind.AGAIN,
          Kind.WRITE,
          Kind.SEEK,
          Kind.BACK,
          Kind.OTHER,
          Kind.FAILURE);

  private final Svg svg;
  private final Set<Kind> kinds;

  /**
   * Creates a legend.
   *
   * @param kinds the kinds that the picture shows
   */
  Legend(Svg svg, Set<Kind> kinds) {
    this.svg = svg;
    this.kinds = kinds;
  }

  void draw(int left, int y) {
    int x = left;
    for (Kind kind : ORDER) {
      if (kinds.contains(kind)) {
        x = draw(Marks.type(kind), kind.label, x, y);
      }
    }
    draw("busy", "handler at work", x, y);
  }

  /** Draws a sample and its label, and returns where the next begins. */
  private int draw(String type, String label, int x, int y) {
    boolean isUpright = type.equals("open");
    svg.path(type, 0, Paths.box(x, y + 1, isUpright ? x + 2 : x + 14, isUpright ? y - 10 : y - 6));
    svg.label("legend", Anchor.START, x + (isUpright ? 8 : 20), y, label);
    return x + 36 + LETTER * label.length();
  }
}
