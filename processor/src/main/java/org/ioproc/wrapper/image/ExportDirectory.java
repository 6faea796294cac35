package org.ioproc.wrapper.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.SortedMap;
import java.util.function.IntUnaryOperator;

/** Writes the directory in which Windows finds a DLL's functions by name and by ordinal. */
final class ExportDirectory {

  private static final int HEADER_SIZE = 40;

  private final String dll;
  private final ExportTable exports;
  private final int address;

  /**
   * Prepares a directory.
   *
   * @param address the address of the directory's start
   */
  ExportDirectory(String dll, ExportTable exports, int address) {
    this.dll = dll;
    this.exports = exports;
    this.address = address;
  }

  /**
   * Returns the header, the addresses by ordinal, the names' addresses, the names' ordinals, and
   * the names.
   *
   * @param addresses returns the address of a slot's function
   */
  byte[] write(IntUnaryOperator addresses) {
    ByteBuilder bytes = header();
    writeFunctions(bytes, addresses);
    writeNameAddresses(bytes);
    for (DllExport export : exports.named()) {
      bytes.int16(exports.ordinalOf(export) - lowestOrdinal());
    }
    bytes.terminated(dll);
    exports.named().forEach(export -> bytes.terminated(export.name()));
    return bytes.toArray();
  }

  private ByteBuilder header() {
    return new ByteBuilder()
        .int32(0, 0, 0, address + nameTexts(), lowestOrdinal(), functions(), names())
        .int32(address + HEADER_SIZE, address + nameAddresses(), address + nameOrdinals());
  }

  /** Writes zero for an ordinal that is not used. */
  private void writeFunctions(ByteBuilder bytes, IntUnaryOperator addresses) {
    SortedMap<Integer, DllExport> byOrdinal = exports.byOrdinal();
    for (int i = 0; i < functions(); i++) {
      DllExport export = byOrdinal.get(lowestOrdinal() + i);
      bytes.int32(export == null ? 0 : addresses.applyAsInt(export.slot()));
    }
  }

  private void writeNameAddresses(ByteBuilder bytes) {
    int text = address + nameTexts() + terminatedSize(dll);
    for (DllExport export : exports.named()) {
      bytes.int32(text);
      text += terminatedSize(export.name());
    }
  }

  private int lowestOrdinal() {
    return exports.byOrdinal().isEmpty() ? 1 : exports.byOrdinal().firstKey();
  }

  private int functions() {
    return exports.byOrdinal().isEmpty() ? 0 : exports.byOrdinal().lastKey() - lowestOrdinal() + 1;
  }

  private int names() {
    return exports.named().size();
  }

  private int nameAddresses() {
    return HEADER_SIZE + 4 * functions();
  }

  private int nameOrdinals() {
    return nameAddresses() + 4 * names();
  }

  private int nameTexts() {
    return nameOrdinals() + 2 * names();
  }

  private static int terminatedSize(String text) {
    return text.getBytes(UTF_8).length + 1;
  }
}
