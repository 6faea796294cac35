package org.ioproc.mmio;

import static org.ioproc.MmioMessages.MMIO_GETTEMP;
import static org.ioproc.MmioMessages.MMIO_PARSE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_TOUPPER;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.glue.Installation;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.internal.declared.DeclaredIoProcs;
import org.ioproc.internal.embedded.EmbeddedMmio;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.ProcedureList;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A multimedia file manager, as the programs that open files see it.
 *
 * <p>Threads: every method may be called on any thread.
 */
public final class Mmio {

  private final MmioFunctions functions;
  private final NamedFiles files;
  private final ProcedureList procedures;
  private final String description;

  Mmio(MmioFunctions functions, String description) {
    this.functions = functions;
    this.files = new NamedFiles(functions);
    this.procedures = new ProcedureList(functions);
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
    return files.replaced(name, MMIO_PARSE, "find the full path of");
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
    return files.replaced(name, MMIO_GETTEMP, "find a temporary name for");
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
    int flags = toUpper ? MMIO_TOUPPER : 0;
    return new FourCc(functions.mmioStringToFourcc(AnsiText.encode(text), flags));
  }

  /**
   * Installs a procedure. The generated installers call it.
   *
   * @param glue the generated glue of the procedure
   * @return the installed procedure
   * @throws MmioException if the manager refuses
   */
  public InstalledIoProc install(IoProcGlue<?> glue) throws MmioException {
    return Installation.install(procedures, glue);
  }

  /**
   * Installs every procedure that the application declares. One call at start-up is enough.
   *
   * <p>The annotation processor declares each procedure that has a constructor without parameters:
   * in {@code META-INF/services/org.ioproc.glue.IoProcProvider} on the class path, and in a named
   * module by the {@code provides} line that it asks for. The declarations are looked for through
   * the current thread's context class loader, then through the class loader of this class, which
   * in a named module sees all modules of its layer. They are therefore found on threads whose
   * context class loader does not see the application, such as those of the common pool, and on
   * those that have none. A class that is found twice counts once.
   *
   * <p>Two findings are no failures, but a warning of one line from the system logger {@code
   * org.ioproc}: nothing is declared, for example because no annotation processor ran; or a jar
   * that was merged from several has procedures that it does not declare, because the service files
   * of the others were lost.
   *
   * @return the installed procedures, in the order of their class names
   * @throws MmioException if a declared class is missing, damaged or compiled for a newer Java, if
   *     a procedure's constructor or static initializer throws (which is then the cause), if two
   *     procedures have the same code, or if the manager refuses one; then none is installed
   */
  public List<InstalledIoProc> installAll() throws MmioException {
    List<InstalledIoProc> installed = new ArrayList<>();
    try {
      for (IoProcGlue<?> glue : DeclaredIoProcs.create()) {
        installed.add(install(glue));
      }
      return List.copyOf(installed);
    } catch (MmioException | RuntimeException | Error failure) {
      installed.forEach(InstalledIoProc::close);
      throw failure;
    }
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
    procedures.install(code, procedure);
  }

  /**
   * Removes the newest procedure of a code ({@code MMIO_REMOVEPROC}), whoever installed it.
   *
   * @param code the code
   * @return false if there is none or one of its files is open
   */
  public boolean removeIoProc(FourCc code) {
    boolean removed = procedures.remove(code);
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
    boolean removed = procedures.removeIfNewest(code, procedure);
    Installation.removeLeaving(); // It may have covered one.
    return removed;
  }

  /**
   * Finds the newest procedure of a code ({@code MMIO_FINDPROC}).
   *
   * @param code the code
   * @return its address, or 0 if there is none
   */
  public long findIoProc(FourCc code) {
    return procedures.find(code);
  }

  @Override
  public String toString() {
    return description;
  }
}
