package org.ioproc.internal.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.ioproc.internal.timeline.Svg.Anchor;

/** Draws a log: a lane for each file, time to the right, totals beside each lane. */
public final class TimelinePicture {

  private static final int WIDTH = 1200;
  private static final int MARGIN = 24;
  private static final int LEFT = 92;
  private static final int RIGHT = 946;
  private static final int TOTALS = 972;
  private static final int HEAD = 100;
  private static final int LANE = 166;
  private static final int ONLY_LANE = 286;
  private static final int NAMES_LANE = 50;

  /** The room above a lane for its name. */
  private static final int NAME = 38;

  private static final int FOOT = 58;
  private static final int LINE = 18;

  /** About as wide as a letter or digit of a label. */
  private static final int LETTER = 7;

  private static final int MOST_LANES = 8;

  private final TimelineLog log;
  private final String title;
  private final List<FileTrack> shown;
  private final TimeAxis time;
  private final List<String> notes;
  private final Svg svg;
  private int y;

  private TimelinePicture(TimelineLog log, String title) {
    this.log = log;
    List<FileTrack> tracks = log.tracks();
    this.shown = tracks.subList(0, Math.min(MOST_LANES, tracks.size()));
    this.title = title.isEmpty() ? defaultTitle() : title;
    LongStream moments = log.allMarks().flatMapToLong(m -> LongStream.of(m.begin(), m.end()));
    this.time = new TimeAxis(moments, LEFT, RIGHT);
    this.notes = notes();
    this.svg = new Svg(WIDTH, height(), this.title, summary());
    this.y = HEAD;
  }

  /**
   * Draws a picture.
   *
   * @param log the messages
   * @param title the title; empty for the file's name
   * @return the picture as SVG
   */
  public static String draw(TimelineLog log, String title) {
    return new TimelinePicture(log, title).draw();
  }

  private String draw() {
    svg.label("title", Anchor.START, MARGIN, 34, title);
    svg.label("summary", Anchor.START, MARGIN, 56, summary());
    new Legend(svg, kinds()).draw(LEFT, 84);
    for (FileTrack track : shown) {
      drawLane(track);
    }
    if (hasNames()) {
      drawNames();
    }
    drawTimes();
    drawFoot();
    return svg.finished();
  }

  private int height() {
    int lanes = shown.stream().mapToInt(track -> nameHeight(track) + laneHeight()).sum();
    int names = hasNames() ? NAME + NAMES_LANE : 0;
    return HEAD + lanes + names + FOOT + LINE * (notes.size() + log.failures().size());
  }

  /** A lane under its own name as title needs no other. */
  private int nameHeight(FileTrack track) {
    return track.name().equals(title) ? NAME / 2 : NAME;
  }

  private int laneHeight() {
    return shown.size() == 1 ? ONLY_LANE : LANE;
  }

  private boolean hasNames() {
    return log.withoutFile().counts().messages() > 0;
  }

  private String defaultTitle() {
    return shown.size() == 1 ? shown.get(0).name() : Units.count(log.files(), "open file");
  }

  private String summary() {
    Counts counts = log.counts();
    List<String> parts = new ArrayList<>();
    if (log.files() != 1) {
      parts.add(Units.count(log.files(), "open file"));
    }
    parts.add(Units.count(counts.messages(), "message"));
    parts.add(Units.bytes(counts.bytesRead()) + " read");
    if (counts.bytesWritten() > 0) {
      parts.add(Units.bytes(counts.bytesWritten()) + " written");
    }
    parts.add(Units.count(counts.seeks(), "seek"));
    parts.add(Units.count(counts.failures(), "failure"));
    parts.add("handlers at work for " + Units.time(counts.nanoseconds()));
    return String.join(" · ", parts) + " of " + Units.time(time.end() - time.begin());
  }

  private Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    shown.forEach(track -> track.marks().forEach(mark -> kinds.add(mark.kind())));
    log.withoutFile().marks().forEach(mark -> kinds.add(mark.kind()));
    return kinds;
  }

  private void drawLane(FileTrack track) {
    if (!track.name().equals(title)) {
      svg.label("name", Anchor.START, LEFT, y + 28, track.name());
    }
    boolean isFirst = y == HEAD;
    y += nameHeight(track);
    if (isFirst) {
      svg.label("scale", Anchor.END, LEFT - 8, y - 2, "position");
    }
    new Lane(svg, track, time, y, laneHeight()).draw(true, log.span() == 0);
    new Totals(svg, track.counts()).draw(TOTALS, WIDTH - MARGIN, y + 16);
    y += laneHeight();
  }

  private void drawNames() {
    svg.label("name", Anchor.START, LEFT, y + 28, "Messages without an open file");
    y += NAME;
    new Lane(svg, log.withoutFile(), time, y, NAMES_LANE).draw(false, false);
    y += NAMES_LANE;
  }

  private void drawTimes() {
    StringBuilder lines = new StringBuilder();
    double free = 0;
    for (long tick : time.ticks()) {
      double x = time.at(tick);
      if (x >= free) {
        lines.append(Paths.line(x, y + 3, x, y + 8));
        svg.label("scale", Anchor.MIDDLE, x, y + 22, time.label(tick));
        free = x + 14 + LETTER * time.label(tick).length();
      }
    }
    svg.path("grid", 1, lines.toString());
  }

  private void drawFoot() {
    y += FOOT - 10;
    for (TimelineLog.FailureLine failure : log.failures()) {
      String when = Units.time(failure.begin() - time.begin());
      foot("failed", "✕ " + when + ": " + failure.text());
    }
    notes.forEach(note -> foot("note", note));
  }

  private void foot(String type, String line) {
    svg.label(type, Anchor.START, LEFT, y, line);
    y += LINE;
  }

  /** Says what the picture leaves out. */
  private List<String> notes() {
    List<String> all = new ArrayList<>();
    long files = log.files() - shown.size();
    if (files > 0) {
      all.add(
          "Not drawn: " + Units.count(files, "more file") + ". The line at the top counts all.");
    }
    long failures = log.counts().failures() - log.failures().size();
    if (failures > 0) {
      all.add("Not listed: " + Units.count(failures, "more failure") + ".");
    }
    if (log.span() > 0) {
      all.add(
          "Messages of one kind that begin within "
              + Units.time(log.span())
              + " of each other are drawn as one mark.");
    }
    if (!log.isExact()) {
      all.add("Too many files or parts of files were read to count all that was read again.");
    }
    return all;
  }
}
