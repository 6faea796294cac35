package org.ioproc.differential;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A deliberate difference between the embedded manager and winmm, named by its effect. Each
 * describes what the two do in one call, in which nothing else may differ. {@link DifferencesPage}
 * writes all of them to {@code DIFFERENCES.md}.
 */
interface Difference {

  /**
   * The columns of the page for a difference, and how to recognize it.
   *
   * @param documented the title of Microsoft's page, a colon, and the statement on it
   * @param isLeftOut whether comparisons ignore the difference
   * @param explains whether a call differs only in this
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

    /** Creates a row for a difference that comparisons ignore. */
    static Row leftOut(String when, String winmm, String documented, String here, String why) {
      return new Row(when, winmm, documented, here, why, true, situation -> false);
    }
  }

  String name();

  Row row();

  /** Returns whether comparisons ignore the difference. */
  default boolean isLeftOut() {
    return row().isLeftOut();
  }

  /** Returns whether a call differs only in this. */
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
