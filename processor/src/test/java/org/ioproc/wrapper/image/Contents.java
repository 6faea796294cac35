package org.ioproc.wrapper.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.ioproc.wrapper.Way;

/** What DLLs in the tests contain. */
final class Contents {

  static final DllVersion VERSION =
      new DllVersion("Łódź \"player\"", "1.4.08-beta+7", "ACME\r\n\tInc.", "© 2026");

  private static final String[] FUNCTIONS = {
    "Install%s",
    "Remove%s",
    "Preload%s",
    "%sCallback",
    "%sErrorText",
    "%sJava",
    "%sVersion",
    "%sDoctorW"
  };
  private static final int[] ARGUMENTS = {0, 0, 0, 16, 8, 8, 8, 16};

  private Contents() {}

  static DllContent of(List<DllExport> exports) {
    DllProcedure procedure =
        new DllProcedure("ZipIoProc", "com.example.ZipIoProcInstaller$Provider", 0x2050495A);
    return new DllContent("zipioproc", List.of(procedure), exports, VERSION, Way.AUTO);
  }

  /** Returns a DLL without a module-definitions file: each function, without ordinals. */
  static DllContent plain(String library, int count) {
    List<DllExport> exports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int function = 0; function < FUNCTIONS.length; function++) {
        exports.add(export(i, function, OptionalInt.empty(), false, false));
      }
    }
    return new DllContent(library, procedures(count), exports, VERSION, Way.AUTO);
  }

  /**
   * Returns a DLL with any procedures, gaps in the ordinals, and nameless and private functions.
   */
  static DllContent random(Random random) {
    int count = 1 + random.nextInt(64);
    Iterator<Integer> ordinals = ordinals(random).iterator();
    List<DllExport> exports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (int function = 0; function < FUNCTIONS.length; function++) {
        boolean hasOrdinal = random.nextInt(3) == 0;
        OptionalInt ordinal = hasOrdinal ? OptionalInt.of(ordinals.next()) : OptionalInt.empty();
        boolean isNameless = hasOrdinal && random.nextBoolean();
        exports.add(export(i, function, ordinal, isNameless, random.nextInt(4) == 0));
      }
    }
    Collections.shuffle(exports, random);
    exports.subList(random.nextInt(exports.size()), exports.size()).clear();
    return new DllContent("library" + count, procedures(count), exports, VERSION, Way.AUTO);
  }

  private static List<Integer> ordinals(Random random) {
    List<Integer> ordinals = new ArrayList<>();
    int bound = random.nextBoolean() ? 0xFFFF : 1000;
    for (int ordinal = 1; ordinal <= bound; ordinal++) {
      ordinals.add(ordinal);
    }
    Collections.shuffle(ordinals, random);
    return ordinals;
  }

  private static List<DllProcedure> procedures(int count) {
    List<DllProcedure> procedures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      procedures.add(
          new DllProcedure(name(i), "com.exämple.żółć.Provider\uD83C\uDFB5" + i, 0x20000000 + i));
    }
    return procedures;
  }

  private static DllExport export(
      int procedure, int function, OptionalInt ordinal, boolean isNameless, boolean isPrivate) {
    int slot = function < 4 ? 5 + 4 * procedure + function : function - 3;
    return new DllExport(
        FUNCTIONS[function].formatted(name(procedure)),
        ordinal,
        isNameless,
        isPrivate,
        slot,
        ARGUMENTS[function]);
  }

  /** Names in upper and lower case, of which some are the beginnings of others. */
  private static String name(int index) {
    return switch (index % 3) {
      case 0 -> "P" + index;
      case 1 -> "_zip" + index;
      default -> "Zip" + "I".repeat(index);
    };
  }

  /** Returns an export with a name and nothing else that matters. */
  static DllExport export(String name) {
    return new DllExport(name, OptionalInt.empty(), false, false, 1, 0);
  }

  static DllExport export(String name, int ordinal) {
    return new DllExport(name, OptionalInt.of(ordinal), false, false, 1, 0);
  }
}
