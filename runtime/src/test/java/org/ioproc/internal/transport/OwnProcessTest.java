package org.ioproc.internal.transport;

import static com.google.common.truth.Truth.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ioproc.ChildJvm;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that cannot reach native code says why, and what to do, each time. */
class OwnProcessTest {

  private static final int JAVA = Runtime.version().feature();

  @TempDir Path folder;

  /** What a user's program does, twice, because many try again. */
  static final class Program {

    public static void main(String[] arguments) {
      for (int i = 0; i < 2; i++) {
        try {
          System.out.println(Mmio.newEmbedded(CallPath.STRAIGHT));
        } catch (LinkageError failure) {
          System.out.println(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        }
      }
    }
  }

  static Stream<Arguments> saysWhyItCannotReachNativeCode() {
    Stream.Builder<Arguments> rows = Stream.builder();
    // As on a file system that is mounted "noexec", but this needs no rights.
    rows.add(row("-Dorg.ioproc.transport=jna -Djna.tmpdir=FILE", "-Djna.tmpdir=FOLDER"));
    rows.add(row("-Dorg.ioproc.transport=jna -Djna.nounpack=true", "JNA cannot be loaded"));
    rows.add(
        row(
            "-Dorg.ioproc.transport=jna --limit-modules=java.base",
            "jlink --add-modules java.logging"));
    rows.add(row("-Dorg.ioproc.transport=x", "must be jna or ffm; it is \"x\"."));
    rows.add(row("-Dorg.ioproc.transport=", "an embedded manager of its own"));
    if (JAVA < 22) {
      rows.add(row("-Dorg.ioproc.transport=ffm", "needs Java 22 or later and 64 bits"));
    }
    if (JAVA >= 24) {
      for (String transport : new String[] {"jna", "ffm"}) {
        rows.add(
            row(
                "--illegal-native-access=deny -Dorg.ioproc.transport=" + transport,
                "Start Java with --enable-native-access=ALL-UNNAMED"));
      }
    }
    return rows.build();
  }

  private static Arguments row(String options, String text) {
    return Arguments.of(options, text);
  }

  @ParameterizedTest
  @MethodSource
  void saysWhyItCannotReachNativeCode(String options, String text) throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    requireTwice(run(options.replace("FILE", file.toString()), classPath()), text);
  }

  @Test
  void saysThatJnaIsMissing() throws Exception {
    String without =
        Arrays.stream(classPath().split(File.pathSeparator))
            .filter(entry -> !new File(entry).getName().startsWith("jna-"))
            .collect(Collectors.joining(File.pathSeparator));
    requireTwice(
        run("-Dorg.ioproc.transport=jna", without), "Add net.java.dev.jna:jna to the class path.");
  }

  private static void requireTwice(List<String> lines, String text) {
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains(text);
    assertThat(lines.get(1)).isEqualTo(lines.get(0));
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static List<String> run(String options, String classPath) throws Exception {
    return ChildJvm.run(List.of(options.split(" ")), classPath, Program.class);
  }
}
