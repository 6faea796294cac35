package org.ioproc.samples.demo;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.ioproc.samples.testing.Archives;
import org.ioproc.samples.testing.ChildJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as users start it, in a separate process. */
@Tag("any-java") // It takes long, and is the same over each transport.
final class DemoTest {

  private static final Path SHIPPED = Path.of("music", "music.zip").toAbsolutePath();

  /** Windows closes the files of a process shortly after the process has ended. */
  @TempDir(deletionStrategy = TempDirDeletionStrategy.IgnoreFailures.class)
  Path folder;

  /** The exit status and the output of a process. */
  private record Ended(int status, List<String> out, List<String> errors) {}

  @BeforeEach
  void createBadFiles() throws IOException {
    byte[] archive = Files.readAllBytes(SHIPPED);
    Files.write(folder.resolve("damaged.zip"), Arrays.copyOf(archive, archive.length / 2));
    byte[] recording = recording();
    pack("cut", Arrays.copyOf(recording, recording.length / 2));
    byte[] strange = recording.clone();
    ByteBuffer.wrap(strange).order(ByteOrder.LITTLE_ENDIAN).putShort(20, (short) 85);
    pack("mp3", strange);
    Files.write(folder.resolve("ordinary.wav"), recording);
    byte[] broken = archive.clone();
    broken[50_000]++;
    Files.write(folder.resolve("broken.zip"), broken);
  }

  private static byte[] recording() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(SHIPPED))) {
      zip.getNextEntry();
      return zip.readAllBytes();
    }
  }

  private void pack(String name, byte[] content) throws IOException {
    Path wav = Files.write(folder.resolve(name + ".wav"), content);
    Archives.pack(folder.resolve(name + ".zip"), wav);
  }

  private Ended run(String file, String... options) throws Exception {
    List<String> command = ChildJvm.command();
    if (Runtime.version().feature() > 17) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "-XX:-PrintWarnings", // Warnings of the VM about the system it runs on.
            "-Ddemo.file=" + file,
            "-Ddemo.picture=" + folder.resolve("pictures/waveform.png"),
            "-classpath",
            System.getProperty("java.class.path"),
            Demo.class.getName()));
    return run(command);
  }

  private Ended run(List<String> command) throws Exception {
    Path out = folder.resolve("out.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertWithMessage("ended").that(ended).isTrue();
    return new Ended(process.waitFor(), lines(out), lines(errors));
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello.wav", "hello-stored.wav"})
  void printsWhatItDid(String entry) throws Exception {
    Ended demo = run(SHIPPED + "+" + entry);
    String printed = String.join("\n", demo.out());
    assertThat(demo.errors()).isEmpty();
    assertThat(demo.status()).isEqualTo(0);
    assertThat(printed).contains("PCM, mono, 22050 Hz, 16 bit, 4.41 seconds, 194,628 bytes");
    assertThat(printed).contains("MMIOM_OPEN");
    assertThat(printed).contains("ZipIoProcGlue.class");
    assertThat(printed).contains("zipioproc.def");
    assertThat(printed).contains("the same 194,672 bytes");
    assertThat(printed)
        .containsMatch(
            "Second run +an embedded manager .* at their native addresses over (JNA|FFM)");
    assertThat(demo.out().size()).isAtMost(50);
    var picture = ImageIO.read(folder.resolve("pictures/waveform.png").toFile());
    assertThat(picture.getWidth()).isGreaterThan(WaveformPicture.WIDTH);
    String timeline = Files.readString(folder.resolve("pictures/waveform-timeline.svg"));
    assertThat(timeline).contains("music.zip+" + entry);
    assertThat(printed).doesNotContain("%");
  }

  @ParameterizedTest
  @CsvSource({
    "missing.zip+hello.wav, There is no archive, MMIOERR_FILENOTFOUND",
    "damaged.zip+hello.wav, damaged.zip is not a ZIP archive, MMIOERR_INVALIDFILE",
    "broken.zip+hello.wav, entry hello.wav is damaged, MMIOERR_CANNOTREAD",
    "cut.zip+x.wav, entry x.wav not in cut.zip, MMIOERR_FILENOTFOUND",
    "mp3.zip+mp3.wav, coding 85, MMIOERR_INVALIDFILE",
    "ordinary.wav, has no '+', MMIOERR_FILENOTFOUND",
    "unknown.abc+hello.wav, unknown.abc, MMIOERR_FILENOTFOUND"
  })
  void saysInOneLineWhatIsWrong(String file, String text, String symbol) throws Exception {
    requireOneLine(run(folder + "/" + file), text, symbol);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+", "music.zip+"})
  void requiresAName(String file) throws Exception {
    requireOneLine(run(file), "demo: ", "MMIOERR_FILENOTFOUND");
  }

  /** Simulates a temporary folder that is mounted "noexec", which needs root. */
  @Test
  void saysInOneLineThatJnaCannotBeLoaded() throws Exception {
    Ended demo =
        run(
            SHIPPED + "+hello.wav",
            "-Dorg.ioproc.transport=jna",
            "-Djna.tmpdir=" + folder.resolve("ordinary.wav"));
    requireOneLine(demo, "JNA cannot be loaded", "-Djna.tmpdir=FOLDER");
  }

  private static void requireOneLine(Ended demo, String text, String another) {
    assertThat(demo.errors()).hasSize(1);
    assertThat(demo.errors().get(0)).contains(text);
    assertThat(demo.errors().get(0)).contains(another);
    assertThat(demo.out()).isEmpty();
    assertThat(demo.status()).isEqualTo(1);
  }
}
