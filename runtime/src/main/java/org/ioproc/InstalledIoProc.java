package org.ioproc;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An I/O procedure that is installed in this process. Generated installers and {@link
 * org.ioproc.mmio.Mmio#installAll()} return such objects.
 *
 * <pre>{@code
 * // Prints the messages that open and close a file.
 * for (InstalledIoProc procedure : Mmio.system().installAll()) {
 *   procedure.trace(System.out::println);
 * }
 * Mmio.system().open("album.dir+track.wav").close();
 * }</pre>
 *
 * <p>The procedure stays installed until {@link #close} is called, even if this object is not kept.
 *
 * <p>Threads: any thread may call the methods.
 *
 * <p>Source: Microsoft, "mmioInstallIOProc function".
 */
public interface InstalledIoProc extends AutoCloseable {

  /**
   * Returns the code by which programs find the procedure.
   *
   * @return its four-character code
   */
  FourCc code();

  /**
   * Returns how many files are open through this installation.
   *
   * @return their number
   */
  int openFiles();

  /**
   * Reports every message that the procedure receives, for debugging. The library calls the
   * listener after the handler, on the thread that sent the message. It logs an exception from the
   * listener, which has no other effect.
   *
   * @param listener replaces the listener of an earlier call; null ends the reports
   */
  void trace(@Nullable Consumer<TracedMessage> listener);

  /**
   * Uninstalls the procedure. It refuses to open files from then on. Files that are open stay
   * usable until their programs close them.
   *
   * <p>The manager can remove a procedure only while none of its files is open and no newer
   * procedure is installed under the same code. Until then the procedure stays in the manager's
   * list. The library tries again to remove it whenever a procedure is installed or uninstalled,
   * and whenever an {@link org.ioproc.mmio.MmioFile} is closed.
   *
   * <p>This method never throws and may be called more than once.
   */
  @Override
  void close();

  /**
   * Describes the procedure in one line: its code, its class, how many files are open, and whether
   * it is closed.
   *
   * @return for example {@code "ZIP " com.example.ZipIoProc, 2 files open}; after {@link #close}
   *     {@code , closed} follows, or {@code , closed, not yet removed} while the manager cannot
   *     remove it
   */
  @Override
  String toString();
}
