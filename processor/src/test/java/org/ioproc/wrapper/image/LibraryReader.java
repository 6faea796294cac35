package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads an import library as linkers do, and asserts that its headers and indexes are right. */
final class LibraryReader {

  private final byte[] file;
  private final ByteBuffer bytes;

  /** The members, with the two indexes and the long names. */
  private final List<Member> members = new ArrayList<>();

  /** A member: where its header and its content start, and the content's size. */
  record Member(String name, int header, int content, int size) {}

  /** A function's member. The name is how the linker finds out the exported one. */
  record Function(String symbol, String dll, int machine, int type, int ordinalOrHint) {}

  LibraryReader(byte[] file) {
    this.file = file;
    bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(latin(0, 8)).isEqualTo("!<arch>\n");
    int offset = 8;
    while (offset < file.length) {
      Member member = member(offset);
      members.add(member);
      offset = member.content() + member.size();
      if (offset % 2 != 0) {
        assertThat(file[offset]).isEqualTo('\n');
        offset++;
      }
    }
    assertThat(offset).isEqualTo(file.length);
    assertThat(members.get(0).name()).isEqualTo("/");
    assertThat(members.get(1).name()).isEqualTo("/");
  }

  private Member member(int header) {
    assertThat(latin(header + 16, 12).strip()).isEqualTo("0");
    assertThat(latin(header + 58, 2)).isEqualTo("`\n");
    int size = Integer.parseInt(latin(header + 48, 10).strip());
    return new Member(latin(header, 16).strip(), header, header + 60, size);
  }

  private String latin(int offset, int length) {
    return new String(file, offset, length, ISO_8859_1);
  }

  private List<Member> contents() {
    return members.stream().filter(member -> !member.name().matches("//?")).toList();
  }

  boolean hasLongNames() {
    return members.get(2).name().equals("//");
  }

  /** Returns the object that a linker starts from. */
  ObjectReader firstObject() {
    Member first = contents().get(0);
    return new ObjectReader(file, first.content(), first.size());
  }

  /** Returns the members' names, with long ones looked up. */
  List<String> names() {
    return contents().stream().map(member -> name(member.name())).toList();
  }

  private String name(String name) {
    if (!name.startsWith("/")) {
      assertThat(name).endsWith("/");
      return name.substring(0, name.length() - 1);
    }
    assertThat(members.get(2).name()).isEqualTo("//");
    return text(members.get(2).content() + Integer.parseInt(name.substring(1)));
  }

  private String text(int offset) {
    int end = offset;
    while (file[end] != 0) {
      end++;
    }
    return latin(offset, end - offset);
  }

  /** Returns the headers' positions by symbol, from the first index. */
  SortedMap<String, Integer> firstIndex() {
    Member index = members.get(0);
    ByteBuffer numbers = ByteBuffer.wrap(file);
    int count = numbers.getInt(index.content());
    int offset = index.content() + 4 + 4 * count;
    SortedMap<String, Integer> symbols = new TreeMap<>();
    int previous = 0;
    for (int i = 0; i < count; i++) {
      int header = numbers.getInt(index.content() + 4 + 4 * i);
      assertThat(header).isAtLeast(previous);
      previous = header;
      assertThat(symbols.put(text(offset), header)).isNull();
      offset += text(offset).length() + 1;
    }
    assertThat(offset).isEqualTo(index.content() + index.size());
    return symbols;
  }

  /** Returns the headers' positions by symbol, from the second index, whose symbols are sorted. */
  SortedMap<String, Integer> secondIndex() {
    int headers = members.get(1).content();
    assertThat(bytes.getInt(headers)).isEqualTo(contents().size());
    for (int i = 0; i < contents().size(); i++) {
      assertThat(bytes.getInt(headers + 4 + 4 * i)).isEqualTo(contents().get(i).header());
    }
    int counts = headers + 4 + 4 * contents().size();
    int count = bytes.getInt(counts);
    int offset = counts + 4 + 2 * count;
    SortedMap<String, Integer> symbols = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      int member = bytes.getShort(counts + 4 + 2 * i);
      assertThat(symbols.isEmpty() || symbols.lastKey().compareTo(text(offset)) < 0).isTrue();
      symbols.put(text(offset), bytes.getInt(headers + 4 * member));
      offset += text(offset).length() + 1;
    }
    assertThat(offset).isEqualTo(headers + members.get(1).size());
    return symbols;
  }

  /** Returns the members that are functions: all but the first three, which are objects. */
  List<Function> functions() {
    return contents().stream().skip(3).map(this::function).toList();
  }

  Function function(Member member) {
    int start = member.content();
    assertThat(bytes.getInt(start)).isEqualTo(0xFFFF0000);
    assertThat(bytes.getShort(start + 4)).isEqualTo(0);
    assertThat(bytes.getInt(start + 8)).isEqualTo(0);
    assertThat(bytes.getInt(start + 12)).isEqualTo(member.size() - 20);
    String symbol = text(start + 20);
    String dll = text(start + 20 + symbol.length() + 1);
    assertThat(symbol.length() + dll.length() + 2).isEqualTo(member.size() - 20);
    return new Function(symbol, dll, int16(start + 6), int16(start + 18), int16(start + 16));
  }

  private int int16(int offset) {
    return Short.toUnsignedInt(bytes.getShort(offset));
  }

  /** Returns the symbols that a member defines, whether it is an object or a function. */
  List<String> defined(int header) {
    Member member = members.stream().filter(each -> each.header() == header).findFirst().get();
    if (bytes.getInt(member.content()) == 0xFFFF0000) {
      String symbol = function(member).symbol();
      return List.of("__imp_" + symbol, symbol);
    }
    return new ObjectReader(file, member.content(), member.size()).definedSymbols();
  }
}
