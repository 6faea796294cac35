package org.ioproc.wrapper.tool.jar;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.ioproc.wrapper.tool.support.TestJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives that are not as they should be. */
class DamagedJarTest {

  private static final int END = 0x06054B50;
  private static final int CENTRAL = 0x02014B50;
  private static final int LOCAL = 0x04034B50;

  @TempDir Path folder;

  record Row(String situation, UnaryOperator<byte[]> damage, String reason) {
    @Override
    public String toString() {
      return situation;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            "the end is cut off",
            bytes -> Arrays.copyOf(bytes, bytes.length - 1),
            "it is not a zip file, or its end is missing"),
        new Row(
            "the beginning is cut off",
            bytes -> Arrays.copyOfRange(bytes, 300, bytes.length),
            "its list of entries is damaged"),
        new Row("it is empty", bytes -> new byte[0], "it is not a zip file, or its end is missing"),
        new Row(
            "an entry too many is promised",
            bytes -> add(bytes, at(bytes, END) + 10, 1),
            "its list of entries is damaged"),
        new Row(
            "Zip64",
            bytes -> fill(bytes, at(bytes, END) + 16),
            "it is in the Zip64 format; jars need it only beyond 65,535 entries"),
        new Row(
            "encryption",
            bytes -> add(bytes, at(bytes, CENTRAL) + 8, 1),
            "its entry a/A.txt is encrypted"),
        new Row(
            "another compression",
            bytes -> add(bytes, at(bytes, CENTRAL) + 10, 1),
            "its entry a/A.txt is compressed by method 9, which Java does not know"),
        new Row(
            "a large entry",
            bytes -> fill(bytes, at(bytes, CENTRAL) + 24),
            "its entry a/A.txt is larger than 2 GB"),
        new Row(
            "another name before the content",
            bytes -> add(bytes, at(bytes, LOCAL) + 30, 1),
            "its list of entries is damaged"),
        new Row(
            "a name that is not in UTF-8",
            bytes -> add(bytes, at(bytes, CENTRAL) + 46, 0x80),
            "the name of an entry is not in UTF-8"),
        new Row(
            "a wrong size",
            bytes -> add(bytes, at(bytes, CENTRAL) + 24, 1),
            "its entry a/A.txt is damaged"),
        new Row(
            "bytes after the compressed ones",
            bytes -> add(bytes, at(bytes, CENTRAL) + 20, 1),
            "its entry a/A.txt is damaged"),
        new Row(
            "a wrong CRC-32",
            bytes -> add(bytes, at(bytes, CENTRAL) + 16, 1),
            "its entry a/A.txt is damaged"));
  }

  private static byte[] add(byte[] bytes, int at, int difference) {
    bytes[at] += (byte) difference;
    return bytes;
  }

  private static byte[] fill(byte[] bytes, int at) {
    Arrays.fill(bytes, at, at + 4, (byte) 0xFF);
    return bytes;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isRefused(Row row) throws Exception {
    Path jar = Files.write(folder.resolve("a.jar"), row.damage().apply(jar().bytes()));
    InputException failure = assertThrows(InputException.class, () -> readAll(jar));
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo(
            "%s must be a jar that Java can read: %s. Pass the jar as the build created it."
                .formatted(jar, row.reason()));
  }

  @Test
  void anEntryMustNotOccurTwice() throws Exception {
    byte[] bytes = new TestJar().with("aa", "").with("ab", "").bytes();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 'b' ? (byte) 'a' : bytes[i];
    }
    Path jar = Files.write(folder.resolve("a.jar"), bytes);
    InputException failure = assertThrows(InputException.class, () -> readAll(jar));
    assertThat(failure)
        .hasMessageThat()
        .isEqualTo(
            ("A jar must not contain two entries with the same name. %s contains aa twice."
                    + " Pack it again.")
                .formatted(jar));
  }

  @Test
  void aLaunchScriptMayPrecedeTheEntries() throws Exception {
    byte[] script = "#!/bin/sh\nexit\n".getBytes(StandardCharsets.UTF_8);
    byte[] zip = jar().bytes();
    byte[] both = Arrays.copyOf(script, script.length + zip.length);
    System.arraycopy(zip, 0, both, script.length, zip.length);
    readAll(Files.write(folder.resolve("a.jar"), both));
  }

  @Test
  void aDamagedByteNeverResultsInOtherContent() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("DamagedJarTest: seed " + seed + " (-Dseed=" + seed + " repeats it)");
    Random random = new Random(seed);
    byte[] bytes = jar().bytes();
    Path file = folder.resolve("a.jar");
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = bytes.clone();
      int at = random.nextInt(damaged.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, random.nextInt(10) == 0 ? Arrays.copyOf(damaged, at) : damaged);
      try {
        readAll(file);
      } catch (InputException expected) {
        assertThat(expected).hasMessageThat().contains("a.jar");
      }
    }
  }

  private static int crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return (int) crc.getValue();
  }

  private static void readAll(Path file) throws InputException {
    try (Jar jar = Jar.open(file)) {
      for (Entry entry : jar.entries()) {
        jar.verify(entry);
        assertWithMessage(entry.name()).that(crc(jar.content(entry))).isEqualTo(entry.crc());
      }
    }
  }

  private static TestJar jar() {
    return new TestJar()
        .with("a/A.txt", "All work and no play. ".repeat(9))
        .with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\n\r\n")
        .with("empty", "");
  }

  private static int at(byte[] bytes, int mark) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    while (buffer.getInt(at) != mark) {
      at++;
    }
    return at;
  }
}
