package org.ioproc.wrapper.image;

import java.util.List;

/** Writes the member of an import library for one function. Linkers expand it into an object. */
final class ShortImport {

  private static final int UNKNOWN_MACHINE = 0;
  private static final int MARK = 0xFFFF;

  // How a linker finds out the exported name, in bits 2 to 4 of the type; bits 0 and 1 say "code".
  private static final int BY_ORDINAL = 0;
  private static final int BY_SYMBOL = 1 << 2;
  private static final int BY_UNDECORATED_SYMBOL = 3 << 2;

  private final Architecture architecture;
  private final String dll;
  private final ExportTable exports;

  ShortImport(Architecture architecture, String dll, ExportTable exports) {
    this.architecture = architecture;
    this.dll = dll;
    this.exports = exports;
  }

  LibraryMember member(DllExport export) {
    String symbol = symbol(export);
    byte[] names = new ByteBuilder().terminated(symbol).terminated(dll).toArray();
    ByteBuilder content =
        new ByteBuilder()
            .int16(UNKNOWN_MACHINE)
            .int16(MARK)
            .int16(0)
            .int16(architecture.machine())
            .int32(0, names.length)
            .int16(ordinalOrHint(export))
            .int16(type(export))
            .bytes(names);
    return new LibraryMember(List.of("__imp_" + symbol, symbol), content.toArray());
  }

  /** 32-bit compilers decorate the names of functions that remove their arguments. */
  private String symbol(DllExport export) {
    return architecture == Architecture.X86
        ? "_" + export.name() + "@" + export.argumentBytes()
        : export.name();
  }

  /** The hint is the name's index in the DLL, where Windows looks first. */
  private int ordinalOrHint(DllExport export) {
    return export.isNameless() ? exports.ordinalOf(export) : exports.named().indexOf(export);
  }

  private int type(DllExport export) {
    if (export.isNameless()) {
      return BY_ORDINAL;
    }
    return architecture == Architecture.X86 ? BY_UNDECORATED_SYMBOL : BY_SYMBOL;
  }
}
