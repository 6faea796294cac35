package org.ioproc.testing;

import java.util.Arrays;

/** A file that the procedure opens, with the content that it must have. */
final class ExpectedFile {

  /** A size in bytes up to which reading at random is quick. */
  private static final int MEDIUM = 200_000;

  private static final int LEAST = 20;

  private final String name;
  private final byte[] content;

  ExpectedFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  String name() {
    return name;
  }

  /** Returns the content itself, which nobody changes. */
  byte[] content() {
    return content;
  }

  int size() {
    return content.length;
  }

  /**
   * Returns how often to read the file at random: less often if it is large, which takes longer.
   */
  int times(int most) {
    long fair = (long) most * MEDIUM / Math.max(MEDIUM, content.length);
    return (int) Math.max(LEAST, fair);
  }

  /** Returns what a read must give: fewer bytes than asked for if the file ends. */
  byte[] part(long position, int count) {
    int from = (int) Math.min(position, content.length);
    int to = (int) Math.min((long) from + count, content.length);
    return Arrays.copyOfRange(content, from, to);
  }
}
