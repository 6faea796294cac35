package org.ioproc;

import static org.ioproc.MmioMessages.MMIO_CREATE;
import static org.ioproc.MmioMessages.MMIO_READWRITE;
import static org.ioproc.MmioMessages.MMIO_WRITE;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.ioproc.internal.text.Printable;

/** A request that no program sent, for tests. */
final class PreparedRequest implements OpenRequest {

  private static final int WORDS = 3;

  private final String rawName;
  private final int flags;
  private final int[] words = new int[WORDS];

  PreparedRequest(String rawName, int flags) {
    this.rawName = Objects.requireNonNull(rawName);
    this.flags = flags;
  }

  /** The flags with which a program asks for the same. */
  static int flags(OpenOption... options) {
    Set<OpenOption> left = new LinkedHashSet<>(Arrays.asList(options));
    boolean reads = left.remove(StandardOpenOption.READ);
    boolean writes = left.remove(StandardOpenOption.WRITE);
    boolean creates = left.remove(StandardOpenOption.CREATE);
    if (left.remove(StandardOpenOption.TRUNCATE_EXISTING) != creates) {
      throw new IllegalArgumentException(
          "CREATE and TRUNCATE_EXISTING must be given together, because MMIO_CREATE does both; the"
              + " options are "
              + Arrays.toString(options)
              + ".");
    }
    int flags = writes ? (reads ? MMIO_READWRITE : MMIO_WRITE) : 0;
    return flags | (creates ? MMIO_CREATE : 0) | shareMode(left) << 4;
  }

  /** The position of what is left, which is a share mode or nothing. */
  private static int shareMode(Set<OpenOption> left) {
    if (left.isEmpty()) {
      return 0;
    }
    if (left.size() > 1 || !(left.iterator().next() instanceof ShareMode mode)) {
      throw new IllegalArgumentException(
          "The options must be READ, WRITE, CREATE, TRUNCATE_EXISTING or one share mode; these are"
              + " not: "
              + left
              + ".");
    }
    return mode.ordinal();
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
