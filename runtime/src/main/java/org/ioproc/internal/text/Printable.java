package org.ioproc.internal.text;

import java.io.Serial;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Escapes untrusted text, such as a file name, for a log, a terminal or a message. A line break
 * could forge a log record, an escape character could control the terminal, and a direction mark
 * could disguise a name.
 */
public final class Printable {

  private Printable() {}

  /**
   * Escapes control characters, line and paragraph separators, format characters (including those
   * that change the direction of text) and unpaired surrogates.
   *
   * @param text any text
   * @return the text with these characters escaped as in Java source; the same object if there are
   *     none
   */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isEscaped(text, i)) {
        return escaped(text, i);
      }
    }
    return text;
  }

  private static String escaped(String text, int first) {
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      if (isEscaped(text, i)) {
        String digits = Integer.toHexString(0x10000 | text.charAt(i)).substring(1);
        escaped.append("\\u").append(digits);
      } else {
        escaped.append(text.charAt(i));
      }
    }
    return escaped.toString();
  }

  private static boolean isEscaped(String text, int index) {
    char character = text.charAt(index);
    if (character >= ' ' && character <= '~') {
      return false;
    }
    boolean second =
        index > 0
            && Character.isLowSurrogate(character)
            && Character.isHighSurrogate(text.charAt(index - 1));
    return switch (Character.getType(text.codePointAt(second ? index - 1 : index))) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /**
   * Returns the text of a failure on one line.
   *
   * @param failure any failure, even if its methods throw
   * @return its {@code toString()}, escaped; the name of its class if that method throws or returns
   *     null
   */
  public static String text(Throwable failure) {
    String text = textOrNull(failure);
    return text == null ? failure.getClass().getName() : of(text);
  }

  private static @Nullable String textOrNull(Throwable failure) {
    try {
      return failure.toString();
    } catch (Throwable mute) {
      return null;
    }
  }

  /**
   * Escapes the texts of a failure, its causes and its suppressed exceptions.
   *
   * @param failure any failure, even if its methods throw
   * @return a copy that prints the same frames; the failure itself if it can be printed and needs
   *     no escapes
   */
  public static Throwable of(Throwable failure) {
    Copies copies = new Copies();
    Throwable copy = copies.of(failure);
    return copies.differ ? copy : failure;
  }

  /** Copies failures that may refer to each other. */
  private static final class Copies {

    private static final int MAX_COPIES = 100;

    private final IdentityHashMap<Throwable, Throwable> copies = new IdentityHashMap<>();
    private boolean differ;

    Throwable of(Throwable failure) {
      Throwable known = copies.get(failure);
      return known != null ? known : copy(failure);
    }

    private Throwable copy(Throwable failure) {
      String printable = text(failure);
      differ |= !printable.equals(textOrNull(failure));
      Throwable copy = new Copy(printable);
      copies.put(failure, copy);
      try {
        copyRest(failure, copy);
      } catch (Throwable thrown) { // Printing the failure itself would throw, too.
        differ = true;
      }
      return copy;
    }

    @SuppressWarnings("ReferenceEquality") // A failure may return itself as its cause.
    private void copyRest(Throwable failure, Throwable copy) {
      if (copies.size() > MAX_COPIES) {
        differ = true; // More could overflow the stack, here and when printed.
        return;
      }
      copy.setStackTrace(failure.getStackTrace());
      Throwable cause = failure.getCause();
      if (cause != null && cause != failure) {
        copy.initCause(of(cause));
      }
      for (Throwable suppressed : failure.getSuppressed()) {
        copy.addSuppressed(of(suppressed));
      }
    }
  }

  private static final class Copy extends Throwable {

    @Serial private static final long serialVersionUID = 1;

    Copy(String text) {
      super(text);
    }

    /** Returns the text alone, which includes the name of the original's class. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // The superclass would add this class's name.
    public String toString() {
      return String.valueOf(getMessage());
    }
  }
}
