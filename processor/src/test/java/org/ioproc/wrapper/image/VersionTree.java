package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a version resource, as VerQueryValue does. */
final class VersionTree {

  private final byte[] resource;
  private final ByteBuffer bytes;
  private final Map<String, byte[]> values = new LinkedHashMap<>();

  VersionTree(byte[] resource) {
    this.resource = resource;
    bytes = ByteBuffer.wrap(resource).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(read(0, "")).isEqualTo(resource.length);
  }

  /** Reads a node and its children, and returns its end. */
  private int read(int start, String parent) {
    assertThat(start % 4).isEqualTo(0);
    int end = start + int16(start);
    boolean isText = int16(start + 4) == 1;
    int size = int16(start + 2) * (isText ? 2 : 1);
    String key = text(start + 6);
    String path = parent.isEmpty() && start == 0 ? "\\" : parent + "\\" + key;
    int value = aligned(start + 6 + 2 * key.length() + 2);
    values.put(path, size == 0 ? new byte[0] : Arrays.copyOfRange(resource, value, value + size));
    int child = size == 0 ? aligned(start + 6 + 2 * key.length() + 2) : aligned(value + size);
    while (child < end) {
      child = aligned(read(child, start == 0 ? "" : path));
    }
    return end;
  }

  private static int aligned(int offset) {
    return (offset + 3) & ~3;
  }

  private int int16(int offset) {
    return Short.toUnsignedInt(bytes.getShort(offset));
  }

  private String text(int offset) {
    StringBuilder text = new StringBuilder();
    for (int i = offset; int16(i) != 0; i += 2) {
      text.append((char) int16(i));
    }
    return text.toString();
  }

  /** Returns the numbers of VS_FIXEDFILEINFO. */
  int[] fixed() {
    ByteBuffer fixed = ByteBuffer.wrap(values.get("\\")).order(ByteOrder.LITTLE_ENDIAN);
    int[] numbers = new int[13];
    fixed.asIntBuffer().get(numbers);
    return numbers;
  }

  byte[] translation() {
    return values.get("\\VarFileInfo\\Translation");
  }

  /** Returns the texts by their keys; each ends with a zero. */
  Map<String, String> strings() {
    Map<String, String> strings = new LinkedHashMap<>();
    String table = "\\StringFileInfo\\040904B0\\";
    values.forEach(
        (path, value) -> {
          if (path.startsWith(table)) {
            String text = new String(value, UTF_16LE);
            assertThat(text).endsWith("\0");
            strings.put(path.substring(table.length()), text.substring(0, text.length() - 1));
          }
        });
    return strings;
  }
}
