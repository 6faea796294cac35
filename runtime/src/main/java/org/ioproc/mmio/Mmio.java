package org.ioproc.mmio;

import java.nio.ByteBuffer;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.MmioInfo;
import org.ioproc.internal.transport.Transport;
import org.ioproc.internal.winmm.MmioFunctions;
import org.jspecify.annotations.Nullable;

/**
 * A multimedia file manager, as the programs that open files see it.
 *
 * <p>Threads: every method may be called on any thread.
 */
public final class Mmio {

  /** What opening for {@code MMIO_DELETE} or {@code MMIO_EXIST} returns instead of a handle. */
  private static final long TRUE = 1;

  private final MmioFunctions functions;
  private final String description;

  Mmio(MmioFunctions functions, String description) {
    this.functions = functions;
    this.description = description;
  }

  /**
   * The manager of this process: winmm on Windows, the embedded one elsewhere.
   *
   * @return always the same object
   */
  public static Mmio system() {
    return Managers.system();
  }

  /**
   * The embedded manager, which is mmio written in Java. There is one in a process, on every
   * system. It calls procedures written in Java without leaving Java.
   *
   * @return always the same object
   */
  public static Mmio embedded() {
    return Managers.embedded();
  }

  /**
   * An embedded manager of its own, without procedures, for tests and debugging.
   *
   * @param callPath how it calls procedures
   * @return a new manager
   */
  public static Mmio newEmbedded(CallPath callPath) {
    return new Mmio(
        callPath == CallPath.NATIVE ? EmbeddedMmio.crossing() : EmbeddedMmio.straight(),
        Managers.describe("an embedded manager of its own", callPath));
  }

  /**
   * Says which manager this is, and why.
   *
   * @return one line for a person
   */
  public String description() {
    return description;
  }

  /**
   * Says by which way native code and Java reach each other in this process, and why.
   *
   * @return one line for a person
   */
  public static String transport() {
    return Transport.current().description();
  }

  /**
   * Opens a file ({@code mmioOpen}).
   *
   * @param name {@code container+element}, or the path of an ordinary file
   * @param flags how; none: to read
   * @return the open file
   * @throws MmioException if it cannot be opened
   */
  public MmioFile open(String name, MmioFlag... flags) throws MmioException {
    return open(name, OpenParameters.byName(), flags);
  }

  /**
   * Opens a file ({@code mmioOpen} with an {@code MMIOINFO}).
   *
   * @param name its name; null if the procedure needs none
   * @param parameters what else there is to say
   * @param flags how; none: to read
   * @return the open file
   * @throws MmioException if it cannot be opened
   */
  public MmioFile open(@Nullable String name, OpenParameters parameters, MmioFlag... flags)
      throws MmioException {
    String shown = name == null ? "a file without a name" : quoted(name);
    long handle = open(name, parameters.toInfo(), MmioFlag.bits(flags), "cannot open " + shown);
    return new MmioFile(functions, new OpenHandle(functions, handle, shown));
  }

  /**
   * Deletes a file ({@code mmioOpen} with {@code MMIO_DELETE}).
   *
   * @param name its name
   * @throws MmioException if it cannot be deleted
   */
  public void delete(String name) throws MmioException {
    finish(
        open(
            name, MmioInfo.allocate(), MmioFunctions.MMIO_DELETE, "cannot delete " + quoted(name)));
  }

  /** Wine 8.0 opens what it deletes; others return {@code TRUE}, which is not to be closed. */
  private void finish(long result) {
    if (result != TRUE) {
      int unused = functions.mmioClose(result, 0);
    }
  }

  private long open(@Nullable String name, MmioInfo info, int flags, String failing)
      throws MmioException {
    ByteBuffer text = name == null ? null : AnsiText.encode(name);
    Failure.forget();
    long handle = functions.mmioOpen(text, info, flags);
    if (handle == 0) {
      throw info.errorRet() == 0
          ? Failure.of(failing, MmioError.CANNOT_OPEN)
          : Failure.of(failing, info.errorRet(), MmioError.CANNOT_OPEN);
    }
    return handle;
  }

  /**
   * Renames a file ({@code mmioRename}).
   *
   * @param from its name
   * @param to its new name
   * @throws MmioException if it cannot be renamed
   */
  public void rename(String from, String to) throws MmioException {
    ByteBuffer source = AnsiText.encode(from);
    ByteBuffer target = AnsiText.encode(to);
    Failure.forget();
    int error = functions.mmioRename(source, target, chosenByName(from), 0);
    if (error != 0) {
      throw Failure.of(
          "cannot rename " + quoted(from) + " to " + quoted(to), error, MmioError.CANNOT_OPEN);
    }
  }

  /** Wine 8.0 never looks at the name for this, but at the code. */
  private @Nullable MmioInfo chosenByName(String name) {
    FourCc code = MmioName.find(name).flatMap(MmioName::code).orElse(null);
    return code == null || findIoProc(code) == 0 ? null : OpenParameters.byCode(code).toInfo();
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  /**
   * Installs a procedure by its native address ({@code mmioInstallIOProc} with {@code
   * MMIO_INSTALLPROC}). The last one installed under a code is found first.
   *
   * @param code the code to install it under
   * @param procedure its address
   * @throws MmioException if the manager refuses
   */
  public void installIoProc(FourCc code, long procedure) throws MmioException {
    if (functions.mmioInstallIOProc(code.value(), procedure, MmioFunctions.MMIO_INSTALLPROC) == 0) {
      throw new MmioException(
          MmioError.INVALID_PARAMETER,
          "mmio refuses to install a procedure under \""
              + code
              + "\"; its address is "
              + procedure
              + ".");
    }
  }

  /**
   * Removes the newest procedure of a code ({@code MMIO_REMOVEPROC}), whoever installed it.
   *
   * @param code the code
   * @return false if there is none or one of its files is open
   */
  public boolean removeIoProc(FourCc code) {
    return functions.mmioInstallIOProc(code.value(), 0, MmioFunctions.MMIO_REMOVEPROC) != 0;
  }

  /**
   * Finds the newest procedure of a code ({@code MMIO_FINDPROC}).
   *
   * @param code the code
   * @return its address, or 0 if there is none
   */
  public long findIoProc(FourCc code) {
    return functions.mmioInstallIOProc(code.value(), 0, MmioFunctions.MMIO_FINDPROC);
  }

  @Override
  public String toString() {
    return description;
  }
}
