package org.ioproc.samples.zip;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.samples.testing.RawZip;
import org.ioproc.samples.testing.Reads;
import org.ioproc.samples.testing.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Central directories that other programs rarely write, or that only an attacker would. */
final class CentralDirectoryTest {

  private static final int END_SIZE = 22;
  private static final int END_DIRECTORY_SIZE = 12;
  private static final int END_DIRECTORY_START = 16;
  private static final int HEADER_SIZE = 46;
  private static final int ZIP64 = 1;
  private static final String LISTED =
      "names/that/have/eighty/characters/are/listed/and/this/one/has/eighty/of/them/012";
  private static final String TOO_LONG = LISTED + "3";
  private static final int LOCATOR_SIZE = 20;
  private static final int LOCATOR_POSITION = 8;

  @TempDir Path folder;

  private final ZipIoProc procedure = new ZipIoProc();

  private String read(ByteBuffer archive, String element) throws IOException {
    Path path = Files.write(folder.resolve("a.zip"), bytes(archive, 0, archive.limit()));
    try (SeekableByteChannel file = procedure.open(Request.toRead(path + "+" + element))) {
      return new String(Reads.all(file), StandardCharsets.UTF_8);
    }
  }

  private static byte[] bytes(ByteBuffer archive, int start, int end) {
    byte[] bytes = new byte[end - start];
    archive.get(start, bytes);
    return bytes;
  }

  private static ByteBuffer bytes(RawZip zip) {
    return ByteBuffer.wrap(zip.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int end(ByteBuffer archive) {
    return archive.limit() - END_SIZE;
  }

  /** Returns an archive of one entry with an extra field, and with a value in its header. */
  private static ByteBuffer withExtra(int field, int value, int id, long... content) {
    ByteBuffer extra =
        ByteBuffer.allocate(4 + content.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    extra.putShort((short) id).putShort((short) (content.length * Long.BYTES));
    for (long number : content) {
      extra.putLong(number);
    }
    byte[] name = {'a'};
    ByteBuffer archive =
        bytes(new RawZip().add(RawZip.DOS, 0, name, extra.array(), new byte[] {'x'}));
    int header = end(archive) - HEADER_SIZE - name.length - extra.limit();
    return archive.putInt(header + field, value);
  }

  @Test
  void findsEachOfManyNamesWithTheSameHash() throws IOException {
    List<String> names = new ArrayList<>(List.of(""));
    for (int length = 0; length < 6; length++) {
      List<String> longer = new ArrayList<>();
      names.forEach(name -> longer.addAll(List.of(name + "Aa", name + "BB")));
      names = longer;
    }
    assertThat(names.stream().map(String::hashCode).distinct().count()).isEqualTo(1);
    RawZip zip = new RawZip();
    names.forEach(name -> zip.add(name, "content of " + name));
    ByteBuffer archive = bytes(zip);
    for (String name : names) {
      assertThat(read(archive, name)).isEqualTo("content of " + name);
    }
  }

  @Test
  void anArchiveMayBeEmpty() {
    MmioException failure = assertThrows(MmioException.class, () -> read(bytes(new RawZip()), "a"));
    assertThat(failure.error()).isEqualTo(MmioError.FILE_NOT_FOUND);
    assertThat(failure).hasMessageThat().contains("which holds 0 files");
  }

  /** Names of at most 80 characters are listed, but no more than five. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "folder/|0 files",
        "b folder/ c|b, c",
        "b c d e f|b, c, d, e, f",
        "b c d e f g|b, c, d, e, f, ... (6)",
        TOO_LONG + "|1 file",
        TOO_LONG + " b|b, ... (2)",
        TOO_LONG + " b c d e f|b, c, d, e, f, ... (6)",
        "b " + LISTED + "|b, " + LISTED,
      })
  void listsWhatAnArchiveHolds(String names, String text) {
    RawZip zip = new RawZip();
    Stream.of(names.split(" ")).forEach(name -> zip.add(name, ""));
    MmioException failure = assertThrows(MmioException.class, () -> read(bytes(zip), "a"));
    assertThat(failure.error()).isEqualTo(MmioError.FILE_NOT_FOUND);
    assertThat(failure).hasMessageThat().endsWith("which holds " + text);
  }

  @Test
  void aDirectoryMayBeSigned() throws IOException {
    ByteBuffer plain = bytes(new RawZip().add("a", "x"));
    int end = end(plain);
    ByteBuffer signed = ByteBuffer.allocate(plain.limit() + 6).order(ByteOrder.LITTLE_ENDIAN);
    signed.put(bytes(plain, 0, end)).putInt(0x05054B50).putShort((short) 0);
    signed.put(bytes(plain, end, plain.limit()));
    int size = end(signed) + END_DIRECTORY_SIZE;
    signed.putInt(size, signed.getInt(size) + 6);
    assertThat(read(signed, "a")).isEqualTo("x");
  }

  /** Sizes and positions that point outside of the directory or the archive. */
  @ParameterizedTest
  @CsvSource({
    END_DIRECTORY_SIZE + ", 0",
    END_DIRECTORY_SIZE + ", 1",
    END_DIRECTORY_SIZE + ", 46",
    END_DIRECTORY_SIZE + ", 1000000",
    END_DIRECTORY_SIZE + ", -1",
    END_DIRECTORY_START + ", 1000000",
    END_DIRECTORY_START + ", -1"
  })
  void requiresTheDirectoryWhereTheArchiveSays(int field, int value) {
    ByteBuffer archive = bytes(new RawZip().add("a", "x"));
    archive.putInt(end(archive) + field, value);
    MmioException failure = assertThrows(MmioException.class, () -> read(archive, "a"));
    assertThat(failure.error()).isEqualTo(MmioError.INVALID_FILE);
    assertThat(failure).hasMessageThat().contains("a.zip is not a ZIP archive, or it is damaged.");
  }

  /** The lengths of the name, of the extra fields and of the comment. */
  @ParameterizedTest
  @ValueSource(ints = {28, 30, 32})
  void requiresCompleteHeaders(int field) {
    ByteBuffer archive = bytes(new RawZip().add("a", "x"));
    archive.putShort(end(archive) - HEADER_SIZE - 1 + field, (short) 100);
    MmioException failure = assertThrows(MmioException.class, () -> read(archive, "a"));
    assertThat(failure.error()).isEqualTo(MmioError.INVALID_FILE);
  }

  @ParameterizedTest
  @CsvSource({"20, 1", "24, 1", "42, 0"})
  void readsNumbersOf64Bits(int field, long number) throws IOException {
    assertThat(read(withExtra(field, -1, ZIP64, number), "a")).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource({
    "20, -1, its size is wrong",
    "24, -1, its size is wrong",
    "42, -1, its header is missing",
    "42, 9223372036854775807, its header is missing"
  })
  void refusesImpossibleNumbers(int field, long number, String text) {
    ByteBuffer archive = withExtra(field, -1, ZIP64, number);
    ZipException failure = assertThrows(ZipException.class, () -> read(archive, "a"));
    assertThat(failure).hasMessageThat().contains("entry a is damaged: " + text);
  }

  @ParameterizedTest
  @CsvSource({"20, its size is wrong", "24, its size is wrong", "42, its header is missing"})
  void refusesMissingNumbers(int field, String text) {
    ByteBuffer archive = withExtra(field, -1, ZIP64);
    ZipException failure = assertThrows(ZipException.class, () -> read(archive, "a"));
    assertThat(failure).hasMessageThat().contains("entry a is damaged: " + text);
  }

  /** The position would be in the other archive, which is in front of this one. */
  @Test
  void refusesAHeaderInFrontOfTheArchive() {
    byte[] other = new RawZip().add("a", "x").toBytes();
    ByteBuffer archive = withExtra(42, -1, ZIP64, -other.length);
    ByteBuffer both = ByteBuffer.allocate(other.length + archive.limit());
    both.put(other).put(archive.rewind());
    ZipException failure = assertThrows(ZipException.class, () -> read(both, "a"));
    assertThat(failure).hasMessageThat().contains("entry a is damaged: its header is missing");
  }

  /** The record is then looked for in front of its locator. */
  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE, Long.MAX_VALUE})
  void aLocatorMayBeWrong(long position) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      zip.setUseZip64(Zip64Mode.Always);
      zip.putArchiveEntry(new ZipArchiveEntry("a"));
      zip.write('x');
      zip.closeArchiveEntry();
    }
    ByteBuffer archive = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    archive.putLong(end(archive) - LOCATOR_SIZE + LOCATOR_POSITION, position);
    assertThat(read(archive, "a")).isEqualTo("x");
  }
}
