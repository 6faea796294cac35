package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_RENAME;

import org.ioproc.TracedMessage;
import org.ioproc.internal.mmsystem.ErrorCodes;
import org.ioproc.internal.mmsystem.LastFailure;
import org.ioproc.internal.mmsystem.MmioInfo;
import org.ioproc.internal.transport.AnsiText;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file and the flags of a message for a log or a trace, and reports a message that fails.
 * A host application loads this class only when a message fails or is traced.
 */
final class MessageReport {

  private static final String UNKNOWN = "?";

  private MessageReport() {}

  /**
   * Answers a message that failed. Keeps the failure for the program and logs it.
   *
   * @param name the file's name; null to find it if the failure is logged
   */
  static long failed(
      IoProcGlue<?> glue,
      long lpmmioinfo,
      int message,
      long lParam1,
      @Nullable String name,
      Throwable failure) {
    long result = ErrorCodes.answer(message, failure);
    try {
      LastFailure.set(failure, glue);
      if (FailureLog.isLogged(message, failure)) {
        String file = name == null ? name(glue, lpmmioinfo, message, lParam1) : name;
        int flags = flags(lpmmioinfo, message);
        FailureLog.log(glue.code(), new TracedMessage(file, message, flags, 0, 0, result), failure);
      }
    } catch (Throwable another) {
      // No memory or stack is left, or the logger fails: there is no way to report it.
    }
    return result;
  }

  /** Returns the name of the file that a message is about, or a question mark. */
  static String name(IoProcGlue<?> glue, long lpmmioinfo, int message, long lParam1) {
    try {
      if (message == MMIOM_OPEN || message == MMIOM_RENAME) {
        return AnsiText.at(lParam1);
      }
      return lpmmioinfo == 0 ? UNKNOWN : glue.file(lpmmioinfo).name();
    } catch (Throwable unreadable) {
      return UNKNOWN;
    }
  }

  /** Returns the flags of an MMIOM_OPEN; 0 for other messages, or if the flags cannot be read. */
  static int flags(long lpmmioinfo, int message) {
    try {
      return message == MMIOM_OPEN && lpmmioinfo != 0 ? MmioInfo.at(lpmmioinfo).flags() : 0;
    } catch (Throwable unreadable) {
      return 0;
    }
  }
}
