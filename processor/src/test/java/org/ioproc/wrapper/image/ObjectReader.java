package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads an object file of an import library, and asserts that its parts follow each other. */
final class ObjectReader {

  private final ByteBuffer bytes;
  private final List<Symbol> symbols = new ArrayList<>();

  private record Symbol(String name, int section, int storageClass) {}

  ObjectReader(byte[] file, int start, int size) {
    byte[] object = Arrays.copyOfRange(file, start, start + size);
    bytes = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
    int table = bytes.getInt(8);
    int strings = table + 18 * bytes.getInt(12);
    for (int offset = table; offset < strings; offset += 18) {
      symbols.add(
          new Symbol(name(offset, strings), bytes.getShort(offset + 12), bytes.get(offset + 16)));
    }
    assertThat(strings + bytes.getInt(strings)).isEqualTo(size);
    assertSections(table);
  }

  private String name(int offset, int strings) {
    if (bytes.getInt(offset) != 0) {
      return new String(bytes.array(), offset, 8, ISO_8859_1).replace("\0", "");
    }
    int begin = strings + bytes.getInt(offset + 4);
    int end = begin;
    while (bytes.get(end) != 0) {
      end++;
    }
    return new String(bytes.array(), begin, end - begin, ISO_8859_1);
  }

  private void assertSections(int table) {
    int offset = 20 + 40 * bytes.getShort(2);
    for (int i = 0; i < bytes.getShort(2); i++) {
      int header = 20 + 40 * i;
      assertThat(bytes.getInt(header + 20)).isEqualTo(offset);
      offset += bytes.getInt(header + 16);
      int relocations = bytes.getShort(header + 32);
      assertThat(bytes.getInt(header + 24)).isEqualTo(relocations == 0 ? 0 : offset);
      for (int end = offset + 10 * relocations; offset < end; offset += 10) {
        assertThat(bytes.getInt(offset + 4)).isLessThan(symbols.size());
      }
    }
    assertThat(offset).isEqualTo(table);
  }

  boolean isFor32Bits() {
    return (bytes.getShort(18) & 0x100) != 0;
  }

  List<String> undefinedSymbols() {
    return symbols.stream()
        .filter(symbol -> symbol.section() == 0 && symbol.storageClass() == 2)
        .map(Symbol::name)
        .toList();
  }

  List<String> definedSymbols() {
    return symbols.stream()
        .filter(symbol -> symbol.section() > 0 && symbol.storageClass() == 2)
        .map(Symbol::name)
        .toList();
  }
}
