package org.ioproc.internal.transport;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ioproc.mmio.CallPath;
import org.ioproc.mmio.Mmio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that cannot reach native code says why, and what to do, each time. */
class OwnProcessTest {

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

  @ParameterizedTest
  @CsvSource({
    // As on a file system that is mounted "noexec", but this needs no rights.
    "-Dorg.ioproc.transport=jna -Djna.tmpdir=FILE, -Djna.tmpdir=FOLDER",
    "-Dorg.ioproc.transport=jna -Djna.nounpack=true, JNA cannot be loaded",
    "-Dorg.ioproc.transport=x, -Dorg.ioproc.transport must be jna or ffm; it is \"x\".",
    "-Dorg.ioproc.transport=, an embedded manager of its own",
  })
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

  @Test
  void saysThatFfmNeedsNewerJava() throws Exception {
    assumeTrue(Runtime.version().feature() < 22, "this Java has no FFM");
    requireTwice(
        run("-Dorg.ioproc.transport=ffm", classPath()), "needs Java 22 or later and 64 bits");
  }

  @ParameterizedTest
  @CsvSource({"jna", "ffm"})
  void saysThatNativeAccessIsDenied(String transport) throws Exception {
    assumeTrue(Runtime.version().feature() >= 24, "this Java can deny native access");
    requireTwice(
        run("--illegal-native-access=deny -Dorg.ioproc.transport=" + transport, classPath()),
        "Start Java with --enable-native-access=ALL-UNNAMED");
  }

  private static void requireTwice(List<String> lines, String text) {
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains(text);
    assertThat(lines.get(1)).isEqualTo(lines.get(0));
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** What the program prints; where JNA warns, that is on the error stream. */
  private List<String> run(String options, String classPath) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options.split(" ")));
    command.addAll(List.of("-classpath", classPath, Program.class.getName()));
    Path out = folder.resolve("out.txt");
    Process program =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();
    assertThat(program.waitFor()).isEqualTo(0);
    return Files.readString(out, StandardCharsets.UTF_8).lines().toList();
  }
}
