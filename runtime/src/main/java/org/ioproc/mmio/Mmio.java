package org.ioproc.mmio;

import static org.ioproc.MmioMessages.MMIO_GETTEMP;
import static org.ioproc.MmioMessages.MMIO_PARSE;
import static org.ioproc.internal.mmsystem.MmioConstants.MMIO_TOUPPER;

import java.nio.file.OpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.OpenRequest;
import org.ioproc.glue.Installation;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.internal.declared.DeclaredIoProcs;
import org.ioproc.internal.mmsystem.MmioFunctions;
import org.ioproc.internal.mmsystem.ProcedureList;
import org.ioproc.internal.transport.AnsiText;
import org.jspecify.annotations.Nullable;

/**
 * A multimedia file manager. It opens, renames and deletes files through the I/O procedures that
 * are installed in it. {@link #system()} is the manager that all programs in the process use:
 *
 * <pre>{@code
 * Mmio mmio = Mmio.system();
 * mmio.installAll();
 * try (MmioFile file = mmio.open("music.zip+track.wav", MmioOption.BUFFERED)) {
 *   System.out.println(file.size() + " bytes");
 * }
 * }</pre>
 *
 * <p>Threads: any thread may call the methods.
 *
 * <p>Source: Microsoft, "Multimedia File I/O".
 */
public final class Mmio {

  private final MmioFunctions functions;
  private final NamedFiles files;
  private final ProcedureList procedures;
  private final String description;

  Mmio(MmioFunctions functions, String description) {
    this.functions = functions;
    this.procedures = new ProcedureList(functions);
    this.files = new NamedFiles(functions, procedures);
    this.description = description;
  }

  /** {@return the manager of this process: winmm on Windows, the embedded manager elsewhere} */
  public static Mmio system() {
    return Managers.system();
  }

  /**
   * {@return the embedded manager of this process} It is mmio written in Java. It runs on every
   * system, and calls procedures written in Java directly.
   */
  public static Mmio embedded() {
    return Managers.embedded();
  }

  /** {@return a new embedded manager without procedures, for tests that must not disturb others} */
  public static Mmio newEmbedded() {
    return Managers.newEmbedded();
  }

  /**
   * {@return a new embedded manager that calls procedures at their native addresses, as winmm does}
   * Tests can use it to check the whole path from native code into a procedure.
   */
  public static Mmio newEmbeddedNative() {
    return Managers.newEmbeddedNative();
  }

  /**
   * {@return one line that says which manager this is, and how it calls native code: through the
   * foreign function and memory API, JNA or JNI}
   */
  public String description() {
    return description;
  }

  /**
   * Opens a file ({@code mmioOpen}). The options are those of {@link
   * org.ioproc.OpenRequest#options()}, {@link org.ioproc.ShareMode} and {@link
   * org.ioproc.MmioOption}:
   *
   * <ul>
   *   <li>READ opens the file for reading ({@code MMIO_READ}), and so does a call without WRITE and
   *       CREATE.
   *   <li>WRITE opens it for writing, READ and WRITE for both ({@code MMIO_WRITE}, {@code
   *       MMIO_READWRITE}).
   *   <li>CREATE creates the file, <em>and empties it if it exists</em> ({@code MMIO_CREATE}).
   *       TRUNCATE_EXISTING may accompany it and has no further effect. CREATE without WRITE opens
   *       the file for reading and writing.
   *   <li>A share mode limits what others may do while the file is open. At most one is allowed.
   *   <li>BUFFERED puts a buffer between the program and the procedure.
   * </ul>
   *
   * @param name {@code container+element}, or the path of an ordinary file
   * @param options how to open it
   * @return the open file
   * @throws MmioException if it cannot be opened
   * @throws UnsupportedOperationException if mmio does not know an option, such as APPEND
   * @throws IllegalArgumentException if there are two share modes, or TRUNCATE_EXISTING without
   *     CREATE
   */
  public MmioFile open(String name, OpenOption... options) throws MmioException {
    Objects.requireNonNull(
        name, "The name is null; only open(String, OpenParameters, OpenOption...) accepts that.");
    return open(name, OpenParameters.byName(), options);
  }

  /**
   * Opens a file ({@code mmioOpen} with an {@code MMIOINFO}).
   *
   * @param name the file's name; null if the procedure needs none
   * @param parameters the procedure to use, and what to pass to it
   * @param options as for {@link #open(String, OpenOption...)}
   * @return the open file
   * @throws MmioException if it cannot be opened
   * @throws UnsupportedOperationException if mmio does not know an option, such as APPEND
   * @throws IllegalArgumentException if there are two share modes, or TRUNCATE_EXISTING without
   *     CREATE
   */
  public MmioFile open(@Nullable String name, OpenParameters parameters, OpenOption... options)
      throws MmioException {
    return new MmioFile(
        functions, files.open(name, parameters, OpenRequest.of("", options).flags()));
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
   * {@return whether a file exists and can be opened ({@code mmioOpen} with {@code MMIO_EXIST})} If
   * no procedure is installed for the name's code, the system logger {@code org.ioproc} reports
   * that at level DEBUG.
   *
   * @param name its name
   * @throws MmioException if the ANSI code page cannot express the name
   */
  public boolean exists(String name) throws MmioException {
    return files.exists(name);
  }

  /**
   * {@return the full path of a file, which need not exist ({@code mmioOpen} with {@code
   * MMIO_PARSE})}
   *
   * @param name its name
   * @throws MmioException if no file can have the name
   */
  public String fullName(String name) throws MmioException {
    return files.replaced(name, MMIO_PARSE, "find the full path of");
  }

  /**
   * {@return a name for a temporary file, which a procedure chooses ({@code mmioOpen} with {@code
   * MMIO_GETTEMP})} The procedure for ordinary files refuses, and so do classes with {@link
   * org.ioproc.IoProc}.
   *
   * @param name a name, which selects the procedure and is passed to it
   * @throws MmioException if the procedure refuses
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
   * {@return the code that mmio derives from a text, padded with spaces or cut ({@code
   * mmioStringToFOURCC})} Unlike this method, {@link FourCc#of} refuses invalid codes.
   *
   * @param text any text
   * @param toUpper whether to convert a to z to capitals ({@code MMIO_TOUPPER})
   * @throws MmioException if the ANSI code page cannot express the text
   */
  public FourCc stringToFourCc(String text, boolean toUpper) throws MmioException {
    int flags = toUpper ? MMIO_TOUPPER : 0;
    return new FourCc(functions.mmioStringToFourcc(AnsiText.encode(text), flags));
  }

  /**
   * Installs a procedure. Generated installers call this method.
   *
   * @param glue new generated glue of the procedure; closing the installation ends its use, so it
   *     must not be installed twice
   * @return the installed procedure
   * @throws MmioException if the manager refuses
   */
  public InstalledIoProc install(IoProcGlue<?> glue) throws MmioException {
    return Installation.install(procedures, glue);
  }

  /**
   * Installs every procedure that the application declares. An application must call this method
   * once, at start-up: each call creates and installs the procedures again.
   *
   * <p>The annotation processor declares each procedure that has a constructor without parameters:
   * in {@code META-INF/services/org.ioproc.glue.IoProcProvider}, or in a named module by the {@code
   * provides} directive that it asks for. This method finds declarations through the thread's
   * context class loader and through the class loader of this class, so any thread may call it. If
   * it finds none, or a merged jar has lost some, it logs a warning to the system logger {@code
   * org.ioproc}.
   *
   * @return the installed procedures, in the order of their class names
   * @throws MmioException if a declared class cannot be loaded, a constructor throws (its exception
   *     is then the cause), two procedures have the same code, or the manager refuses a procedure;
   *     no procedure stays installed
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
   * Installs the procedure at a native address as the newest of a code ({@code MMIO_INSTALLPROC}).
   *
   * @param code the code to install it under
   * @param procedure its address
   * @throws MmioException if the manager refuses
   */
  public void installIoProc(FourCc code, long procedure) throws MmioException {
    procedures.install(code, procedure);
  }

  /**
   * Removes the newest procedure of a code ({@code MMIO_REMOVEPROC}), even if another program has
   * installed it.
   *
   * @param code the code
   * @return false if there is none or one of its files is open
   */
  public boolean removeIoProc(FourCc code) {
    boolean removed = procedures.remove(code);
    Installation.removeLeaving(); // It may have hidden another.
    return removed;
  }

  /**
   * Removes a procedure, but only if it is the newest of its code. If a program in C installs
   * another procedure at the same moment and mmio removes that one instead, this method installs it
   * again.
   *
   * @param code the code
   * @param procedure its address
   * @return false if it is not the newest procedure of the code, or one of its files is open
   */
  public boolean removeIoProc(FourCc code, long procedure) {
    boolean removed = procedures.removeIfNewest(code, procedure);
    Installation.removeLeaving(); // It may have hidden another.
    return removed;
  }

  /**
   * {@return the address of the newest procedure of a code, or 0 if there is none ({@code
   * MMIO_FINDPROC})}
   *
   * @param code the code
   */
  public long findIoProc(FourCc code) {
    return procedures.find(code);
  }

  @Override
  public String toString() {
    return description;
  }
}
