package org.ioproc.samples.demo;

import static com.google.common.truth.Truth.assertThat;
import static org.ioproc.samples.demo.WaveFiles.chunk;
import static org.ioproc.samples.demo.WaveFiles.ds64;
import static org.ioproc.samples.demo.WaveFiles.extensible;
import static org.ioproc.samples.demo.WaveFiles.format;
import static org.ioproc.samples.demo.WaveFiles.join;
import static org.ioproc.samples.demo.WaveFiles.riff;
import static org.ioproc.samples.demo.WaveFiles.usualFormat;
import static org.ioproc.samples.demo.WaveFiles.wave;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.ioproc.samples.testing.Archives;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The demo with valid and invalid WAV files: it draws them, or prints one line that says why not.
 */
@Tag("any-java") // It takes long, and is the same over each transport.
final class DemoSoundsTest {

  private static final byte[] SOUND = Archives.content(1000, 1);
  private static final byte[] DATA = chunk("data", SOUND);
  private static final long OPEN = 0xFFFFFFFFL;

  @TempDir Path folder;

  /** A WAV file and what the demo prints about it. */
  static final class Row {
    private final String what;
    private final byte[] content;
    private final List<String> said;

    Row(String what, byte[] content, String... said) {
      this.what = what;
      this.content = content;
      this.said = List.of(said);
    }

    @Override
    public String toString() {
      return what;
    }
  }

  private DemoRun run(Row row) throws IOException {
    Path wav = Files.write(folder.resolve("a.wav"), row.content);
    Archives.pack(folder.resolve("a.zip"), wav);
    return DemoRun.of(folder + "/a.zip+a.wav", folder.resolve("wave.png").toString());
  }

  private DemoRun requireDrawn(Row row) throws IOException {
    DemoRun demo = run(row);
    assertThat(demo.errors()).isEmpty();
    assertThat(demo.status()).isEqualTo(0);
    for (String said : row.said) {
      assertThat(demo.out()).contains(said);
    }
    assertThat(demo.out().lines().mapToInt(String::length).max().orElseThrow()).isAtMost(500);
    assertThat(ImageIO.read(folder.resolve("wave.png").toFile())).isNotNull();
    return demo;
  }

  static List<Row> wrongSizes() {
    byte[] rf64 = join(usualFormat(), chunk("data", OPEN, SOUND), chunk("LIST", new byte[8]));
    byte[] sizes = ds64(4 + 36 + rf64.length, 1000);
    return List.of(
        new Row(
            "left open, as ffmpeg does",
            riff("RIFF", OPEN, usualFormat(), chunk("data", OPEN, SOUND)),
            "chunk RIFF claims 4,294,967,295 bytes, as if written to a pipe; the file has 1,036",
            "chunk data claims 4,294,967,295 bytes, as if written to a pipe; the file has 1,000"),
        new Row(
            "left 0",
            riff("RIFF", 0, usualFormat(), chunk("data", 0, SOUND)),
            "chunk data claims 0 bytes, as if written to a pipe; the file has 1,000"),
        new Row(
            "left as before the first sample",
            riff("RIFF", 36, usualFormat(), chunk("data", 0, SOUND)),
            "chunk data claims 0 bytes, as if written to a pipe; the file has 1,000"),
        new Row(
            "with the top bit",
            riff("RIFF", 0x80000000L, usualFormat(), chunk("data", 0x80000001L, SOUND)),
            "chunk data claims 2,147,483,649 bytes, as if written to a pipe; the file has 1,000"),
        new Row(
            "near the largest, as sox does",
            riff("RIFF", 0x7FFFF024, usualFormat(), chunk("data", 0x7FFFF000, SOUND)),
            "chunk data claims 2,147,479,552 bytes, as if written to a pipe; the file has 1,000"),
        new Row(
            "cut short",
            riff("RIFF", 2036, usualFormat(), chunk("data", 2000, SOUND)),
            "chunk data claims 2,000 bytes, so the file is cut short; the file has 1,000"),
        new Row(
            "cut short, a later chunk",
            riff("RIFF", 2036, usualFormat(), DATA, chunk("LIST", 992, new byte[10])),
            "chunk LIST claims 992 bytes, so the file is cut short; the file has 10"),
        new Row(
            "RIFF too short",
            riff("RIFF", 100, usualFormat(), DATA),
            "chunk data continues after the end that RIFF claims"),
        new Row("RF64", riff("RF64", OPEN, sizes, rf64), "data 4,294,967,295, LIST"),
        new Row("BW64", riff("BW64", OPEN, sizes, rf64), "data 4,294,967,295, LIST"),
        new Row(
            "RF64 with impossible sizes",
            riff("RF64", OPEN, ds64(-1, -5), usualFormat(), chunk("data", OPEN, SOUND)),
            "chunk data claims 18,446,744,073,709,551,611 bytes"),
        new Row(
            "RF64 left open",
            riff("RF64", OPEN, ds64(0, 0), usualFormat(), chunk("data", OPEN, SOUND)),
            "chunk data claims 4,294,967,295 bytes"));
  }

  @ParameterizedTest
  @MethodSource("wrongSizes")
  void readsToTheEndWhateverTheHeaderClaims(Row row) throws IOException {
    DemoRun demo = requireDrawn(row);
    assertThat(demo.out()).contains("PCM, mono, 8000 Hz, 16 bit, 0.06 seconds, 1,000 bytes");
  }

  static List<Row> unusualChunks() {
    String zeros =
        "\\x00\\x00\\x00\\x00 0, ".repeat(7).replaceFirst(", $", " bytes, and 2,041 more");
    byte[] longFormat = join(Arrays.copyOfRange(usualFormat(), 8, 24), new byte[3000]);
    return List.of(
        new Row("none", wave(usualFormat(), DATA), "fmt 16, data 1,000 bytes"),
        new Row("odd", wave(chunk("LIST", new byte[7]), usualFormat(), DATA), "LIST"),
        new Row("long format", wave(chunk("fmt ", longFormat), DATA), "fmt 3,016"),
        new Row("format after the sound", wave(DATA, usualFormat()), "data 1,000, fmt 16 bytes"),
        new Row(
            "sound twice",
            wave(usualFormat(), DATA, chunk("data", new byte[9])),
            "there is more than one chunk data; the first was read"),
        new Row("list at the end", wave(usualFormat(), DATA, chunk("LIST", new byte[0])), "LIST"),
        new Row("zeros", wave(usualFormat(), DATA, new byte[16384]), "data 1,000, " + zeros),
        new Row(
            "more zeros",
            wave(usualFormat(), DATA, new byte[1 << 17]),
            "there are more chunks, which were not read"),
        new Row(
            "ids that are no text",
            wave(usualFormat(), chunk("\33[2J", new byte[0]), chunk("    ", new byte[0]), DATA),
            "\\x1B[2J 0, (four spaces) 0, data 1,000 bytes"));
  }

  @ParameterizedTest
  @MethodSource("unusualChunks")
  void listsChunks(Row row) throws IOException {
    DemoRun unused = requireDrawn(row);
  }

  static List<Row> formats() {
    return List.of(
        new Row("8", wave(format(1, 1, 8000, 1, 8), DATA), "mono, 8000 Hz, 8 bit, "),
        new Row("12", wave(format(1, 1, 8000, 2, 12), DATA), "12 bit, "),
        new Row("20", wave(format(1, 1, 8000, 3, 20), DATA), "20 bit, "),
        new Row("24", wave(format(1, 2, 8000, 6, 24), DATA), "stereo, 8000 Hz, 24 bit, "),
        new Row("32", wave(format(1, 1, 8000, 4, 32), DATA), "32 bit, "),
        new Row("float", wave(format(3, 1, 8000, 4, 32), DATA), "float, mono, 8000 Hz, 32 bit, "),
        new Row("double", wave(format(3, 1, 8000, 8, 64), DATA), "float, mono, 8000 Hz, 64 bit, "),
        new Row("8 channels", wave(format(1, 8, 8000, 16, 16), DATA), "8 channels"),
        new Row("highest rate", wave(format(1, 1, OPEN, 2, 16), DATA), "4294967295 Hz"),
        new Row("lowest rate", wave(format(1, 1, 1, 2, 16), DATA), "500.00 seconds"),
        new Row("extensible", wave(extensible(1, 2, 32, 24, 8), DATA), "24 bit in 4 bytes, "),
        new Row("extensible float", wave(extensible(3, 1, 32, 32, 4), DATA), "float, mono"),
        new Row("extensible, 0 valid", wave(extensible(1, 1, 16, 0, 2), DATA), "16 bit, "),
        new Row("no frame", wave(usualFormat(), chunk("data", new byte[1])), "0.00 seconds, 1 b"),
        new Row("no sound", wave(usualFormat(), chunk("data", new byte[0])), "seconds, 0 bytes"),
        new Row(
            "no sound, but more",
            wave(usualFormat(), chunk("data", new byte[0]), chunk("LIST", new byte[8])),
            "seconds, 0 bytes"));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void drawsFormats(Row row) throws IOException {
    DemoRun unused = requireDrawn(row);
  }

  static List<Row> notDrawn() {
    byte[] mp3 = wave(format(85, 1, 8000, 2, 0), DATA);
    return List.of(
        new Row(
            "24 in 4", wave(format(1, 1, 8000, 4, 24), DATA), "is PCM, mono, 8000 Hz, 24 bit in 4"),
        new Row("16 in 3", wave(format(1, 1, 8000, 3, 16), DATA), "16 bit in 3 bytes"),
        new Row("40", wave(format(1, 1, 8000, 5, 40), DATA), "40 bit ("),
        new Row(
            "frames of 0", wave(format(1, 1, 8000, 0, 16), DATA), "16 bit in frames of 0 bytes"),
        new Row("frames of 3", wave(format(1, 2, 8000, 3, 16), DATA), "in frames of 3 bytes"),
        new Row("0 bits", wave(format(1, 1, 8000, 2, 0), DATA), "0 bit in 2 bytes"),
        new Row(
            "half floats", wave(format(3, 1, 8000, 2, 16), DATA), "float, mono, 8000 Hz, 16 bit"),
        new Row("0 channels", wave(format(1, 0, 8000, 0, 16), DATA), "PCM, 0 channels"),
        new Row("9 channels", wave(format(1, 9, 8000, 18, 16), DATA), "9 channels"),
        new Row("no rate", wave(format(1, 1, 0, 2, 16), DATA), "0 Hz"),
        new Row("MP3", mp3, "MP3 (coding 85)", "MMIOERR_INVALIDFILE"),
        new Row("A-law", wave(format(6, 1, 8000, 1, 8), DATA), "A-law (coding 6)"),
        new Row("mu-law", wave(format(7, 1, 8000, 1, 8), DATA), "mu-law (coding 7)"),
        new Row("ADPCM", wave(format(2, 1, 8000, 256, 4), DATA), "Microsoft ADPCM (coding 2)"),
        new Row("IMA", wave(format(17, 1, 8000, 256, 4), DATA), "IMA ADPCM (coding 17)"),
        new Row(
            "no subformat",
            wave(format(0xFFFE, 1, 8000, 2, 16), DATA),
            "WAVE_FORMAT_EXTENSIBLE without a known subformat"),
        new Row(
            "short format",
            wave(chunk("fmt ", new byte[14]), DATA),
            "must have 16 bytes; it has 14"),
        new Row("no format", wave(DATA), "has no chunk \"fmt \"; its chunks are RIFF WAVE 1,012,"),
        new Row("no data", wave(usualFormat()), "has no chunk \"data\"", "MMIOERR_CHUNKNOTFOUND"),
        new Row(
            "a chunk over the data",
            wave(usualFormat(), chunk("\33[2J", OPEN, new byte[0]), DATA),
            "has no chunk \"data\"; its chunks are RIFF WAVE 1,044, fmt 16, \\x1B[2J 4,294,967,295"),
        new Row("RIFX", riff("RIFX", 4, usualFormat(), DATA), "RIFF", "MMIOERR_CHUNKNOTFOUND"),
        new Row("RF64, no sizes", riff("RF64", OPEN, usualFormat(), DATA), "RIFF"),
        new Row("empty", new byte[0], "RIFF", "MMIOERR_CHUNKNOTFOUND"),
        new Row(
            "no chunks", riff("RIFF", 5000), "no chunk \"fmt \"; its chunks are RIFF WAVE 5,000"),
        new Row("begun", Arrays.copyOf(wave(usualFormat()), 10), "RIFF"),
        new Row("noise", Archives.content(1000, 2), "RIFF"));
  }

  @ParameterizedTest
  @MethodSource("notDrawn")
  void saysWhatItCannotDraw(Row row) throws IOException {
    DemoRun demo = run(row);
    assertThat(demo.status()).isEqualTo(1);
    assertThat(demo.out()).isEmpty();
    assertThat(demo.errors()).hasSize(1);
    for (String said : row.said) {
      assertThat(demo.errors().get(0)).contains(said);
    }
    assertThat(Files.exists(folder.resolve("wave.png"))).isFalse();
  }
}
