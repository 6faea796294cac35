package org.ioproc.samples;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.MmioOption;
import org.ioproc.mmio.Mmio;
import org.ioproc.mmio.MmioFile;
import org.ioproc.mmio.OpenParameters;
import org.ioproc.samples.testing.Archives;
import org.ioproc.samples.testing.CallPath;
import org.ioproc.samples.testing.RawZip;
import org.ioproc.samples.testing.Reads;
import org.ioproc.samples.testing.Threads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The procedures as programs use them: by name, through managers that call them in both ways. */
final class SamplesThroughMmioTest {

  private static final int READS = 10_000;
  private static final byte[] CONTENT = Archives.content(Archives.LARGE, 1);

  private static final List<String> FILES =
      List.of(
          "music.zip+stored.bin",
          "music.zip+deflated.bin",
          "outer.zip+music.zip+deflated.bin",
          "music.dir+track.bin",
          "music.xyz+key");

  /** Must stay referenced: otherwise the logging system may discard the logger, and its level. */
  private static final Logger LIBRARY = Logger.getLogger("org.ioproc");

  @TempDir static Path folder;
  private static final Map<CallPath, Mmio> MANAGERS = new EnumMap<>(CallPath.class);
  private static final List<InstalledIoProc> INSTALLED = new ArrayList<>();

  @BeforeAll
  static void prepare() throws IOException {
    LIBRARY.setLevel(Level.OFF); // Some of the tests are about failures.
    for (CallPath path : CallPath.values()) {
      Mmio mmio = path.newManager();
      MANAGERS.put(path, mmio);
      INSTALLED.addAll(mmio.installAll());
    }
    Path archive = Archives.create(folder.resolve("music.zip"), CONTENT);
    Archives.pack(folder.resolve("outer.zip"), archive);
    Files.createDirectory(folder.resolve("music.dir"));
    Files.write(folder.resolve("music.dir/track.bin"), CONTENT);
    write(mmio(CallPath.NATIVE), "music.xyz+key", CONTENT);
  }

  @AfterAll
  static void uninstall() {
    INSTALLED.forEach(installed -> assertThat(installed.openFiles()).isEqualTo(0));
    INSTALLED.forEach(InstalledIoProc::close);
    LIBRARY.setLevel(null);
  }

  private static Mmio mmio(CallPath path) {
    return MANAGERS.get(path);
  }

  private static String name(String file) {
    return folder + "/" + file; // A path would lose a trailing slash.
  }

  static Stream<Arguments> everyFileBothWays() {
    return Stream.of(CallPath.values())
        .flatMap(path -> FILES.stream().map(file -> Arguments.of(path, file)));
  }

  @ParameterizedTest
  @MethodSource("everyFileBothWays")
  void readsTheSameBytesAnywhere(CallPath path, String file) throws IOException {
    try (MmioFile open = mmio(path).open(name(file), READ)) {
      assertThat(open.size()).isEqualTo(CONTENT.length);
      Reads.compareAtRandom(open, CONTENT, READS, 1);
      assertThat(Reads.all(open)).isEqualTo(CONTENT);
    }
  }

  @ParameterizedTest
  @MethodSource("everyFileBothWays")
  void readsTheSameBytesThroughABuffer(CallPath path, String file) throws IOException {
    try (MmioFile open = mmio(path).open(name(file), READ, MmioOption.BUFFERED)) {
      Reads.compareAtRandom(open, CONTENT, 1000, 2);
    }
  }

  @ParameterizedTest
  @MethodSource("everyFileBothWays")
  void servesThreadsThatHaveTheSameFileOpen(CallPath path, String file) throws Exception {
    Threads.runAll(i -> compare(path, file, i));
  }

  @ParameterizedTest
  @EnumSource
  void servesThreadsThatHaveDifferentFilesOpen(CallPath path) throws Exception {
    Threads.runAll(i -> compare(path, FILES.get(i % FILES.size()), i));
  }

  private static void compare(CallPath path, String file, int seed) throws IOException {
    try (MmioFile open = mmio(path).open(name(file), READ)) {
      Reads.compareAtRandom(open, CONTENT, READS, seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesRenamesAndDeletes(CallPath path) throws IOException {
    Mmio mmio = mmio(path);
    byte[] text = "Written through mmio".getBytes(StandardCharsets.UTF_8);
    write(mmio, "music.dir+new.bin", text);
    mmio.rename(name("music.dir+new.bin"), name("music.dir+newer.bin"));
    assertThat(Files.readAllBytes(folder.resolve("music.dir/newer.bin"))).isEqualTo(text);
    mmio.delete(name("music.dir+newer.bin"));
    assertThat(Files.exists(folder.resolve("music.dir/newer.bin"))).isFalse();
  }

  private static void write(Mmio mmio, String file, byte[] content) throws IOException {
    try (MmioFile created = mmio.open(name(file), CREATE)) {
      created.write(ByteBuffer.wrap(content));
    }
  }

  static Stream<Arguments> everyFailureBothWays() {
    return Stream.of(CallPath.values())
        .flatMap(
            path ->
                Stream.of(
                    Arguments.of(path, "missing.zip+a.wav", MmioError.FILE_NOT_FOUND),
                    Arguments.of(path, "music.zip+x.wav", MmioError.FILE_NOT_FOUND),
                    Arguments.of(path, "music.zip+folder/", MmioError.INVALID_FILE),
                    Arguments.of(path, "damaged.zip+stored.bin", MmioError.INVALID_FILE),
                    Arguments.of(path, "missing.wav", MmioError.FILE_NOT_FOUND),
                    Arguments.of(path, "missing.dir+a.wav", MmioError.PATH_NOT_FOUND),
                    Arguments.of(path, "music.dir+a.wav", MmioError.FILE_NOT_FOUND),
                    Arguments.of(path, "music.dir+../music.zip", MmioError.ACCESS_DENIED),
                    Arguments.of(path, "missing.xyz+key", MmioError.FILE_NOT_FOUND)));
  }

  @ParameterizedTest
  @MethodSource("everyFailureBothWays")
  void givesTheRightError(CallPath path, String file, MmioError error) throws IOException {
    byte[] archive = Files.readAllBytes(folder.resolve("music.zip"));
    Files.write(folder.resolve("damaged.zip"), Arrays.copyOf(archive, archive.length / 2));
    MmioException failure =
        assertThrows(MmioException.class, () -> mmio(path).open(name(file), READ).close());
    assertThat(failure.error()).isEqualTo(error);
  }

  /**
   * mmio splits names at the last plus, so it looks for a procedure for {@code pluses.zip+Drum}.
   */
  @ParameterizedTest
  @EnumSource
  void namesWithAPlusNeedTheProceduresCode(CallPath path) throws IOException {
    byte[] archive = new RawZip().add("Drum+Bass.wav", "Drum+Bass").toBytes();
    Files.write(folder.resolve("pluses.zip"), archive);
    Files.createDirectories(folder.resolve("pluses.dir"));
    Files.writeString(folder.resolve("pluses.dir/Drum+Bass.wav"), "Drum+Bass");
    for (String code : new String[] {"ZIP", "DIR"}) {
      String name = name("pluses." + code.toLowerCase(Locale.ROOT) + "+Drum+Bass.wav");
      OpenParameters parameters = OpenParameters.byCode(FourCc.of(code));
      try (MmioFile open = mmio(path).open(name, parameters, READ)) {
        assertThat(new String(Reads.all(open), StandardCharsets.UTF_8)).isEqualTo("Drum+Bass");
      }
      assertThrows(MmioException.class, () -> mmio(path).open(name, READ).close());
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhichEntryIsMissing(CallPath path) {
    MmioException failure =
        assertThrows(MmioException.class, () -> mmio(path).open(name("music.zip+x.wav")));
    assertThat(failure).hasMessageThat().contains("entry x.wav not in music.zip");
  }

  @ParameterizedTest
  @EnumSource
  void refusesToWriteIntoAnArchive(CallPath path) {
    for (OpenOption[] options : new OpenOption[][] {{WRITE}, {READ, WRITE}, {CREATE}}) {
      MmioException failure =
          assertThrows(
              MmioException.class, () -> mmio(path).open(name("music.zip+stored.bin"), options));
      assertThat(failure.error()).isEqualTo(MmioError.ACCESS_DENIED);
    }
  }
}
