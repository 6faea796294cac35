package org.ioproc;

import java.util.Objects;
import org.ioproc.internal.text.Printable;

/** A request that a test creates. */
final class PreparedRequest implements OpenRequest {

  private static final int WORDS = 3;

  private final String rawName;
  private final int flags;
  private final int[] words = new int[WORDS];

  PreparedRequest(String rawName, int flags) {
    this.rawName = Objects.requireNonNull(rawName);
    this.flags = flags;
  }

  @Override
  public String rawName() {
    return rawName;
  }

  @Override
  public int flags() {
    return flags;
  }

  @Override
  public int word(int index) {
    return words[Objects.checkIndex(index, WORDS)];
  }

  @Override
  public void setWord(int index, int word) {
    words[Objects.checkIndex(index, WORDS - 1)] = word;
  }

  @Override
  public String toString() {
    return "OpenRequest[" + Printable.of(rawName) + ", flags 0x" + Integer.toHexString(flags) + "]";
  }
}
