package org.ioproc.internal.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Joins marks of the same kind that begin within a span of time. */
final class Thinning {

  /** In one span, marks whose bytes do not follow each other stay apart, up to this number. */
  private static final int MOST_LINES = 3;

  private final long span;
  private final List<Mark> joined = new ArrayList<>();
  private final Map<Kind, Group> groups = new EnumMap<>(Kind.class);

  private Thinning(long span) {
    this.span = span;
  }

  static List<Mark> of(List<Mark> marks, long span) {
    Thinning thinning = new Thinning(span);
    marks.forEach(thinning::add);
    return thinning.joined;
  }

  /** The marks of one kind in one span. */
  private static final class Group {

    private final long begin;
    private int lines = 1;
    private int latest;

    Group(long begin, int latest) {
      this.begin = begin;
      this.latest = latest;
    }
  }

  private void add(Mark mark) {
    Group group = groups.get(mark.kind());
    if (group == null || mark.begin() - group.begin >= span) {
      groups.put(mark.kind(), new Group(mark.begin(), joined.size()));
      joined.add(mark);
    } else if (isNewLine(group, mark)) {
      group.lines++;
      group.latest = joined.size();
      joined.add(mark);
    } else {
      joined.set(group.latest, joined.get(group.latest).with(mark));
    }
  }

  private boolean isNewLine(Group group, Mark mark) {
    return mark.kind().movesBytes()
        && group.lines < MOST_LINES
        && joined.get(group.latest).to() != mark.from();
  }
}
