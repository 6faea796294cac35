package org.ioproc.wrapper.tool;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An option on the command line. */
enum Option {
  CLASS_PATH(Arity.ONE_VALUE),
  OUTPUT(Arity.ONE_VALUE),
  LAYOUT(Arity.ONE_VALUE),
  ARCHITECTURES(Arity.ONE_VALUE),
  JAVA(Arity.ONE_VALUE),
  LIBRARY(Arity.VALUES),
  MODULE_DEFINITIONS(Arity.VALUES),
  PRODUCT(Arity.ONE_VALUE),
  PRODUCT_VERSION(Arity.ONE_VALUE),
  COMPANY(Arity.ONE_VALUE),
  COPYRIGHT(Arity.ONE_VALUE),
  SOURCES(Arity.NO_VALUE),
  HELP(Arity.NO_VALUE),
  VERSION(Arity.NO_VALUE);

  static final String PREFIX = "--";

  /** How often an option takes a value. */
  enum Arity {
    NO_VALUE,
    ONE_VALUE,
    VALUES
  }

  private final Arity arity;

  Option(Arity arity) {
    this.arity = arity;
  }

  static Optional<Option> of(String word) {
    return Stream.of(values()).filter(option -> option.word().equals(word)).findFirst();
  }

  /** Returns the option as it is written: {@code --class-path}. */
  String word() {
    return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Arity arity() {
    return arity;
  }
}
