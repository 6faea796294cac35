package org.ioproc.wrapper.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ioproc.wrapper.image.CoffObject.EXTERNAL;
import static org.ioproc.wrapper.image.CoffObject.SECTION;
import static org.ioproc.wrapper.image.CoffObject.STATIC;

import java.util.List;
import org.ioproc.wrapper.image.CoffObject.Relocation;
import org.ioproc.wrapper.image.CoffObject.Section;
import org.ioproc.wrapper.image.CoffObject.Symbol;

/**
 * Writes the three objects from which a linker builds a DLL's entry in a program's import table:
 * the entry, the entry of zeros that ends the table, and the zeros that end the DLL's two lists of
 * functions.
 */
final class ImportDescriptors {

  private static final String NULL_DESCRIPTOR = "__NULL_IMPORT_DESCRIPTOR";

  /** The size of an entry, and the positions of its three addresses. */
  private static final int ENTRY_SIZE = 20;

  private static final int LOOKUP_LIST = 0;
  private static final int DLL_NAME = 12;
  private static final int ADDRESS_LIST = 16;

  /** A section with initialized data that can be read and written. */
  private static final int DATA = 0xC0000040;

  private static final int ALIGN_2 = 0x00200000;
  private static final int ALIGN_4 = 0x00300000;
  private static final int ALIGN_8 = 0x00400000;

  private final Architecture architecture;
  private final String dll;
  private final String descriptor;
  private final String nullThunk;

  /**
   * Prepares the objects.
   *
   * @param dll the DLL's name, with its extension
   */
  ImportDescriptors(Architecture architecture, String dll) {
    this.architecture = architecture;
    this.dll = dll;
    String stem = dll.substring(0, dll.lastIndexOf('.'));
    descriptor = "__IMPORT_DESCRIPTOR_" + stem;
    nullThunk = "\u007f" + stem + "_NULL_THUNK_DATA";
  }

  List<LibraryMember> members() {
    return List.of(
        member(descriptor, entry()),
        member(NULL_DESCRIPTOR, lastEntry()),
        member(nullThunk, listEnds()));
  }

  private static LibraryMember member(String symbol, CoffObject object) {
    return new LibraryMember(List.of(symbol), object.write());
  }

  /**
   * The entry leads to the DLL's name, here, and to the lists, which the functions' members add to.
   */
  private CoffObject entry() {
    List<Relocation> addresses =
        List.of(
            new Relocation(DLL_NAME, 2),
            new Relocation(LOOKUP_LIST, 3),
            new Relocation(ADDRESS_LIST, 4));
    byte[] name = (dll + "\0").getBytes(UTF_8);
    return object(
        List.of(
            new Section(".idata$2", DATA | ALIGN_4, new byte[ENTRY_SIZE], addresses),
            new Section(".idata$6", DATA | ALIGN_2, name, List.of())),
        List.of(
            new Symbol(descriptor, 1, EXTERNAL),
            new Symbol(".idata$2", 1, SECTION),
            new Symbol(".idata$6", 2, STATIC),
            new Symbol(".idata$4", 0, SECTION),
            new Symbol(".idata$5", 0, SECTION),
            new Symbol(NULL_DESCRIPTOR, 0, EXTERNAL),
            new Symbol(nullThunk, 0, EXTERNAL)));
  }

  private CoffObject lastEntry() {
    return object(
        List.of(section(".idata$3", ALIGN_4, ENTRY_SIZE)),
        List.of(new Symbol(NULL_DESCRIPTOR, 1, EXTERNAL)));
  }

  private CoffObject listEnds() {
    int size = architecture.is64Bit() ? 8 : 4;
    int alignment = architecture.is64Bit() ? ALIGN_8 : ALIGN_4;
    return object(
        List.of(section(".idata$5", alignment, size), section(".idata$4", alignment, size)),
        List.of(new Symbol(nullThunk, 1, EXTERNAL)));
  }

  private CoffObject object(List<Section> sections, List<Symbol> symbols) {
    return new CoffObject(architecture, sections, symbols);
  }

  private static Section section(String name, int alignment, int size) {
    return new Section(name, DATA | alignment, new byte[size], List.of());
  }
}
