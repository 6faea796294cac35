package org.ioproc.wrapper.image;

import java.util.List;

/** A member of a library. */
final class LibraryMember {

  private final List<String> symbols;
  private final byte[] content;

  /**
   * Creates a member.
   *
   * @param symbols the names that a linker finds the member by
   * @param content its bytes, which must not change
   */
  LibraryMember(List<String> symbols, byte[] content) {
    this.symbols = symbols;
    this.content = content;
  }

  List<String> symbols() {
    return symbols;
  }

  byte[] content() {
    return content;
  }
}
