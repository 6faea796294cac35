package org.ioproc;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An I/O procedure that is installed. Not keeping it is safe: the procedure stays installed.
 *
 * <p>Threads: every method may be called on any thread.
 */
public interface InstalledIoProc extends AutoCloseable {

  /**
   * The code under which programs find the procedure.
   *
   * @return its four-character code
   */
  FourCc code();

  /**
   * How many files are open through this installation.
   *
   * @return their number
   */
  int openFiles();

  /**
   * Tells of every message that the procedure receives, for debugging: after it was handled, on the
   * thread that sent it. What the listener throws is logged and has no other effect.
   *
   * @param listener is told, instead of an earlier one; null: nobody is
   */
  void trace(@Nullable Consumer<TracedMessage> listener);

  /**
   * Uninstalls the procedure. From now on it opens no file; files that are open go on until their
   * programs close them. The manager can let go of a procedure only while none of its files is open
   * and no newer one is installed under the same code; until then it stays in the manager's list
   * and refuses, and letting go is tried again each time a procedure is installed or uninstalled
   * and each time {@link org.ioproc.mmio.MmioFile} closes a file. It never throws and may be called
   * twice.
   */
  @Override
  void close();

  /**
   * Describes the procedure in one line for a person: its code, its class, how many files are open,
   * and whether it is closed.
   *
   * @return for example {@code "ZIP " com.example.ZipIoProc, 2 files open}; after {@link #close},
   *     {@code , closed} follows, or {@code , closed, not yet removed} while the manager cannot let
   *     go of it
   */
  @Override
  String toString();
}
