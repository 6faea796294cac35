package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/** Finds a DLL's functions as GetProcAddress does. */
final class PeExports {

  private final PeFile file;
  private final int header;

  PeExports(PeFile file) {
    this.file = file;
    int[] directory = file.directory(0);
    header = file.offset(directory[0], directory[1]);
  }

  String dll() {
    return file.text(field(12));
  }

  int lowestOrdinal() {
    return field(16);
  }

  int functions() {
    return field(20);
  }

  private int field(int offset) {
    return file.int32(header + offset);
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < field(24); i++) {
      names.add(name(i));
    }
    return names;
  }

  private String name(int index) {
    return file.text(file.int32(file.offset(field(32) + 4 * index, 4)));
  }

  /** Returns the address of an ordinal's function; 0 for a gap. */
  int address(int ordinal) {
    int index = ordinal - lowestOrdinal();
    if (index < 0 || index >= functions()) {
      return 0;
    }
    int address = file.int32(file.offset(field(28) + 4 * index, 4));
    int[] directory = file.directory(0);
    boolean isForwarder = address >= directory[0] && address < directory[0] + directory[1];
    assertThat(isForwarder).isFalse();
    return address;
  }

  /**
   * Returns the ordinal of a name, by a binary search for its bytes; 0 if there is no such name.
   */
  int ordinal(String name) {
    int low = 0;
    int high = field(24) - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      int order = compare(name, name(middle));
      if (order == 0) {
        return lowestOrdinal() + file.int16(file.offset(field(36) + 2 * middle, 2));
      }
      low = order < 0 ? low : middle + 1;
      high = order < 0 ? middle - 1 : high;
    }
    return 0;
  }

  private static int compare(String first, String second) {
    return bytes(first).compareTo(bytes(second));
  }

  /** Returns a text with a character for each byte. */
  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
