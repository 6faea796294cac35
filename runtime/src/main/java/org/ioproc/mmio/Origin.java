package org.ioproc.mmio;

/**
 * Where the offset of a seek counts from.
 *
 * <p>Source: Microsoft, "mmioSeek function".
 */
public enum Origin {
  /** The file's start: {@code SEEK_SET}. */
  START,
  /** The position: {@code SEEK_CUR}. */
  CURRENT,
  /**
   * The file's end: {@code SEEK_END}. The procedure decides in which direction it counts; that for
   * ordinary files takes {@code n} for {@code n} bytes before the end.
   */
  END
}
