package org.ioproc.mmio;

/**
 * Where the offset of a seek counts from.
 *
 * <p>Source: Microsoft, "mmioSeek function".
 */
public enum Origin {
  /** The file's start: {@code SEEK_SET}. */
  START(0),
  /** The position: {@code SEEK_CUR}. */
  CURRENT(1),
  /**
   * The file's end: {@code SEEK_END}. The procedure decides in which direction it counts; that for
   * ordinary files takes {@code n} for {@code n} bytes before the end.
   */
  END(2);

  private final int number;

  Origin(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
