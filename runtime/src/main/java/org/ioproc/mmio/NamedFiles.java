package org.ioproc.mmio;

import static org.ioproc.MmioMessages.MMIO_DELETE;
import static org.ioproc.MmioMessages.MMIO_EXIST;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.mmsystem.ProcedureList;
import org.ioproc.internal.text.Printable;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Held;
import org.jspecify.annotations.Nullable;

/** The operations that take a file name: every kind of {@code mmioOpen}, and renaming. */
final class NamedFiles {

  /** The result of {@code mmioOpen} if it succeeds without opening a file. */
  private static final long TRUE = 1;

  /** A procedure may overwrite the name that it gets. Microsoft requires room for 128 bytes. */
  private static final int NAME_ROOM = 4096;

  /** The most codes that a message lists. */
  private static final int MAX_CODES = 10;

  private static final String ORDINARY = ", so mmio looked for an ordinary file";

  private final MmioFunctions functions;
  private final ProcedureList procedures;

  NamedFiles(MmioFunctions functions, ProcedureList procedures) {
    this.functions = functions;
    this.procedures = procedures;
  }

  static String quoted(String name) {
    return '"' + Printable.of(name) + '"';
  }

  OpenHandle open(@Nullable String name, OpenParameters parameters, int flags)
      throws MmioException {
    String shown = name == null ? "a file without a name" : quoted(name);
    ByteBuffer text = name == null ? null : AnsiText.encode(name);
    ByteBuffer memory = parameters.memory();
    int all = parameters.flags(flags);
    long number = open(text, parameters.toInfo(), memory, all, "open " + shown, name);
    OpenHandle handle = new OpenHandle(functions, number, shown);
    handle.keep(memory);
    return handle;
  }

  void delete(String name) throws MmioException {
    finish(
        open(
            AnsiText.encode(name),
            MmioInfo.allocate(),
            null,
            MMIO_DELETE,
            "delete " + quoted(name),
            name));
  }

  boolean exists(String name) throws MmioException {
    ManagerFailures.forget();
    boolean exists = functions.mmioOpen(roomy(name), MmioInfo.allocate(), MMIO_EXIST) != 0;
    if (!exists) {
      logIfWithoutProcedure(name);
    }
    return exists;
  }

  /** The answer alone would not show the mistake. */
  private void logIfWithoutProcedure(String name) {
    FourCc code = MmioName.find(name).flatMap(MmioName::code).orElse(null);
    if (code != null && procedures.find(code) == 0) {
      System.getLogger("org.ioproc")
          .log(Level.DEBUG, quoted(name) + " was not found: " + notInstalled(code) + ORDINARY);
    }
  }

  /** Returns the name with which mmio replaces a name. */
  String replaced(String name, int flag, String task) throws MmioException {
    ByteBuffer text = roomy(name);
    finish(open(text, MmioInfo.allocate(), null, flag, task + " " + quoted(name), name));
    return AnsiText.of(text);
  }

  private static ByteBuffer roomy(String name) throws MmioException {
    ByteBuffer text = AnsiText.encode(name);
    int room = Math.max(NAME_ROOM, text.remaining());
    return ByteBuffer.allocateDirect(room).put(text).rewind();
  }

  private long open(
      @Nullable ByteBuffer text,
      MmioInfo info,
      @Nullable ByteBuffer memory,
      int flags,
      String what,
      @Nullable String name)
      throws MmioException {
    ManagerFailures.forget();
    long handle = Held.call(memory, address -> open(text, info, address, flags));
    if (handle == 0) {
      int error = info.errorRet() == 0 ? MmioError.CANNOT_OPEN.code() : info.errorRet();
      String hint = info.ioProc() == 0 ? hint(error, info.fccIoProc(), name) : "";
      throw ManagerFailures.of("cannot " + what, error, MmioError.CANNOT_OPEN, hint);
    }
    return handle;
  }

  private long open(@Nullable ByteBuffer text, MmioInfo info, long memory, int flags) {
    info.buffer(memory);
    return functions.mmioOpen(text, info, flags);
  }

  /**
   * Detects the most frequent mistakes, which the error does not show: no procedure is installed,
   * or the name chooses none.
   */
  private String hint(int error, int chosen, @Nullable String name) {
    if (chosen != 0) {
      FourCc code = new FourCc(chosen);
      return procedures.find(code) != 0 ? "" : "; " + notInstalled(code);
    }
    String reason = name == null ? "" : whyOrdinary(error, name);
    return reason.isEmpty() ? "" : "; " + reason + ORDINARY;
  }

  private String whyOrdinary(int error, String name) {
    MmioName split = MmioName.find(name).orElse(null);
    if (split == null) {
      return error == MmioError.FILE_NOT_FOUND.code() ? "the name has no \"+\"" : "";
    }
    FourCc code = split.code().orElse(null);
    if (code == null) {
      return quoted(split.container()) + " has no extension";
    }
    return procedures.find(code) != 0 ? "" : notInstalled(code);
  }

  private String notInstalled(FourCc code) {
    List<FourCc> installed = procedures.installed();
    String others =
        installed.stream()
            .limit(MAX_CODES)
            .map(each -> '"' + each.toString() + '"')
            .collect(Collectors.joining(", "));
    int more = installed.size() - MAX_CODES;
    return "no procedure is installed for \""
        + code
        + "\" (installed: "
        + (installed.isEmpty() ? "none" : others)
        + (more > 0 ? " and " + more + " more" : "")
        + ")";
  }

  /** Wine 8.0 opens what it deletes; others return {@code TRUE}, which must not be closed. */
  private void finish(long result) {
    if (result != TRUE) {
      int unused = functions.mmioClose(result, 0);
    }
  }

  void rename(String from, String to) throws MmioException {
    ByteBuffer source = AnsiText.encode(from);
    ByteBuffer target = AnsiText.encode(to);
    ManagerFailures.forget();
    int error = functions.mmioRename(source, target, chosenByName(from), 0);
    if (error != 0) {
      throw ManagerFailures.of(
          "cannot rename " + quoted(from) + " to " + quoted(to),
          error,
          MmioError.CANNOT_OPEN,
          hint(error, 0, from));
    }
  }

  /** Wine 8.0 ignores the name here, and looks at the code. */
  private @Nullable MmioInfo chosenByName(String name) {
    FourCc code = MmioName.find(name).flatMap(MmioName::code).orElse(null);
    if (code == null) {
      return null;
    }
    return procedures.find(code) != 0 ? OpenParameters.byCode(code).toInfo() : null;
  }
}
