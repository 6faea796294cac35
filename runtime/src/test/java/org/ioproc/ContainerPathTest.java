package org.ioproc;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ioproc.internal.text.ProcessPath;
import org.ioproc.mmio.Mmio;
import org.ioproc.support.CurrentFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the path that a container's name leads to. */
class ContainerPathTest {

  @TempDir static Path folder;

  /** Loads native code, so that Windows itself resolves the names. */
  @BeforeAll
  static void useNativeCode() {
    assertThat(Mmio.system()).isNotNull();
  }

  /** FOLDER is the current folder, DRIVE its drive, and ROOTED the folder without its drive. */
  static List<String> names() {
    List<String> names = new ArrayList<>(List.of("FOLDER/x.zip", "x.zip", "./x.zip", "a/../x.zip"));
    if (ProcessPath.WINDOWS) {
      names.addAll(
          List.of(
              "DRIVE:x.zip",
              "ROOTED\\x.zip",
              "ROOTED/a\\../x.zip",
              "x.zip. .",
              "X.ZIP",
              "no\\..\\x.zip",
              "\\\\?\\FOLDER\\x.zip",
              "\\\\.\\FOLDER\\x.zip",
              "//?/FOLDER/x.zip"));
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("names")
  void leadsToTheFileThatTheProcessFinds(String pattern) throws Throwable {
    Path current = folder.toRealPath();
    Files.createDirectories(current.resolve("a"));
    Path file = Files.writeString(current.resolve("x.zip"), "");
    String full = current.toString();
    String name =
        pattern
            .replace("FOLDER", full)
            .replace("ROOTED", full.replaceFirst("^.:", ""))
            .replace("DRIVE", full.substring(0, 1));
    CurrentFolder.in(
        current,
        () -> {
          Path path = MmioName.of(name + "+a.wav").containerPath();
          assertThat(path.isAbsolute()).isTrue();
          assertThat(path.toRealPath()).isEqualTo(file.toRealPath());
        });
  }

  /** Some names are longer than the memory that Windows first gets. */
  @ParameterizedTest
  @CsvSource({"1", "240", "259", "260", "261", "5000"})
  void namesMayHaveAnyLength(int length) throws Exception {
    String name = "n".repeat(length);
    assertThat(MmioName.of(name + "+x").containerPath())
        .isEqualTo(Path.of("").toAbsolutePath().resolve(name));
  }

  static Stream<String> noPaths() {
    return ProcessPath.WINDOWS
        ? Stream.of(
            "",
            "NUL",
            "con",
            "\\\\.\\COM1",
            "\\\\.\\pipe\\x",
            "a|b.zip",
            "a:b:c",
            "\\\\x",
            "a\0b",
            "\\\\?\\FOLDER\\x.zip.",
            "\\\\?\\FOLDER/x.zip")
        : Stream.of("a\0b");
  }

  @ParameterizedTest
  @MethodSource("noPaths")
  void aNameThatIsNoPathIsRefused(String pattern) {
    String name = pattern.replace("FOLDER", folder.toString());
    MmioException failure =
        assertThrows(MmioException.class, () -> new MmioName(name, "a.wav").containerPath());
    assertThat(failure.error()).isEqualTo(MmioError.FILE_NOT_FOUND);
    assertThat(failure).hasMessageThat().startsWith("A file's name must be a path; \"");
  }

  /** An element may have any character, because it is not a path. */
  @ParameterizedTest
  @CsvSource({"??.zip, false", "folder ?/x.zip, false", "x.zip, true"})
  void aContainerOnWindowsMustNotHaveAQuestionMark(String container, boolean path)
      throws Exception {
    MmioName name = MmioName.of(container + "+?.wav");
    if (path || !ProcessPath.WINDOWS) {
      assertThat(name.containerPath().toString()).endsWith(container.toLowerCase(Locale.ROOT));
    } else {
      assertThat(assertThrows(MmioException.class, name::containerPath))
          .hasMessageThat()
          .contains("ANSI code page");
    }
  }
}
