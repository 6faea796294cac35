package org.ioproc.samples.zip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headers in a central directory by the entries' names. It takes 12 bytes per entry,
 * because an archive may have millions: the names stay in the directory.
 *
 * <p>Entries with the same hash are in a list, the last one first. So neither many equal names nor
 * many equal hashes slow the creation down.
 *
 * <p>Threads: any; it is immutable.
 */
final class NameIndex {

  private static final int NONE = -1;

  private final CentralDirectory directory;
  private final int[] last;
  private final int[] previous;
  private final int[] positions;

  /**
   * Creates the index.
   *
   * @throws CentralDirectory.DamagedException if a header is damaged
   */
  NameIndex(CentralDirectory directory) throws CentralDirectory.DamagedException {
    int count = count(directory);
    this.directory = directory;
    this.last = new int[Math.max(1, count)];
    this.previous = new int[count];
    this.positions = new int[count];
    Arrays.fill(last, NONE);
    EntryHeader header = directory.beforeFirst();
    for (int entry = 0; header.next(); entry++) {
      int list = list(ZipEntryName.hash(header));
      previous[entry] = last[list];
      positions[entry] = header.position();
      last[list] = entry;
    }
  }

  private static int count(CentralDirectory directory) throws CentralDirectory.DamagedException {
    EntryHeader header = directory.beforeFirst();
    int count = 0;
    while (header.next()) {
      header.requireComplete();
      count++;
    }
    return count;
  }

  /**
   * Returns the last of the entries with a name, as {@code java.util.zip} and {@code unzip} do: a
   * program that replaces an entry may append the new one and leave the old one in place.
   *
   * @param name in the form of {@link ZipEntryName#comparable}
   */
  @Nullable ZipEntryInfo find(String name) {
    EntryHeader header = directory.beforeFirst();
    for (int entry = last[list(name.hashCode())]; entry != NONE; entry = previous[entry]) {
      header.moveTo(positions[entry]);
      if (ZipEntryName.of(header).equals(name)) {
        return header.toEntry();
      }
    }
    return null;
  }

  private int list(int hash) {
    return Math.floorMod(hash, last.length);
  }
}
