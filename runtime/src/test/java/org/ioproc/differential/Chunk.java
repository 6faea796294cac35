package org.ioproc.differential;

/** A chunk as MMCKINFO describes it. */
record Chunk(int id, int size, int type, int dataOffset, int flags) {

  static final Chunk NONE = new Chunk(0, 0, 0, 0, 0);

  static Chunk parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Chunk(hex(parts[0]), hex(parts[1]), hex(parts[2]), hex(parts[3]), hex(parts[4]));
  }

  private static int hex(String text) {
    return Integer.parseUnsignedInt(text, 16);
  }

  long end() {
    return (long) dataOffset + Integer.toUnsignedLong(size);
  }

  Chunk clean() {
    return new Chunk(id, size, type, dataOffset, 0);
  }

  boolean isDirty() {
    return flags != 0;
  }

  @Override
  public String toString() {
    return String.join(
        " ",
        Integer.toHexString(id),
        Integer.toHexString(size),
        Integer.toHexString(type),
        Integer.toHexString(dataOffset),
        Integer.toHexString(flags));
  }
}
