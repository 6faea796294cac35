package org.ioproc.internal.timeline;

import org.ioproc.internal.timeline.Svg.Anchor;

/** Writes the totals of a file as a small table. */
final class Totals {

  private static final int LINE = 18;

  private final Svg svg;
  private final Counts counts;
  private int left;
  private int right;
  private int y;

  Totals(Svg svg, Counts counts) {
    this.svg = svg;
    this.counts = counts;
  }

  /** Writes the table from a place downwards. Lines about what did not happen are left out. */
  void draw(int left, int right, int top) {
    this.left = left;
    this.right = right;
    this.y = top;
    line("messages", Units.number(counts.messages()));
    line("in the handler", Units.time(counts.nanoseconds()));
    line("read", Units.bytes(counts.bytesRead()));
    line("read again", Units.bytes(counts.bytesReadAgain()));
    if (counts.bytesWritten() > 0) {
      line("written", Units.bytes(counts.bytesWritten()));
    }
    line("seeks", Units.number(counts.seeks()));
    line("seeks that lead back", Units.number(counts.seeksBack()));
    if (counts.failures() > 0) {
      svg.label("failed", Anchor.START, left, y, "failures");
      svg.label("failed", Anchor.END, right, y, Units.number(counts.failures()));
    }
  }

  private void line(String label, String value) {
    svg.label("label", Anchor.START, left, y, label);
    svg.label("value", Anchor.END, right, y, value);
    y += LINE;
  }
}
