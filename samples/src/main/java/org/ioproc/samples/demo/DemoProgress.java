package org.ioproc.samples.demo;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows on a terminal how far the demo has read, in one line that is erased at the end. Shows
 * nothing in the first second, and nothing where the output is redirected.
 */
final class DemoProgress {

  private static final long DELAY = 1_000_000_000;
  private static final long INTERVAL = 200_000_000;

  private final @Nullable PrintWriter terminal;
  private final LongSupplier clock;
  private String task = "";
  private long next;
  private int shown;

  /**
   * Creates a progress line.
   *
   * @param terminal where to show it; null to show nothing
   * @param clock returns nanoseconds
   */
  DemoProgress(@Nullable PrintWriter terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.next = clock.getAsLong() + DELAY;
  }

  static DemoProgress none() {
    return new DemoProgress(null, System::nanoTime);
  }

  @SuppressWarnings("SystemConsoleNull") // Before Java 22 there is no other sign of a terminal.
  static DemoProgress onTerminal() {
    Console console = System.console();
    return console == null || !isTerminal(console)
        ? none()
        : new DemoProgress(console.writer(), System::nanoTime);
  }

  /** On Java 22 and later there may be a console without a terminal, which a new method tells. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean)
          MethodHandles.publicLookup()
              .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class))
              .invoke(console);
    } catch (NoSuchMethodException older) {
      return true;
    } catch (Throwable failure) {
      return false;
    }
  }

  /** Begins a part of the work. */
  void begin(String part) {
    task = part;
  }

  /** Shows how much of the part is done, but not too often. */
  void at(long done, long total) {
    if (terminal == null || clock.getAsLong() - next < 0) {
      return;
    }
    next = clock.getAsLong() + INTERVAL;
    long percent = Math.min(100, 100 * done / Math.max(1, total));
    show(terminal, String.format(Locale.ROOT, "%s: %d%%", task, percent));
  }

  /** Erases the line. */
  void end() {
    if (terminal != null && shown > 0) {
      show(terminal, "");
      terminal.print('\r');
      terminal.flush();
      shown = 0;
    }
  }

  private void show(PrintWriter writer, String line) {
    writer.print('\r' + line + " ".repeat(Math.max(0, shown - line.length())));
    writer.flush();
    shown = line.length();
  }
}
