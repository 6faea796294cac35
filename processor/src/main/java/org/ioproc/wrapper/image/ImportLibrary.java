package org.ioproc.wrapper.image;

import java.util.List;
import java.util.stream.Stream;

/** Writes the library that C programs link with to call a DLL's functions. */
public final class ImportLibrary {

  private ImportLibrary() {}

  /**
   * Returns an import library for mingw-w64, zig and Microsoft's linker.
   *
   * @param dll the DLL's name, with its extension
   * @param exports all exports of the DLL
   * @throws IllegalArgumentException if two exports have the same name or ordinal
   */
  public static byte[] of(Architecture architecture, String dll, List<DllExport> exports) {
    ExportTable table = new ExportTable(exports);
    ShortImport functions = new ShortImport(architecture, dll, table);
    Stream<LibraryMember> members =
        table.byOrdinal().values().stream()
            .filter(export -> !export.isPrivate())
            .map(functions::member);
    return new LibraryFile(
            dll,
            Stream.concat(new ImportDescriptors(architecture, dll).members().stream(), members)
                .toList())
        .write();
  }
}
