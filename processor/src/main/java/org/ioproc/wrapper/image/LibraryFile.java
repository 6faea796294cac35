package org.ioproc.wrapper.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a library: two indexes of its symbols, the members' long name if they need one, and the
 * members, which all have the same name.
 */
final class LibraryFile {

  private static final String MARK = "!<arch>\n";
  private static final int MEMBER_HEADER_SIZE = 60;
  private static final int LONGEST_NAME = 15;

  private final String name;
  private final List<LibraryMember> members;
  private final List<Symbol> symbols = new ArrayList<>();

  /**
   * A name that a linker finds a member by.
   *
   * @param member the member's index
   */
  private record Symbol(String name, int member) {}

  LibraryFile(String name, List<LibraryMember> members) {
    this.name = name;
    this.members = members;
    for (int i = 0; i < members.size(); i++) {
      for (String symbol : members.get(i).symbols()) {
        symbols.add(new Symbol(symbol, i));
      }
    }
  }

  byte[] write() {
    ByteBuilder bytes = new ByteBuilder().ascii(MARK);
    int[] offsets = offsets();
    append(bytes, "/", firstIndex(offsets));
    append(bytes, "/", secondIndex(offsets));
    if (hasLongName()) {
      append(bytes, "//", longNames());
    }
    members.forEach(member -> append(bytes, memberName(), member.content()));
    return bytes.toArray();
  }

  /** Returns the members' positions. The indexes' sizes do not depend on what they contain. */
  private int[] offsets() {
    int[] offsets = new int[members.size()];
    int position =
        MARK.length() + memberSize(firstIndex(offsets)) + memberSize(secondIndex(offsets));
    position += hasLongName() ? memberSize(longNames()) : 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = position;
      position += memberSize(members.get(i).content());
    }
    return offsets;
  }

  private static int memberSize(byte[] content) {
    return MEMBER_HEADER_SIZE + ByteBuilder.aligned(content.length, 2);
  }

  /** Returns the index in the order of the members. Its numbers are big-endian. */
  private byte[] firstIndex(int[] offsets) {
    ByteBuffer numbers = ByteBuffer.allocate(4 + 4 * symbols.size()).putInt(symbols.size());
    symbols.forEach(symbol -> numbers.putInt(offsets[symbol.member()]));
    ByteBuilder bytes = new ByteBuilder().bytes(numbers.array());
    symbols.forEach(symbol -> bytes.terminated(symbol.name()));
    return bytes.toArray();
  }

  /** Returns the index in the order of the symbols' bytes. Its members' numbers start at 1. */
  private byte[] secondIndex(int[] offsets) {
    List<Symbol> sorted = symbols.stream().sorted(BY_NAME).toList();
    ByteBuilder bytes = new ByteBuilder().int32(offsets.length).int32(offsets);
    bytes.int32(sorted.size());
    sorted.forEach(symbol -> bytes.int16(symbol.member() + 1));
    sorted.forEach(symbol -> bytes.terminated(symbol.name()));
    return bytes.toArray();
  }

  private static final Comparator<Symbol> BY_NAME =
      Comparator.comparing(symbol -> symbol.name().getBytes(UTF_8), Arrays::compareUnsigned);

  private boolean hasLongName() {
    return name.getBytes(UTF_8).length > LONGEST_NAME;
  }

  private byte[] longNames() {
    return new ByteBuilder().terminated(name).toArray();
  }

  private String memberName() {
    return hasLongName() ? "/0" : name + "/";
  }

  /** Appends a member. Its header consists of columns of text, without owners and with no date. */
  private static void append(ByteBuilder bytes, String name, byte[] content) {
    bytes
        .ascii(column(name, 16) + column("0", 12) + column("", 12) + column("0", 8))
        .ascii(column(String.valueOf(content.length), 10) + "`\n")
        .bytes(content);
    if (content.length % 2 != 0) {
      bytes.ascii("\n");
    }
  }

  private static String column(String text, int width) {
    return text + " ".repeat(width - text.getBytes(UTF_8).length);
  }
}
