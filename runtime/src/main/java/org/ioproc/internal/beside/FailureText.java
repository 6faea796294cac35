package org.ioproc.internal.beside;

import org.ioproc.glue.WrapperEntry;
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

  /** Describes the last failure of a procedure on this thread, once. Null if there was none. */
  static @Nullable String last() {
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
