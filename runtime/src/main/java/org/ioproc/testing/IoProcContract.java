package org.ioproc.testing;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;

/**
 * Checks that a procedure keeps each {@link Promise} on which programs rely. A test names files
 * that the procedure opens and their content:
 *
 * <pre>{@code
 * // music.fold+track.wav is a file in the folder music.fold.
 * @IoProc("FOLD")
 * public final class FoldIoProc {
 *   @OnOpen
 *   Path open(OpenRequest request) throws IOException {
 *     return request.name().containerPath().resolve(request.name().element());
 *   }
 * }
 * }</pre>
 *
 * <pre>{@code
 * Path folder = Files.createDirectories(Path.of("target", "music.fold"));
 * byte[] content = Files.readAllBytes(Path.of("track.wav"));
 * Files.write(folder.resolve("track.wav"), content);
 * Files.createDirectories(folder.resolve("old"));
 * IoProcContract.of(new FoldIoProc())
 *     .file(folder + "+track.wav", content)
 *     .folder(folder + "+old")
 *     .writable(folder + "+new.wav")
 *     .check();
 * }</pre>
 *
 * <p>{@link #check} throws an error with a line for each promise that is broken: the promise, what
 * was asked, what came, and what programs suffer. A promise that cannot be kept because another is
 * broken is not reported.
 *
 * <p>All checks run in several managers: in one that calls the procedure straight, in one that
 * calls it at its native address, and on Windows also in winmm, the manager of the process. Each
 * check runs on a thread of its own. If a handler does not return in time, this is a broken
 * promise, and no further check runs.
 *
 * <p>Files: the checks read the files of {@link #file}. Without {@link #writable}, they may replace
 * the first byte of such a file by itself, to find out whether the procedure writes, so a test
 * should use copies. The checks create, change, rename and delete the file of {@code writable} and
 * a second one with a similar name, and may leave them behind.
 *
 * <p>Some checks read at random. The seed is new for each contract, and the error names it, so that
 * {@link #seed} can repeat a failure.
 *
 * <p>Threads: not thread-safe. Each method changes this object and returns it.
 */
public final class IoProcContract {

  /** Installs the procedure, for a class whose generated installer is not public. */
  @FunctionalInterface
  public interface Installer {

    /**
     * Installs the procedure. The contract calls this method once for each manager.
     *
     * @param mmio the manager
     * @return the installed procedure, which the contract closes
     * @throws Exception if it cannot be installed
     */
    InstalledIoProc install(Mmio mmio) throws Exception;
  }

  private final Installer installer;
  private final Terms terms = new Terms();
  private long seed = System.nanoTime();
  private Duration limit = Duration.ofSeconds(20);

  private IoProcContract(Installer installer) {
    this.installer = installer;
  }

  /**
   * Starts the contract of a procedure whose class, and so its generated installer, is public.
   *
   * @param procedure an object of a class with {@link org.ioproc.IoProc}; it serves all managers,
   *     one after the other
   * @return a contract without files
   * @throws IllegalArgumentException if the class's installer cannot be found or is not public
   */
  public static IoProcContract of(Object procedure) {
    return of(Installers.of(procedure));
  }

  /**
   * Starts the contract of any procedure:
   *
   * <pre>{@code
   * IoProcContract.of(mmio -> FoldIoProcInstaller.install(mmio, new FoldIoProc()))
   *     .file("music.fold+track.wav", Files.readAllBytes(Path.of("track.wav")))
   *     .check();
   * }</pre>
   *
   * @param installer installs it in a manager
   * @return a contract without files
   */
  public static IoProcContract of(Installer installer) {
    return new IoProcContract(installer);
  }

  /**
   * Adds a file that the procedure opens. If there are several, they are also read at the same
   * time.
   *
   * @param name its name, {@code container+element}
   * @param content what programs must read; some 100 KB find more than a few bytes do
   * @return this contract
   */
  public IoProcContract file(String name, byte[] content) {
    terms.files.add(new ExpectedFile(name, content.clone()));
    return this;
  }

  /**
   * Names a file that does not exist. Without this, the contract takes the first file's name with
   * {@code -missing} before the element's extension.
   *
   * @param name its name
   * @return this contract
   */
  public IoProcContract missing(String name) {
    terms.missing.add(name);
    return this;
  }

  /**
   * Declares that there are no missing files, because the procedure opens every name.
   *
   * @return this contract
   */
  public IoProcContract opensAnyName() {
    terms.opensAnyName = true;
    return this;
  }

  /**
   * Names a folder, which the procedure must refuse to open.
   *
   * @param name its name
   * @return this contract
   */
  public IoProcContract folder(String name) {
    terms.folders.add(name);
    return this;
  }

  /**
   * Names a file that programs may create, change, rename and delete. The procedure may refuse to
   * rename and to delete, with {@link org.ioproc.MmioError#ACCESS_DENIED}.
   *
   * @param name its name
   * @return this contract
   */
  public IoProcContract writable(String name) {
    terms.writable.add(name);
    return this;
  }

  /**
   * Names a file that programs may create, but whose container has room for less than 16 MiB. On
   * Linux, a link to {@code /dev/full} is such a file.
   *
   * @param name its name
   * @return this contract
   */
  public IoProcContract full(String name) {
    terms.full.add(name);
    return this;
  }

  /**
   * Names a file whose content is damaged. The procedure must refuse to open it, or reading must
   * fail before a program takes it for complete.
   *
   * @param name its name
   * @return this contract
   */
  public IoProcContract damaged(String name) {
    terms.damaged.add(name);
    return this;
  }

  /**
   * Excepts promises that the procedure breaks on purpose, and those that depend on them.
   *
   * @param promises the promises
   * @return this contract
   */
  public IoProcContract except(Promise... promises) {
    Collections.addAll(terms.excepted, promises);
    return this;
  }

  /**
   * Repeats random reads.
   *
   * @param number the seed that an error named
   * @return this contract
   */
  public IoProcContract seed(long number) {
    seed = number;
    return this;
  }

  /**
   * Limits the time that each check may take, which is 20 seconds otherwise.
   *
   * @param time the limit
   * @return this contract
   */
  public IoProcContract limit(Duration time) {
    limit = time;
    return this;
  }

  /**
   * Checks the procedure.
   *
   * @throws AssertionError if promises are broken; its message has a line for each
   * @throws IllegalArgumentException if no file is named, or a name does not choose the procedure
   * @throws IllegalStateException if the procedure cannot be installed
   */
  public void check() {
    List<BrokenPromise> broken = run();
    if (!broken.isEmpty()) {
      throw new AssertionError(Findings.text(broken, seed));
    }
  }

  /**
   * Checks the procedure, and returns the result as data.
   *
   * @return the broken promises, each of them once, in the order in which they were found
   * @throws IllegalArgumentException if no file is named, or a name does not choose the procedure
   * @throws IllegalStateException if the procedure cannot be installed
   */
  public List<BrokenPromise> run() {
    return new ContractRun(installer, terms, seed, limit).run();
  }
}
