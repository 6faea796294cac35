package org.ioproc.samples.zip;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.testing.RawZip;
import org.ioproc.samples.testing.Reads;
import org.ioproc.samples.testing.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that programs open entries by the names that people see, and get the last of equals. */
final class ZipNamesTest {

  private static final byte[] NO_EXTRA = {};

  @TempDir Path folder;

  private final ZipIoProc procedure = new ZipIoProc();

  private String read(RawZip zip, String element) throws IOException {
    Path archive = Files.write(folder.resolve("names.zip"), zip.toBytes());
    try (SeekableByteChannel file = procedure.open(Request.toRead(archive + "+" + element))) {
      return new String(Reads.all(file), StandardCharsets.UTF_8);
    }
  }

  private void requireMissing(RawZip zip, String element) {
    MmioException failure = assertThrows(MmioException.class, () -> read(zip, element));
    assertThat(failure.error()).isEqualTo(MmioError.FILE_NOT_FOUND);
  }

  /** Names in archives that do not say how they are encoded. */
  @ParameterizedTest
  @CsvSource({
    "plain.wav, plain.wav",
    "Gr\\81\\E1e.wav, Grüße.wav",
    "\\84\\94\\81\\8E\\99\\9A\\82\\A5, äöüÄÖÜéÑ",
    "\\80\\9B\\FB\\FE, Ç¢√■",
    "Gr\\C3\\BC\\C3\\9Fe.wav, Grüße.wav",
    "\\E2\\82\\AC.wav, €.wav",
    "\\F0\\9F\\8E\\B5.wav, \uD83C\uDFB5.wav",
    "Gru\\CC\\88\\C3\\9Fe.wav, Grüße.wav",
    "e\\CC\\81.wav, é.wav"
  })
  void guessesWhatBytesMean(String raw, String name) throws IOException {
    byte[] bytes = bytes(raw);
    for (int host : new int[] {RawZip.DOS, RawZip.UNIX, 10, 19}) {
      RawZip zip = new RawZip().add(host, 0, bytes, NO_EXTRA, new byte[] {'x'});
      assertThat(read(zip, name)).isEqualTo("x");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Gr\\C3\\BC\\C3\\9Fe.wav, Grüße.wav",
    "Gru\\CC\\88\\C3\\9Fe.wav, Grüße.wav",
    "Gr\\81\\E1e.wav, Grüße.wav", // The flag is wrong.
  })
  void readsFlaggedNames(String raw, String name) throws IOException {
    byte[] other = RawZip.unicodePath(1, RawZip.crc(bytes(raw)), "other");
    for (byte[] extra : new byte[][] {NO_EXTRA, other}) {
      RawZip zip = new RawZip().add(RawZip.DOS, RawZip.UTF8, bytes(raw), extra, new byte[] {'x'});
      assertThat(read(zip, name)).isEqualTo("x");
    }
  }

  /** The extra field is used if its checksum matches the name. */
  @Test
  void readsUnicodePaths() throws IOException {
    byte[] raw = bytes("_\\81.wav");
    String name = "日ü.wav";
    byte[] right = RawZip.unicodePath(1, RawZip.crc(raw), name);
    RawZip zip = new RawZip().add(RawZip.DOS, 0, raw, right, new byte[] {'x'});
    assertThat(read(zip, name)).isEqualTo("x");
    requireMissing(zip, "_ü.wav");
  }

  @Test
  void ignoresUnicodePathsOfOtherNames() throws IOException {
    byte[] raw = bytes("_\\81.wav");
    byte[] renamed = RawZip.unicodePath(1, RawZip.crc(raw) + 1, "日.wav");
    byte[] unknown = RawZip.unicodePath(2, RawZip.crc(raw), "日.wav");
    byte[] cut = {0x75, 0x70, 3, 0, 1, 2, 3};
    byte[] cutShort = {0x75, 0x70, 100, 0, 1};
    for (byte[] extra : new byte[][] {renamed, unknown, cut, cutShort}) {
      RawZip zip = new RawZip().add(RawZip.DOS, 0, raw, extra, new byte[] {'x'});
      assertThat(read(zip, "_ü.wav")).isEqualTo("x");
      requireMissing(zip, "日.wav");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "disc/one/a.wav, disc/one/a.wav",
    "disc/one/a.wav, disc\\one\\a.wav",
    "disc\\one\\a.wav, disc/one/a.wav",
    "disc\\one\\a.wav, disc\\one\\a.wav",
    "disc/one\\a.wav, disc\\one/a.wav"
  })
  void slashesAreEquivalent(String raw, String name) throws IOException {
    for (int host : new int[] {RawZip.DOS, RawZip.UNIX, 10}) {
      byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
      RawZip zip = new RawZip().add(host, 0, bytes, NO_EXTRA, new byte[] {'x'});
      assertThat(read(zip, name)).isEqualTo("x");
    }
  }

  @Test
  void aFolderMayEndWithABackslash() {
    RawZip zip = new RawZip().add("disc\\", "");
    IOException failure = assertThrows(IOException.class, () -> read(zip, "disc\\"));
    assertThat(failure).hasMessageThat().contains("is a folder");
  }

  @Test
  void theLastOfEqualNamesCounts() throws IOException {
    RawZip zip = new RawZip().add("a.wav", "old").add("b.wav", "b").add("a.wav", "new");
    assertThat(read(zip, "a.wav")).isEqualTo("new");
    try (ZipFile java = new ZipFile(folder.resolve("names.zip").toFile())) {
      byte[] bytes = java.getInputStream(java.getEntry("a.wav")).readAllBytes();
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("new");
    }
    assertThat(read(zip, "b.wav")).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource({"a/b.wav, a\\b.wav", "a\\b.wav, a/b.wav", "e\u0301.wav, \u00E9.wav"})
  void theLastOfEquivalentNamesCounts(String first, String last) throws IOException {
    RawZip zip = new RawZip().add(first, "old").add(last, "new");
    assertThat(read(zip, first)).isEqualTo("new");
    assertThat(read(zip, last)).isEqualTo("new");
  }

  @Test
  void upperAndLowerCaseDiffer() throws IOException {
    RawZip zip = new RawZip().add("a.wav", "lower").add("A.WAV", "upper");
    assertThat(read(zip, "a.wav")).isEqualTo("lower");
    assertThat(read(zip, "A.WAV")).isEqualTo("upper");
    requireMissing(zip, "A.wav");
  }

  /** Parses a text with some bytes in hexadecimal, each after a backslash. */
  private static byte[] bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    byte[] result = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean hex = bytes[i] == '\\';
      result[length++] = hex ? (byte) HexFormat.fromHexDigits(text, i + 1, i + 3) : bytes[i];
      i += hex ? 2 : 0;
    }
    return Arrays.copyOf(result, length);
  }
}
