package org.ioproc.internal.timeline;

import java.util.Locale;

/** Writes numbers and names for people. */
final class Units {

  private static final String[] BYTES = {"B", "KiB", "MiB", "GiB"};

  private Units() {}

  /** Returns a number of bytes: exact if it is small, otherwise with three digits. */
  static String bytes(long count) {
    if (count < 10_000) {
      return String.format(Locale.ROOT, "%,d B", count);
    }
    int unit = 0;
    double scaled = count;
    while (scaled >= 1000 && unit < BYTES.length - 1) {
      scaled /= 1024;
      unit++;
    }
    return digits(scaled) + " " + BYTES[unit];
  }

  /** Returns a multiple of a power of two as a label of an axis. */
  static String position(long position) {
    int unit = 0;
    long scaled = position;
    while (scaled != 0 && scaled % 1024 == 0 && unit < BYTES.length - 1) {
      scaled /= 1024;
      unit++;
    }
    return position == 0 ? "0" : scaled + " " + BYTES[unit];
  }

  static String time(long nanoseconds) {
    if (nanoseconds < 1_000) {
      return nanoseconds + " ns";
    }
    if (nanoseconds < 1_000_000) {
      return digits(nanoseconds / 1e3) + " µs";
    }
    return nanoseconds < 1_000_000_000
        ? digits(nanoseconds / 1e6) + " ms"
        : digits(nanoseconds / 1e9) + " s";
  }

  /** Returns a time as a label of an axis. All labels have the unit that suits its step. */
  static String tick(long nanoseconds, long step) {
    if (nanoseconds == 0) {
      return "0";
    }
    if (step >= 100_000_000) {
      return plain(nanoseconds / 1e9) + " s";
    }
    return step >= 100_000 ? plain(nanoseconds / 1e6) + " ms" : plain(nanoseconds / 1e3) + " µs";
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String digits(double number) {
    int decimals = number < 10 ? 2 : number < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** Returns a count with its noun. */
  static String count(long count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** Returns a file's name without the folders of its container. */
  static String name(String file) {
    int plus = file.lastIndexOf('+');
    int folder = Math.max(file.lastIndexOf('/', plus), file.lastIndexOf('\\', plus));
    return shortened(plus < 0 ? file : file.substring(folder + 1), 80);
  }

  /** Returns a text without its middle if it is too long. */
  static String shortened(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most / 3) + " … " + text.substring(text.length() - most * 2 / 3);
  }
}
