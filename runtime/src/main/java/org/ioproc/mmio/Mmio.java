package org.ioproc.mmio;

import java.util.Objects;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.glue.Installation;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Transport;
import org.ioproc.internal.winmm.MmioFunctions;
import org.jspecify.annotations.Nullable;

/**
 * A multimedia file manager, as the programs that open files see it.
 *
 * <p>Threads: every method may be called on any thread.
 */
public final class Mmio {

  /**
   * Held while lists of procedures are changed or asked before a change, so that this library never
   * removes what it has not seen. A literal is one object in the whole process, and so guards
   * winmm's list for every class loader that has loaded this class. No procedure is called
   * meanwhile.
   */
  private static final Object LISTS = "org.ioproc.mmio.Mmio: the lists of procedures";

  private final MmioFunctions functions;
  private final NamedFiles files;
  private final String description;

  Mmio(MmioFunctions functions, String description) {
    this.functions = functions;
    this.files = new NamedFiles(functions);
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
    Managers.requireTransport();
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
    return open(Objects.requireNonNull(name), OpenParameters.byName(), flags);
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
    OpenHandle handle = files.open(name, parameters, parameters.flags(MmioFlag.bits(flags)));
    return new MmioFile(functions, handle);
  }

  /**
   * Deletes a file ({@code mmioOpen} with {@code MMIO_DELETE}).
   *
   * @param name its name
   * @throws MmioException if it cannot be deleted
   */
  public void delete(String name) throws MmioException {
    files.delete(name);
  }

  /**
   * Asks whether there is a file ({@code mmioOpen} with {@code MMIO_EXIST}). Wine 8.0 looks on disk
   * only, and finds no file of a procedure.
   *
   * @param name its name
   * @return false if there is none, or it is none that can be opened
   * @throws MmioException if the ANSI code page cannot express the name
   */
  public boolean exists(String name) throws MmioException {
    return files.exists(name);
  }

  /**
   * The full path of a file, which need not exist ({@code mmioOpen} with {@code MMIO_PARSE}).
   *
   * @param name its name
   * @return the same name with all its folders
   * @throws MmioException if it is no name of a file
   */
  public String fullName(String name) throws MmioException {
    return files.replaced(name, MmioFunctions.MMIO_PARSE, "find the full path of");
  }

  /**
   * A name for a temporary file ({@code mmioOpen} with {@code MMIO_GETTEMP}), from a procedure that
   * has such names. The one for ordinary files has none, here as in Wine 8.0.
   *
   * @param name chooses the procedure, and says what that wants to know
   * @return the name it gives
   * @throws MmioException if it gives none
   */
  public String temporaryName(String name) throws MmioException {
    return files.replaced(name, MmioFunctions.MMIO_GETTEMP, "find a temporary name for");
  }

  /**
   * Renames a file ({@code mmioRename}).
   *
   * @param from its name
   * @param to its new name
   * @throws MmioException if it cannot be renamed
   */
  public void rename(String from, String to) throws MmioException {
    files.rename(from, to);
  }

  /**
   * The four-character code that a text stands for ({@code mmioStringToFOURCC}): padded with
   * spaces, or cut where it is longer. {@link FourCc#of} is the way for a text that has to be a
   * good code.
   *
   * @param text any text
   * @param toUpper whether its letters a to z are to be capitals ({@code MMIO_TOUPPER})
   * @return the code
   * @throws MmioException if the ANSI code page cannot express the text
   */
  public FourCc stringToFourCc(String text, boolean toUpper) throws MmioException {
    int flags = toUpper ? MmioFunctions.MMIO_TOUPPER : 0;
    return new FourCc(functions.mmioStringToFourcc(AnsiText.encode(text), flags));
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
    if (change(code, procedure, MmioFunctions.MMIO_INSTALLPROC) == 0) {
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
    boolean removed = change(code, 0, MmioFunctions.MMIO_REMOVEPROC) != 0;
    Installation.removeLeaving(); // It may have covered one.
    return removed;
  }

  /**
   * Removes a procedure, and no other, if it is the newest of its code. Nothing that is installed
   * or removed through this class comes between looking and removing. If a program in C installs
   * its own procedure at that moment and mmio removes that one instead, it is put back.
   *
   * @param code the code
   * @param procedure its address
   * @return false if it is not the newest or one of its files is open
   */
  public boolean removeIoProc(FourCc code, long procedure) {
    boolean removed = removeIfNewest(code, procedure);
    Installation.removeLeaving(); // It may have covered one.
    return removed;
  }

  private boolean removeIfNewest(FourCc code, long procedure) {
    synchronized (LISTS) {
      if (findIoProc(code) != procedure) {
        return false;
      }
      long removed = change(code, 0, MmioFunctions.MMIO_REMOVEPROC);
      if (removed != 0 && removed != procedure) {
        change(code, removed, MmioFunctions.MMIO_INSTALLPROC);
      }
      return removed == procedure;
    }
  }

  private long change(FourCc code, long procedure, int flags) {
    synchronized (LISTS) {
      return functions.mmioInstallIOProc(code.value(), procedure, flags);
    }
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
