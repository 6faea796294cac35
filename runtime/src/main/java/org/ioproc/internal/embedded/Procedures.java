package org.ioproc.internal.embedded;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.ioproc.FourCc;
import org.ioproc.MmioException;
import org.ioproc.MmioName;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.ioproc.internal.transport.IoProcedure;
import org.jspecify.annotations.Nullable;

/**
 * The installed procedures. The one installed last under a code is found first and removed first.
 * The built-in procedures for ordinary files and for files in memory are the oldest, and cannot be
 * removed.
 *
 * <p>Threads: safe for concurrent use. No procedure is called while the lock is held.
 *
 * <p>Source: Microsoft, "mmioInstallIOProc function" and "mmioOpen function".
 */
final class Procedures {

  private static final int MEM = FourCc.of("MEM ").value();

  private final LongFunction<IoProcedure> calls;
  private final Deque<Procedure> newestFirst = new ArrayDeque<>();
  private final Procedure dos;
  private final Procedure mem;

  Procedures(LongFunction<IoProcedure> calls) {
    this.calls = calls;
    this.dos = new Procedure(FourCc.DOS.value(), DosProcedure.address(), calls);
    this.mem = new Procedure(MEM, MemProcedure.address(), calls);
    newestFirst.add(dos);
    newestFirst.add(mem);
  }

  /** Installs a procedure and returns its address. An address of 0 installs nothing. */
  synchronized long install(int code, long procedure) {
    if (procedure != 0) {
      newestFirst.addFirst(new Procedure(code, procedure, calls));
    }
    return procedure;
  }

  /**
   * Removes the newest procedure of a code. If the code is 0, removes instead the newest procedure
   * with the address, under any code (Wine 8.0).
   *
   * @return its address; 0 if there is none, it is built in or it has open files, even if an older
   *     one has none
   */
  synchronized long remove(int code, long procedure) {
    Procedure newest = code == 0 ? newest(each -> each.address() == procedure) : newest(code);
    if (newest == null || newest == dos || newest == mem || newest.users > 0) {
      return 0;
    }
    newestFirst.removeFirstOccurrence(newest);
    return newest.address();
  }

  /** Returns the address of the newest procedure of a code, or 0. */
  synchronized long find(int code) {
    Procedure newest = newest(code);
    return newest == null ? 0 : newest.address();
  }

  /**
   * Chooses the procedure for a file: the one at {@code info.ioProc()}, else the one with the code
   * {@code info.fccIoProc()}, else the one that the name selects. It stays in use until {@link
   * #giveBack}.
   *
   * @return the procedure, or null if none is installed under {@code info.fccIoProc()}
   */
  @Nullable Procedure take(@Nullable ByteBuffer name, @Nullable MmioInfo info) {
    if (info != null && info.ioProc() != 0) {
      return counted(new Procedure(0, info.ioProc(), calls));
    }
    if (info != null && info.fccIoProc() != 0) {
      return take(info.fccIoProc());
    }
    Procedure named = name == null ? null : takeByName(name);
    return named == null ? counted(dos) : named;
  }

  /** Only a name with a {@code +} can select an installed procedure. */
  private @Nullable Procedure takeByName(ByteBuffer name) {
    try {
      String text = AnsiText.of(name);
      FourCc code = MmioName.find(text).flatMap(MmioName::code).orElse(null);
      return code == null ? null : take(code.value());
    } catch (MmioException notText) {
      return null; // The procedure for ordinary files then rejects the name.
    }
  }

  private synchronized @Nullable Procedure take(int code) {
    Procedure newest = newest(code);
    return newest == null ? null : counted(newest);
  }

  private synchronized Procedure counted(Procedure procedure) {
    procedure.users++;
    return procedure;
  }

  synchronized void giveBack(Procedure procedure) {
    procedure.users--;
  }

  private @Nullable Procedure newest(int code) {
    return newest(procedure -> procedure.code() == code);
  }

  private @Nullable Procedure newest(Predicate<Procedure> wanted) {
    for (Procedure procedure : newestFirst) {
      if (wanted.test(procedure)) {
        return procedure;
      }
    }
    return null;
  }
}
