package org.ioproc.wrapper.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/**
 * Writes an object file.
 *
 * @param sections its sections
 * @param symbols its symbols, at least one of them in each section
 */
record CoffObject(Architecture architecture, List<Section> sections, List<Symbol> symbols) {

  static final int EXTERNAL = 2;
  static final int STATIC = 3;
  static final int SECTION = 104;

  private static final int HEADER_SIZE = 20;
  private static final int SECTION_HEADER_SIZE = 40;
  private static final int RELOCATION_SIZE = 10;
  private static final int SHORT_NAME = 8;
  private static final int FOR_32_BITS = 0x0100;

  /** A section. */
  static final class Section {
    private final String name;
    private final int flags;
    private final byte[] content;
    private final List<Relocation> relocations;

    /**
     * Creates a section.
     *
     * @param name at most eight characters
     * @param content its bytes, which must not change
     */
    Section(String name, int flags, byte[] content, List<Relocation> relocations) {
      this.name = name;
      this.flags = flags;
      this.content = content;
      this.relocations = relocations;
    }

    int size() {
      return content.length + RELOCATION_SIZE * relocations.size();
    }
  }

  /**
   * A place in a section that the linker fills in with an address.
   *
   * @param offset the place's position in the section
   * @param symbol the index of the symbol with the address
   */
  record Relocation(int offset, int symbol) {}

  /**
   * A symbol.
   *
   * @param section the number of its section, from 1; 0 if another object defines the symbol
   */
  record Symbol(String name, int section, int storageClass) {}

  byte[] write() {
    ByteBuilder bytes = new ByteBuilder();
    writeHeader(bytes);
    writeSectionHeaders(bytes);
    sections.forEach(section -> writeContent(bytes, section));
    writeSymbols(bytes);
    return bytes.toArray();
  }

  private void writeHeader(ByteBuilder bytes) {
    int content = sections.stream().mapToInt(Section::size).sum();
    bytes
        .int16(architecture.machine())
        .int16(sections.size())
        .int32(0, contentOffset() + content, symbols.size())
        .int16(0)
        .int16(architecture.is64Bit() ? 0 : FOR_32_BITS);
  }

  private int contentOffset() {
    return HEADER_SIZE + SECTION_HEADER_SIZE * sections.size();
  }

  private void writeSectionHeaders(ByteBuilder bytes) {
    int offset = contentOffset();
    for (Section section : sections) {
      int count = section.relocations.size();
      shortName(bytes, section.name)
          .int32(0, 0, section.content.length, offset)
          .int32(count == 0 ? 0 : offset + section.content.length, 0)
          .int16(count)
          .int16(0)
          .int32(section.flags);
      offset += section.size();
    }
  }

  private void writeContent(ByteBuilder bytes, Section section) {
    bytes.bytes(section.content);
    for (Relocation relocation : section.relocations) {
      bytes.int32(relocation.offset(), relocation.symbol()).int16(architecture.addressRelocation());
    }
  }

  /** Names of more than eight bytes follow the symbols. */
  private void writeSymbols(ByteBuilder bytes) {
    ByteBuilder names = new ByteBuilder();
    for (Symbol symbol : symbols) {
      if (symbol.name().getBytes(UTF_8).length <= SHORT_NAME) {
        shortName(bytes, symbol.name());
      } else {
        bytes.int32(0, 4 + names.size());
        names.terminated(symbol.name());
      }
      bytes.int32(0).int16(symbol.section()).int16(0);
      bytes.int16(symbol.storageClass());
    }
    bytes.int32(4 + names.size()).bytes(names.toArray());
  }

  private static ByteBuilder shortName(ByteBuilder bytes, String name) {
    return bytes.ascii(name).zeros(SHORT_NAME - name.getBytes(UTF_8).length);
  }
}
