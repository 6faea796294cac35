package org.ioproc.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The inputs of golden cases, for other tests. */
final class Golden {

  static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static String input(String path) throws IOException {
    return Files.readString(FOLDER.resolve(path));
  }
}
