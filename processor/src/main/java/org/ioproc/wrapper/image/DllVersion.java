package org.ioproc.wrapper.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DLL's version, which Windows shows in the file's properties.
 *
 * @param product the product's name, or empty for the library's name
 * @param version the version: {@code 1.4.0-beta}; empty for {@code 0.0.0}
 * @param company the company's name, or empty
 * @param copyright the copyright, or empty
 */
public record DllVersion(String product, String version, String company, String copyright) {

  private static final Pattern VERSION = Pattern.compile("([0-9]+(?:\\.[0-9]+)*)[-+_.~0-9A-Za-z]*");

  private static final Pattern PRERELEASE = Pattern.compile("[0-9.]+-");

  /** The whole resource has at most 65,535 bytes. */
  private static final int LONGEST_TEXT = 1000;

  private static final int NUMBERS = 4;
  private static final int HIGHEST_NUMBER = 0xFFFF;

  /**
   * Checks the version, and replaces line breaks and other control characters by spaces.
   *
   * @throws IllegalArgumentException if the version has another form or too big numbers, or if a
   *     text has more than 1000 characters
   */
  public DllVersion {
    product = oneLine(product);
    company = oneLine(company);
    copyright = oneLine(copyright);
    version = version.isEmpty() ? "0.0.0" : oneLine(version);
    numbersOf(version);
  }

  private static String oneLine(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "A text in the version must have at most %d characters. This one has %d: %.40s..."
              .formatted(LONGEST_TEXT, text.length(), text));
    }
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  /** Returns the four numbers: {@code 1.4.0-beta} has the numbers 1, 4, 0 and 0. */
  int[] numbers() {
    return numbersOf(version);
  }

  /** Returns whether a dash follows the numbers. */
  boolean isPrerelease() {
    return PRERELEASE.matcher(version).lookingAt();
  }

  private static int[] numbersOf(String version) {
    String[] dotted = matched(version).group(1).split("\\.", -1);
    int[] numbers = new int[NUMBERS];
    for (int i = 0; i < Math.min(NUMBERS, dotted.length); i++) {
      numbers[i] = number(dotted[i], version);
    }
    return numbers;
  }

  private static Matcher matched(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "A version must begin with a number and contain only letters, digits and .-+_~. It is \""
              + version
              + "\".");
    }
    return matcher;
  }

  private static int number(String digits, String version) {
    String significant = digits.replaceFirst("^0+(?=[0-9])", "");
    int number = significant.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(significant);
    if (number > HIGHEST_NUMBER) {
      throw new IllegalArgumentException(
          "A version on Windows consists of four numbers, each at most 65535. It is \""
              + version
              + "\".");
    }
    return number;
  }
}
