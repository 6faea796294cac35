package org.ioproc.wrapper.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** The addresses of a template's functions by their ordinals, read from its export directory. */
final class SlotTable {

  // The size of the export directory, and positions in it.
  private static final int DIRECTORY_SIZE = 40;
  private static final int LOWEST_ORDINAL = 16;
  private static final int COUNT = 20;
  private static final int ADDRESSES = 28;

  private static final int HIGHEST_COUNT = 0xFFFF;

  private final int lowestOrdinal;
  private final int[] addresses;

  /**
   * Reads the table.
   *
   * @throws IndexOutOfBoundsException if the directory is outside the sections
   */
  SlotTable(byte[] image, ImageHeader header) {
    ByteBuffer bytes = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    List<ImageSection> sections = header.sections();
    int directory =
        offsetOf(header.directoryAddress(ImageHeader.EXPORTS), DIRECTORY_SIZE, sections);
    lowestOrdinal = bytes.getInt(directory + LOWEST_ORDINAL);
    addresses = new int[Math.min(Math.max(0, bytes.getInt(directory + COUNT)), HIGHEST_COUNT)];
    int table = offsetOf(bytes.getInt(directory + ADDRESSES), 4 * addresses.length, sections);
    Arrays.setAll(addresses, index -> bytes.getInt(table + 4 * index));
  }

  private static int offsetOf(int address, int length, List<ImageSection> sections) {
    return sections.stream()
        .filter(section -> section.contains(address, length))
        .findFirst()
        .orElseThrow(IndexOutOfBoundsException::new)
        .offsetOf(address);
  }

  /** Returns a function's address, or 0 if the template has no such function. */
  int addressOf(int ordinal) {
    int index = ordinal - lowestOrdinal;
    return index >= 0 && index < addresses.length ? addresses[index] : 0;
  }
}
