package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.ArrayList;
import java.util.List;

/** Finds a DLL's resources by type, name and language, as FindResourceEx does. */
final class PeResources {

  private final PeFile file;
  private final int root;

  PeResources(PeFile file) {
    this.file = file;
    int[] directory = file.directory(2);
    root = file.offset(directory[0], directory[1]);
  }

  /** Returns the numbers and names of a table: the types, if no path is given. */
  List<String> keys(String... path) {
    int table = table(path);
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < count(table); i++) {
      keys.add(key(table + 16 + 8 * i));
    }
    return keys;
  }

  byte[] read(String type, String name, String language) {
    int place = find(table(type, name), language);
    assertThat(place).isAtLeast(0);
    assertThat(file.int32(root + place) % 4).isEqualTo(0);
    return file.read(file.int32(root + place), file.int32(root + place + 4));
  }

  private int table(String... path) {
    int table = root;
    for (String key : path) {
      int child = find(table, key);
      assertThat(child).isLessThan(0);
      table = root + (child & Integer.MAX_VALUE);
    }
    return table;
  }

  private int count(int table) {
    return file.int16(table + 12) + file.int16(table + 14);
  }

  private int find(int table, String key) {
    for (int i = 0; i < count(table); i++) {
      int entry = table + 16 + 8 * i;
      if (key(entry).equals(key)) {
        boolean isNamed = i < file.int16(table + 12);
        assertThat(file.int32(entry) < 0).isEqualTo(isNamed);
        return file.int32(entry + 4);
      }
    }
    throw new AssertionError("There is no resource " + key);
  }

  private String key(int entry) {
    int key = file.int32(entry);
    if (key >= 0) {
      return String.valueOf(key);
    }
    int name = root + (key & Integer.MAX_VALUE);
    return file.text(name + 2, 2 * file.int16(name), UTF_16LE);
  }
}
