package org.ioproc.processor.support;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Compilers and other programs on the PATH. */
public final class Tools {

  private Tools() {}

  /** Skips the test if the program is missing, or fails it in CI. */
  public static void require(String tool) {
    if ("true".equals(System.getenv("CI"))) {
      assertWithMessage("%s is on the PATH in CI", tool).that(isOnPath(tool)).isTrue();
    }
    if (!isOnPath(tool)) {
      System.out.println("Skipped, because there is no " + tool + " on the PATH.");
    }
    assumeTrue(isOnPath(tool), tool + " is on the PATH");
  }

  private static boolean isOnPath(String tool) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(path -> new File(path, tool).canExecute());
  }

  /** Runs a command that must succeed, and returns what it prints. */
  public static String run(List<String> command) throws Exception {
    Result result = result(command);
    assertWithMessage(result.output()).that(result.exitValue()).isEqualTo(0);
    return result.output();
  }

  public static String run(String... command) throws Exception {
    return run(List.of(command));
  }

  public static Result result(List<String> command) throws Exception {
    Path output = Files.createTempFile("ioproc", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(120, TimeUnit.SECONDS);
      process.destroyForcibly();
      assertWithMessage("%s ended", command).that(ended).isTrue();
      return new Result(process.exitValue(), Portable.lines(Files.readString(output)));
    } finally {
      Files.delete(output);
    }
  }

  public record Result(int exitValue, String output) {}
}
