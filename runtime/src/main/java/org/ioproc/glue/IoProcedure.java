package org.ioproc.glue;

/**
 * Receives mmio's messages, as a C procedure would: {@code LRESULT CALLBACK IOProc(LPSTR
 * lpmmioinfo, UINT uMsg, LPARAM lParam1, LPARAM lParam2)}.
 *
 * <p>It is called from native code, on any thread, and must not throw.
 *
 * <p>Source: Microsoft, "MMIOPROC callback function".
 */
@FunctionalInterface
public interface IoProcedure {

  /** Read: buffer, count. Answered with the count read, 0 at the end, -1 on failure. */
  int MMIOM_READ = 0;

  /** Write: buffer, count. Answered with the count written, -1 on failure. */
  int MMIOM_WRITE = 1;

  /** Seek: offset, origin. Answered with the new position, -1 on failure. */
  int MMIOM_SEEK = 2;

  /** Open: name. Answered with 0 or an error code. */
  int MMIOM_OPEN = 3;

  /** Close: flags. Answered with 0 or an error code. */
  int MMIOM_CLOSE = 4;

  /** Write and flush: as {@link #MMIOM_WRITE}. */
  int MMIOM_WRITEFLUSH = 5;

  /** Rename: old name, new name. Answered with 0 or an error code. */
  int MMIOM_RENAME = 6;

  /** The first of the messages that an application defines. */
  int MMIOM_USER = 0x8000;

  /**
   * Handles one message.
   *
   * @param lpmmioinfo the address of an {@code MMIOINFO}, or 0
   * @param message the message's number, {@code MMIOM_…}
   * @param lParam1 depends on the message
   * @param lParam2 depends on the message
   * @return depends on the message
   */
  long callback(long lpmmioinfo, int message, long lParam1, long lParam2);
}
