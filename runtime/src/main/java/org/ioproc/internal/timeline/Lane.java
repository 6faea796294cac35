package org.ioproc.internal.timeline;

import java.util.Comparator;
import java.util.List;
import org.ioproc.internal.timeline.Svg.Anchor;

/**
 * Draws one open file: positions upwards, marks for its messages, and a strip below that shows when
 * the procedure was at work.
 */
final class Lane {

  /** The height of the strip, and of the gap above it. */
  private static final int STRIP = 9;

  private final Svg svg;
  private final FileTrack track;
  private final TimeAxis time;
  private final PositionAxis position;
  private final double top;
  private final double bottom;

  Lane(Svg svg, FileTrack track, TimeAxis time, double top, double height) {
    this.svg = svg;
    this.track = track;
    this.time = time;
    this.top = top;
    this.bottom = top + height - 2 * STRIP;
    this.position = new PositionAxis(Math.max(1, track.highest()), bottom - 3, top + 6);
  }

  /**
   * Draws the lane.
   *
   * @param hasPositions whether the messages have positions
   * @param isConnected whether a line shows how the position changed
   */
  void draw(boolean hasPositions, boolean isConnected) {
    svg.rectangle("lane", time.left(), top, time.right() - time.left(), bottom - top);
    drawTimes();
    if (hasPositions) {
      drawPositions();
    }
    if (isConnected) {
      svg.path("path", 1, pathOfPosition());
    }
    for (Kind kind : Kind.values()) {
      Marks marks = new Marks(kind, time, position, top, bottom);
      track.marks().stream().filter(mark -> mark.kind() == kind).forEach(marks::add);
      marks.draw(svg);
    }
    drawStrip();
    drawBreaks();
  }

  private void drawTimes() {
    StringBuilder lines = new StringBuilder();
    for (long tick : time.ticks()) {
      lines.append(Paths.line(time.at(tick), top, time.at(tick), bottom));
    }
    svg.path("grid", 1, lines.toString());
  }

  private void drawPositions() {
    StringBuilder lines = new StringBuilder();
    for (long tick : position.ticks()) {
      double y = position.at(tick);
      lines.append(Paths.line(time.left() - 4, y, time.right(), y));
      svg.label("scale", Anchor.END, time.left() - 8, y + 4, Units.position(tick));
    }
    svg.path("grid", 1, lines.toString());
  }

  /** Returns the file's position through time. */
  private String pathOfPosition() {
    StringBuilder path = new StringBuilder();
    List<Mark> ordered =
        track.marks().stream()
            .filter(mark -> mark.kind() != Kind.OPEN)
            .sorted(Comparator.comparingLong(Mark::begin))
            .toList();
    for (Mark mark : ordered) {
      path.append(path.length() == 0 ? "M" : "L");
      path.append(Paths.point(time.at(mark.begin()), position.at(mark.from())));
      path.append("L").append(Paths.point(time.at(mark.end()), position.at(mark.to())));
    }
    return path.toString();
  }

  private void drawStrip() {
    BusyStrip busy = new BusyStrip(time.left(), time.right());
    BusyStrip failed = new BusyStrip(time.left(), time.right());
    for (Mark mark : track.marks()) {
      (mark.kind() == Kind.FAILURE ? failed : busy).add(mark, time);
    }
    svg.path("busy", 0, busy.path(bottom + 2 * STRIP, STRIP));
    svg.path("failure", 0, failed.path(bottom + 2 * STRIP, STRIP));
  }

  private void drawBreaks() {
    for (TimeAxis.Break each : time.breaks()) {
      double left = time.at(each.begin()) + 2;
      double right = time.at(each.end()) - 2;
      svg.rectangle("paper", left, top - 1, right - left, bottom - top + 2);
      svg.path("cut", 1, Paths.zigzag(left, top, bottom) + Paths.zigzag(right - 3, top, bottom));
      svg.turned("scale", (left + right) / 2 + 4, (top + bottom) / 2, Units.time(each.duration()));
    }
  }
}
