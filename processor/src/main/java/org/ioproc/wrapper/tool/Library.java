package org.ioproc.wrapper.tool;

import java.util.List;
import org.ioproc.wrapper.ExportKind;
import org.ioproc.wrapper.ExportedFunction;
import org.ioproc.wrapper.Exports;
import org.ioproc.wrapper.ProcedureSpec;
import org.ioproc.wrapper.Way;
import org.ioproc.wrapper.WrapperSpec;
import org.ioproc.wrapper.image.DllContent;
import org.ioproc.wrapper.image.DllExport;
import org.ioproc.wrapper.image.DllProcedure;
import org.ioproc.wrapper.image.DllVersion;

/**
 * A library to write.
 *
 * @param exports what its DLL exports
 * @param definitions the module-definitions file that says so, as its author wrote it
 */
record Library(Exports exports, Content definitions) {

  /** The template's functions for a procedure, which follow those that all procedures share. */
  private static final int FUNCTIONS = 4;

  private static final int FIRST_OF_PROCEDURES = 5;

  WrapperSpec wrapper() {
    return exports.wrapper();
  }

  String name() {
    return wrapper().name();
  }

  /** Returns the names and data for the DLL. */
  DllContent content(DllVersion version, Way way) {
    return new DllContent(
        name(),
        wrapper().procedures().stream()
            .map(one -> new DllProcedure(one.name(), one.provider(), one.code()))
            .toList(),
        dllExports(),
        version,
        way);
  }

  List<DllExport> dllExports() {
    return exports.functions().stream().map(this::dllExport).toList();
  }

  private DllExport dllExport(ExportedFunction function) {
    return new DllExport(
        function.name(),
        function.ordinal(),
        function.isNameless(),
        function.isPrivate(),
        slot(function.function().kind(), function.function().procedure()),
        function.function().argumentBytes());
  }

  /** Returns a function's ordinal in the template. */
  private int slot(ExportKind kind, ProcedureSpec procedure) {
    int first = FIRST_OF_PROCEDURES + FUNCTIONS * wrapper().procedures().indexOf(procedure);
    return switch (kind) {
      case ERROR_TEXT -> 1;
      case JAVA -> 2;
      case VERSION -> 3;
      case DOCTOR -> 4;
      case INSTALL -> first;
      case REMOVE -> first + 1;
      case PRELOAD -> first + 2;
      case CALLBACK -> first + 3;
    };
  }
}
