package org.ioproc.glue;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_RENAME;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import org.ioproc.FourCc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.TracedMessage;
import org.ioproc.internal.mmsystem.ErrorCodes;
import org.ioproc.internal.text.Printable;
import org.ioproc.internal.transport.StackRoom;
import org.jspecify.annotations.Nullable;

/**
 * The one place that turns what a handler threw into what its message must return, and decides how
 * it is logged. The first of the failure and its causes that tells of files (an {@link IOException}
 * or one that has an error code) or is an {@link Error} says which of these it is:
 *
 * <ul>
 *   <li>An answer. Programs open, look for, delete and rename files to find out whether they can;
 *       and they send wrong counts and handles, or do what a file is not open for. The error code
 *       tells them. DEBUG, one line.
 *   <li>Lost data. A file that is open cannot be read, written, or closed. WARNING, one line.
 *   <li>A fault: any other exception is a defect of the procedure. WARNING, an {@link Error} ERROR,
 *       with the stack trace.
 * </ul>
 *
 * <p>The line names the causes. Where TRACE is on, every stack trace is logged.
 */
final class FailureAnswers {

  /**
   * The stack, in kilobytes, without which nothing is logged. The JDK's first record took 25, and
   * an overflow in one of the initializers on its way ends logging for good.
   */
  private static final int LOG_ROOM = 32;

  /** Whether the logger and all that it needs to be asked has been initialized. */
  private static volatile boolean hasAsked;

  private FailureAnswers() {}

  /** Not to be loaded before something is logged: a host also asks for texts alone. */
  private static final class Log {
    static final System.Logger LOGGER = System.getLogger("org.ioproc");
  }

  /**
   * What a failed message returns. Reading, writing and seeking have one answer for every failure;
   * the messages that an application defines, too: 0 would say that they are unknown.
   */
  static long result(int message, Throwable failure) {
    return switch (message) {
      case MMIOM_OPEN, MMIOM_RENAME -> ErrorCodes.of(failure, MmioError.CANNOT_OPEN).code();
      case MMIOM_CLOSE -> ErrorCodes.of(failure, MmioError.CANNOT_CLOSE).code();
      default -> -1;
    };
  }

  /**
   * Whether a failure is logged.
   *
   * @throws StackOverflowError if the stack has no room for logging
   */
  static boolean isLogged(int message, Throwable failure) {
    if (!hasAsked) {
      StackRoom.require(LOG_ROOM);
    }
    boolean logged = Log.LOGGER.isLoggable(level(message, decisive(failure)));
    hasAsked = true;
    if (logged) {
      StackRoom.require(LOG_ROOM);
    }
    return logged;
  }

  /** Logs a failure, once. */
  static void log(FourCc code, TracedMessage message, Throwable failure) {
    Throwable decisive = decisive(failure);
    String what = message.symbol() + " failed for \"" + message.file() + '"';
    log(level(message.message(), decisive), isFault(decisive), code, what, failure);
  }

  /** Logs what a listener of messages threw, which is nothing that the message's sender asked. */
  static void logListener(FourCc code, Throwable failure) {
    try {
      StackRoom.require(LOG_ROOM);
      log(Level.WARNING, true, code, "the listener that trace() was given failed", failure);
    } catch (Throwable another) {
      // As when a message fails: there is no way to report it.
    }
  }

  private static void log(Level level, boolean whole, FourCc code, String what, Throwable failure) {
    String line = Printable.of(code.toString().strip() + ": " + what + ": ") + text(failure);
    if (whole || Log.LOGGER.isLoggable(Level.TRACE)) {
      Log.LOGGER.log(level, line, Printable.of(failure));
    } else {
      Log.LOGGER.log(level, line);
    }
  }

  private static Level level(int message, @Nullable Throwable decisive) {
    if (isFault(decisive)) {
      return decisive instanceof Error ? Level.ERROR : Level.WARNING;
    }
    boolean named = message == MMIOM_OPEN || message == MMIOM_RENAME;
    return named || isRefusal(decisive) ? Level.DEBUG : Level.WARNING;
  }

  private static @Nullable Throwable decisive(Throwable failure) {
    for (Throwable link : ErrorCodes.chain(failure)) {
      if (link instanceof Error || link instanceof IOException || ErrorCodes.own(link) != null) {
        return link;
      }
    }
    return null;
  }

  private static boolean isFault(@Nullable Throwable decisive) {
    return decisive == null || decisive instanceof Error;
  }

  /** The program's mistake, or something that it may not do. */
  private static boolean isRefusal(@Nullable Throwable decisive) {
    if (decisive instanceof MmioException mmio) {
      return switch (mmio.error()) {
        case INVALID_HANDLE, INVALID_PARAMETER, ACCESS_DENIED -> true;
        default -> false;
      };
    }
    return decisive instanceof NonReadableChannelException
        || decisive instanceof NonWritableChannelException;
  }

  /** Says in one line what went wrong, and what led to it. */
  static String text(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable link : ErrorCodes.chain(failure)) {
      text.append(text.length() == 0 ? "" : "; caused by ").append(line(link));
    }
    return text.toString();
  }

  /** A text that was written for a person stands alone; any other needs its class to be clear. */
  private static String line(Throwable failure) {
    String text = failure instanceof MmioException ? failure.getMessage() : null;
    return text == null ? Printable.text(failure) : Printable.of(text);
  }
}
