package org.ioproc.mmio;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioName;
import org.ioproc.OpenRequest;
import org.ioproc.glue.OpenerGlue;
import org.ioproc.support.CurrentFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Relative names start from the process's current folder, even if it changes while Java runs, with
 * every manager.
 */
@ParameterizedClass
@MethodSource("org.ioproc.mmio.ManagerContractTest#managers")
final class CurrentFolderTest {

  @TempDir Path folder;

  private final Mmio mmio;

  CurrentFolderTest(Mmio mmio) {
    this.mmio = mmio;
  }

  @BeforeEach
  void createTwoFoldersWithFilesOfOneName() throws IOException {
    for (String each : new String[] {"one", "two"}) {
      Path inner = Files.createDirectory(folder.resolve(each));
      Files.writeString(inner.resolve("music.xyz"), each);
    }
  }

  /** Opens a name in one of the ways that authors use. */
  private static SeekableByteChannel open(OpenRequest request) throws Throwable {
    MmioName name = MmioName.of(request.rawName());
    return switch (name.element()) {
      case "container" -> Files.newByteChannel(name.containerPath(), request.options());
      case "request" -> Files.newByteChannel(request.path(name.container()), request.options());
      default -> OpenerGlue.at(Path.of(name.container())).open(request);
    };
  }

  /** Wine 8.0 finds only ordinary files, does not delete them, and has few error codes. */
  private boolean isWinmm() {
    return Requests.onWindows() && mmio.equals(Mmio.system());
  }

  @ParameterizedTest
  @CsvSource({
    "one, music.xyz, one",
    "two, music.xyz, two",
    "two, ../one/music.xyz, one",
    "., two/music.xyz, two"
  })
  void relativeNamesStartFromTheCurrentFolder(String current, String name, String content)
      throws Throwable {
    try (InstalledIoProc procedure = mmio.install(new OpenerGlue("XYZ", CurrentFolderTest::open))) {
      CurrentFolder.in(
          folder.resolve(current),
          () -> {
            for (String way : new String[] {"+container", "+request", "+relative", ""}) {
              assertThat(Requests.read(mmio, name + way, 3)).isEqualTo(content);
              assertThat(mmio.exists(name + way)).isAnyOf(true, !isWinmm() || way.isEmpty());
              assertThat(mmio.exists(name.replace("music", "none") + way)).isFalse();
            }
          });
      assertThat(procedure.openFiles()).isEqualTo(0);
    }
  }

  @Test
  void ordinaryFilesAreCreatedRenamedAndDeletedInTheCurrentFolder() throws Throwable {
    CurrentFolder.in(
        folder.resolve("two"),
        () -> {
          mmio.open("new.txt", CREATE, WRITE).close();
          mmio.rename("music.xyz", "renamed.xyz");
          assertThat(Path.of(mmio.fullName("new.txt")).toRealPath())
              .isEqualTo(folder.resolve("two/new.txt").toRealPath());
        });
    assertThat(files("one")).containsExactly("music.xyz");
    assertThat(files("two")).containsExactly("new.txt", "renamed.xyz");
    CurrentFolder.in(folder.resolve("two"), () -> mmio.delete("new.txt"));
    if (!isWinmm()) {
      assertThat(files("two")).containsExactly("renamed.xyz");
    }
  }

  private List<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"none.txt, FILE_NOT_FOUND", "none/none.txt, PATH_NOT_FOUND"})
  void missingFilesAreLookedForInTheCurrentFolder(String name, MmioError error) throws Throwable {
    CurrentFolder.in(
        Files.createDirectories(folder.resolve("three")),
        () ->
            assertThat(Requests.error(() -> mmio.open(name)))
                .isAnyOf(error, isWinmm() ? MmioError.FILE_NOT_FOUND : error));
  }
}
