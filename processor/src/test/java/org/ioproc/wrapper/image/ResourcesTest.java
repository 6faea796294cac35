package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.ioproc.wrapper.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A DLL's two resources: its configuration and its version. */
final class ResourcesTest {

  private static final String ENGLISH = "1033";

  private static PeResources resources(
      Architecture architecture, DllContent content, byte[] archive) {
    return new PeResources(new PeFile(DllWriter.head(architecture, content, archive)));
  }

  @ParameterizedTest
  @EnumSource
  void theDirectoryHasTwoResources(Architecture architecture) {
    PeResources resources = resources(architecture, Contents.plain("zipioproc", 1), new byte[0]);
    assertThat(resources.keys()).containsExactly("10", "16").inOrder();
    assertThat(resources.keys("10")).containsExactly("IOPROC");
    assertThat(resources.keys("16")).containsExactly("1");
    assertThat(resources.keys("10", "IOPROC")).containsExactly(ENGLISH);
    assertThat(resources.keys("16", "1")).containsExactly(ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 63, 64})
  void theConfigurationDescribesTheProcedures(int count) {
    DllContent content = Contents.plain("zipioproc", count);
    ByteBuffer bytes = configuration(content, new byte[0]);
    byte[] mark = new byte[8];
    bytes.get(0, mark);
    assertThat(new String(mark, ISO_8859_1)).isEqualTo("IOPROC\0\1");
    assertThat(bytes.getInt(8)).isEqualTo(bytes.capacity());
    assertThat(bytes.getShort(12)).isEqualTo(count);
    assertThat(text(bytes, bytes.getInt(16))).isEqualTo("zipioproc");
    assertThat(text(bytes, bytes.getInt(20))).isEqualTo("1.4.08-beta+7");
    for (int i = 0; i < count; i++) {
      DllProcedure procedure = content.procedures().get(i);
      assertThat(text(bytes, bytes.getInt(36 + 12 * i))).isEqualTo(procedure.name());
      assertThat(text(bytes, bytes.getInt(40 + 12 * i))).isEqualTo(procedure.provider());
      assertThat(bytes.getInt(44 + 12 * i)).isEqualTo(procedure.code());
    }
  }

  private static ByteBuffer configuration(DllContent content, byte[] archive) {
    byte[] bytes = resources(Architecture.X64, content, archive).read("10", "IOPROC", ENGLISH);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String text(ByteBuffer bytes, int offset) {
    StringBuilder text = new StringBuilder();
    for (int i = offset; bytes.getChar(i) != 0; i += 2) {
      text.append(bytes.getChar(i));
    }
    return text.toString();
  }

  @Test
  void theConfigurationSaysWhereTheArchiveIs() {
    byte[] archive = new byte[0x600];
    new Random(1).nextBytes(archive);
    for (Architecture architecture : Architecture.values()) {
      DllContent content = Contents.plain("zipioproc", 5);
      byte[] head = DllWriter.head(architecture, content, archive);
      byte[] configuration = new PeResources(new PeFile(head)).read("10", "IOPROC", ENGLISH);
      ByteBuffer bytes = ByteBuffer.wrap(configuration).order(ByteOrder.LITTLE_ENDIAN);
      CRC32 checksum = new CRC32();
      checksum.update(archive);
      assertThat(bytes.getShort(14)).isEqualTo(1);
      assertThat(bytes.getInt(24)).isEqualTo(head.length);
      assertThat(bytes.getInt(24) % 0x200).isEqualTo(0);
      assertThat(bytes.getInt(28)).isEqualTo(0x600);
      assertThat(bytes.getInt(32)).isEqualTo((int) checksum.getValue());
    }
  }

  @Test
  void withoutAnArchiveTheConfigurationSaysSo() {
    ByteBuffer bytes = configuration(Contents.plain("zipioproc", 1), new byte[0]);
    assertThat(bytes.getShort(14)).isEqualTo(0);
    assertThat(bytes.getInt(24)).isEqualTo(0);
    assertThat(bytes.getInt(28)).isEqualTo(0);
    assertThat(bytes.getInt(32)).isEqualTo(0);
  }

  /** The template's code refuses other flags, and the last two together. */
  @ParameterizedTest
  @CsvSource({"AUTO, 0", "INSIDE, 2", "BESIDE, 4"})
  void theConfigurationSaysWhereJavaRuns(Way way, int flag) {
    DllContent plain = Contents.plain("zipioproc", 1);
    DllContent content =
        new DllContent("zipioproc", plain.procedures(), plain.exports(), Contents.VERSION, way);
    assertThat(configuration(content, new byte[0]).getShort(14)).isEqualTo(flag);
    assertThat(configuration(content, new byte[0x200]).getShort(14)).isEqualTo(flag | 1);
  }

  @Test
  void theVersionHasAllTexts() {
    VersionTree version = version(Contents.VERSION);
    assertThat(version.strings())
        .containsExactly(
            "CompanyName", "ACME Inc.",
            "FileDescription", "I/O procedures for Windows multimedia files",
            "FileVersion", "1.4.08-beta+7",
            "InternalName", "zipioproc",
            "LegalCopyright", "© 2026",
            "OriginalFilename", "zipioproc.dll",
            "ProductName", "Łódź \"player\"",
            "ProductVersion", "1.4.08-beta+7")
        .inOrder();
    assertThat(version.translation()).isEqualTo(new byte[] {0x09, 0x04, (byte) 0xB0, 0x04});
    assertThat(version.fixed())
        .isEqualTo(
            new int[] {
              0xFEEF04BD, 0x10000, 0x10004, 0x80000, 0x10004, 0x80000, 0x3F, 2, 0x40004, 2, 0, 0, 0
            });
  }

  private static VersionTree version(DllVersion version) {
    DllContent plain = Contents.plain("zipioproc", 1);
    DllContent content =
        new DllContent("zipioproc", plain.procedures(), plain.exports(), version, Way.AUTO);
    return new VersionTree(
        resources(Architecture.X64, content, new byte[0]).read("16", "1", ENGLISH));
  }

  @Test
  void textsThatAreNotGivenHaveDefaults() {
    VersionTree version = version(new DllVersion("", "", "", ""));
    assertThat(version.strings()).containsEntry("ProductName", "zipioproc");
    assertThat(version.strings()).containsEntry("ProductVersion", "0.0.0");
    assertThat(version.strings()).containsEntry("CompanyName", "");
    assertThat(version.strings()).containsEntry("LegalCopyright", "");
    assertThat(version.fixed()[7]).isEqualTo(0);
  }

  /** The padding between texts of different lengths. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 1000})
  void aTextOfAnyLengthIsRead(int length) {
    String text = "x".repeat(length);
    assertThat(version(new DllVersion("p", "1", text, text)).strings())
        .containsEntry("LegalCopyright", text);
  }

  @Test
  void aTextThatDoesNotFitIsRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new DllVersion("", "1", "x".repeat(1001), ""));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "A text in the version must have at most 1000 characters. This one has 1001: "
                + "x".repeat(40)
                + "...");
  }

  /** The same table as for the versions that CMake reads. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|1,0,0,0|false",
        "1.4.0|1,4,0,0|false",
        "1.2.3.4.5|1,2,3,4|false",
        "01.008.0|1,8,0,0|false",
        "2026.11.26|2026,11,26,0|false",
        "1.4.0-SNAPSHOT|1,4,0,0|true",
        "1.4rc2|1,4,0,0|false",
        "1.4rc-2|1,4,0,0|false",
        "1.4.-2|1,4,0,0|true",
        "1.65535|1,65535,0,0|false",
        "0.0.0.0.99999999999|0,0,0,0|false",
      })
  void aVersionHasFourNumbers(String version, String numbers, boolean isPrerelease) {
    int[] fixed = version(new DllVersion("", version, "", "")).fixed();
    List<Integer> actual =
        List.of(fixed[2] >>> 16, fixed[2] & 0xFFFF, fixed[3] >>> 16, fixed[3] & 0xFFFF);
    assertThat(actual.toString().replaceAll("[\\[\\] ]", "")).isEqualTo(numbers);
    assertThat(fixed[4]).isEqualTo(fixed[2]);
    assertThat(fixed[5]).isEqualTo(fixed[3]);
    assertThat(fixed[7]).isEqualTo(isPrerelease ? 2 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.65536|A version on Windows consists of four numbers, each at most 65535. It is",
        "99999999999|A version on Windows consists of four numbers, each at most 65535. It is",
        "v1|A version must begin with a number and contain only letters, digits and .-+_~. It is",
        "1.0 beta|A version must begin with a number and contain only letters, digits and",
        "1;2|A version must begin with a number and contain only letters, digits and",
      })
  void anotherVersionIsRefused(String version, String message) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new DllVersion("", version, "", ""));
    assertThat(refused).hasMessageThat().startsWith(message);
    assertThat(refused).hasMessageThat().endsWith("\"" + version + "\".");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 65})
  void aLibraryHasBetween1And64Procedures(int count) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Contents.plain("zipioproc", count));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("A library must have between 1 and 64 procedures. zipioproc has " + count + ".");
  }
}
