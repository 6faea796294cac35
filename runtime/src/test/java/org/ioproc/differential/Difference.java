package org.ioproc.differential;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A deliberate difference between the embedded manager and winmm, named by its effect. Each knows
 * what the two do at one call, and nothing else of that call may differ. {@link DifferencesPage}
 * writes all of them to {@code DIFFERENCES.md}.
 */
interface Difference {

  /**
   * What the page says of a difference, in its columns, and how to recognize it.
   *
   * @param documented the title of Microsoft's page, a colon and what it says
   * @param isLeftOut whether comparisons leave out what differs
   * @param explains whether the difference is all that differs at a call
   */
  record Row(
      String when,
      String winmm,
      String documented,
      String here,
      String why,
      boolean isLeftOut,
      Predicate<Situation> explains) {

    Row(
        String when,
        String winmm,
        String documented,
        String here,
        String why,
        Predicate<Situation> explains) {
      this(when, winmm, documented, here, why, false, explains);
    }

    /** Creates a row about something that comparisons leave out. */
    static Row leftOut(String when, String winmm, String documented, String here, String why) {
      return new Row(when, winmm, documented, here, why, true, situation -> false);
    }
  }

  String name();

  Row row();

  /** Whether comparisons leave out what differs. */
  default boolean isLeftOut() {
    return row().isLeftOut();
  }

  /** Whether this is all that differs at a call. */
  default boolean explains(Situation situation) {
    return row().explains().test(situation);
  }

  static List<Difference> all() {
    return Stream.<Difference[]>of(
            BufferDifference.values(),
            ChunkDifference.values(),
            FileDifference.values(),
            OpeningDifference.values())
        .flatMap(Stream::of)
        .toList();
  }

  static Difference named(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findAny().orElseThrow();
  }
}
