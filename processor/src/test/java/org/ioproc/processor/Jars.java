package org.ioproc.processor;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jars and folders of the tests' class path, found by a class that is in them. */
final class Jars {

  private Jars() {}

  /** A path as the compiler's options have it. */
  static String path(Class<?>... types) {
    return Stream.of(types).map(Jars::of).collect(Collectors.joining(File.pathSeparator));
  }

  private static String of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException failure) {
      throw new AssertionError(failure);
    }
  }
}
