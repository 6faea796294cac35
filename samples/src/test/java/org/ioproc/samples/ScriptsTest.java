package org.ioproc.samples;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the scripts are written in shell, and that the files that they name exist. */
final class ScriptsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern SOURCE = Pattern.compile("samples/src/[\\w/.-]*\\w");

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve(".ci"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void eachScriptIsShell() throws IOException {
    assertThat(scripts()).isNotEmpty();
    for (Path script : scripts()) {
      assertWithMessage("%s", script)
          .that(Files.readAllLines(script).get(0))
          .isAnyOf("#!/usr/bin/env bash", "# shellcheck shell=bash");
    }
  }

  @Test
  void theSourcesThatScriptsNameExist() throws IOException {
    for (Path script : scripts()) {
      List<String> sources =
          SOURCE.matcher(Files.readString(script)).results().map(found -> found.group()).toList();
      for (String source : sources) {
        assertWithMessage("%s names %s", script, source)
            .that(Files.exists(ROOT.resolve(source)))
            .isTrue();
      }
    }
  }
}
