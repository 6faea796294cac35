package org.ioproc.internal.beside;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_READ;
import static org.ioproc.MmioMessages.MMIOM_RENAME;

import org.ioproc.glue.WrapperEntry;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/** The texts of failures, as long as the wrapper keeps them. */
final class FailureText {

  static final String NO_MEMORY = "Out of memory";

  private FailureText() {}

  /** Describes a failure and its causes. */
  static String of(Throwable failure) {
    try {
      return shortened(WrapperEntry.text(failure));
    } catch (VirtualMachineError full) {
      return NO_MEMORY;
    }
  }

  /**
   * Describes why a message has failed on this thread. Null if it has not: then a message that the
   * handler itself has sent may have failed, which is not the program's business.
   */
  static @Nullable String of(int message, long result) {
    if (!hasFailed(message, result)) {
      return null;
    }
    String kept = last();
    return kept == null && lacksMemory(message, result) ? NO_MEMORY : kept;
  }

  /** For an application's own message this is a guess, because only the application knows. */
  private static boolean hasFailed(int message, long result) {
    return switch (message) {
      case MMIOM_OPEN, MMIOM_CLOSE, MMIOM_RENAME -> result != 0;
      default -> result == -1;
    };
  }

  /** Without memory, no failure could be kept. An application's own message may answer -1. */
  private static boolean lacksMemory(int message, long result) {
    return message >= MMIOM_READ
        && message <= MMIOM_RENAME
        && result == Transport.lastResort(message);
  }

  private static @Nullable String last() {
    try {
      String text = WrapperEntry.failure();
      return text == null ? null : shortened(text);
    } catch (VirtualMachineError full) {
      return NO_MEMORY;
    }
  }

  /** Shortens a text, but not within a surrogate pair. */
  private static String shortened(String text) {
    int end = Protocol.LONGEST_FAILURE;
    if (text.length() <= end) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
