package org.ioproc.samples.demo;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.ioproc.TracedMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo with valid and invalid names, pictures and output streams. */
@Tag("any-java") // It takes long, and is the same over each transport.
final class DemoInputsTest {

  @TempDir Path folder;

  @BeforeEach
  void createFiles() throws IOException {
    byte[] wave = WaveFiles.wave(WaveFiles.usualFormat(), WaveFiles.chunk("data", new byte[100]));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file("good.zip")))) {
      zip.putNextEntry(new ZipEntry("folder/"));
      for (String name : new String[] {"a.wav", "b\33[31m.wav", "c.wav", "d", "e", "f", "g"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(wave);
      }
    }
    Files.writeString(file("text.zip"), "no archive");
    Files.createFile(file("empty.zip"));
    Files.createDirectory(file("folder.zip"));
    Files.createDirectory(file("folder.dir"));
    Files.createDirectory(file("folder.png"));
    byte[] archive = Files.readAllBytes(file("good.zip"));
    Files.write(file("cut.zip"), Arrays.copyOf(archive, archive.length / 2));
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private DemoRun run(String name) {
    return DemoRun.of(folder + "/" + name, file("wave.png").toString());
  }

  private static void requireOneLine(DemoRun demo, String text) {
    assertThat(demo.errors()).hasSize(1);
    assertThat(demo.errors().get(0)).startsWith("demo: ");
    assertThat(demo.errors().get(0)).contains(text);
    assertThat(demo.status()).isEqualTo(1);
    assertThat(demo.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "good.zip+x.wav, 'which holds a.wav, b\\u001b[31m.wav, c.wav, d, e, ... (7)'",
    "good.zip+A.WAV, which holds a.wav",
    "good.zip+, which holds a.wav",
    "good.zip+folder/, entry folder/ is a folder",
    "text.zip+a.wav, text.zip is not a ZIP archive",
    "empty.zip+a.wav, empty.zip is not a ZIP archive",
    "cut.zip+a.wav, cut.zip is not a ZIP archive",
    "folder.zip+a.wav, 'folder.zip is a folder, not an archive'",
    "missing.zip+a.wav, There is no archive",
    "text.zip/a.zip+a.wav, There is no archive",
    "good.zip+a.wav+b, 'a procedure is installed for (.dir, .xyz, .zip)'",
    "missing.abc+a.wav, 'missing.abc\" has none of them'",
    "missing+a.wav, 'a procedure is installed for (.dir, .xyz, .zip)'",
    "missing.dir+a.wav, There is no folder",
    "folder.dir+a.wav, a.wav",
    "good.zip, as archive.zip+entry.wav does",
  })
  void saysWhatIsWrongWithAName(String name, String text) {
    requireOneLine(run(name), text);
  }

  @Test
  void showsNamesWithoutTheirControlCharacters() {
    DemoRun demo = run("good.zip+b\33[31m.wav");
    assertThat(demo.errors()).isEmpty();
    assertThat(demo.out()).contains("good.zip+b\\u001b[31m.wav");
    assertThat(demo.out()).doesNotContain("\33");
    requireOneLine(run("good.zip+\33[31m\n\u0085"), "good.zip+\\u001b[31m\\u000a\\u0085");
  }

  @Test
  void shortensLongNames() {
    DemoRun demo = run("good.zip+" + "x".repeat(20_000));
    requireOneLine(demo, "MMIOERR_FILENOTFOUND");
    assertThat(demo.errors().get(0).length()).isAtMost(1020);
  }

  @Test
  void readsAnOrdinaryFileWithPlus() throws IOException {
    byte[] wave = WaveFiles.wave(WaveFiles.usualFormat(), WaveFiles.chunk("data", new byte[100]));
    Files.write(file("my+song.wav"), wave);
    assertThat(run("my+song.wav").errors()).isEmpty();
  }

  /** Opening a pipe blocks until another program writes to it. */
  @ParameterizedTest
  @Tag("not-on-windows") // Windows has no pipes in folders.
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  @ValueSource(strings = {"pipe.zip+a.wav", "pipe.xyz+key", "pipe.dir+a", "folder.dir+p", "p+q"})
  void doesNotWaitForPipes(String name) throws Exception {
    boolean created =
        Files.isExecutable(Path.of("/usr/bin/mkfifo"))
            && new ProcessBuilder(
                        "/usr/bin/mkfifo",
                        "pipe.zip",
                        "pipe.xyz",
                        "pipe.dir",
                        "folder.dir/p",
                        "p+q")
                    .directory(folder.toFile())
                    .start()
                    .waitFor()
                == 0;
    assumeTrue(created, "this system has named pipes");
    requireOneLine(run(name), "pipe");
  }

  @ParameterizedTest
  @CsvSource({
    "'', must name a PNG file",
    "FOLDER, must name a PNG file",
    "FOLDER/wave.gif, must name a PNG file",
    "FOLDER/wave, must name a PNG file",
    "FOLDER/folder.png, is a folder",
    "FOLDER/text.zip/wave.png, text.zip\" is not a folder",
    "FOLDER/text.zip/sub/wave.png, could not be written",
    "FOLDER/zero\0.png, this system does not allow the path",
  })
  void saysWhyThereIsNoPicture(String picture, String text) {
    String place = picture.replace("FOLDER", folder.toString());
    requireOneLine(DemoRun.of(file("good.zip") + "+a.wav", place), text);
  }

  @Test
  void reportsThatTheNameOfThePictureIsTooLong() {
    DemoRun demo = DemoRun.of(file("good.zip") + "+a.wav", file("x".repeat(5000)) + ".png");
    requireOneLine(demo, "could not be written");
  }

  @Test
  void replacesAPictureAndCreatesFolders() throws IOException {
    Path picture = file("new/folders/wave.PNG");
    for (int i = 0; i < 2; i++) {
      DemoRun demo = DemoRun.of(file("good.zip") + "+a.wav", picture.toString());
      assertThat(demo.errors()).isEmpty();
      assertThat(ImageIO.read(picture.toFile())).isNotNull();
    }
  }

  /** ImageIO.write to a file would delete a device, for example. */
  @Test
  @Tag("not-on-windows") // Windows has no devices in folders.
  void keepsWhatIsNotAFile() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "this system has devices in folders");
    Path picture = file("device.png");
    assumeTrue(link(picture, device), "this system has symbolic links");
    requireOneLine(DemoRun.of(file("good.zip") + "+a.wav", picture.toString()), "a device");
  }

  private static boolean link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
      return true;
    } catch (IOException | UnsupportedOperationException none) {
      return false;
    }
  }

  @Test
  void reportsThatItsOutputCannotBeWritten() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    DemoRun demo = DemoRun.of(file("good.zip") + "+a.wav", file("wave.png").toString(), full);
    requireOneLine(demo, "Standard output was closed, or could not be written");
  }

  @Test
  void keepsNoMoreMessagesThanItShows() {
    DemoMessages messages = new DemoMessages();
    for (int i = 0; i < 1_000_000; i++) {
      messages.add(new TracedMessage("a", 0, 0, 0, i < 10 ? 5 : i, 7));
    }
    assertThat(messages.count()).isEqualTo(1_000_000);
    assertThat(messages.lines()).hasSize(15);
    assertThat(messages.lines().get(0)).isEqualTo("MMIOM_READ 5 bytes -> 7  (10 times)");
    assertThat(messages.lines().get(14)).isEqualTo("... and 999977 more");
  }
}
