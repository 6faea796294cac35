package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Range;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.ioproc.wrapper.image.PeFile.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The DLL as a file: its header, its sections, and the archive at its end. */
final class DllWriterTest {

  private static final DllContent CONTENT = Contents.plain("zipioproc", 2);

  static byte[] dll(Architecture architecture, DllContent content, byte[] archive) {
    byte[] head = DllWriter.head(architecture, content, archive);
    byte[] dll = Arrays.copyOf(head, head.length + archive.length);
    System.arraycopy(archive, 0, dll, head.length, archive.length);
    return dll;
  }

  private static byte[] archive(int size) {
    byte[] archive = new byte[size];
    new Random(size).nextBytes(archive);
    return archive;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x200, 0x1000, 0x12_3400, 30_000_000 / 0x200 * 0x200})
  void windowsLoadsADllWithAnArchiveOfAnySize(int size) throws Exception {
    byte[] archive = archive(size);
    for (Architecture architecture : Architecture.values()) {
      byte[] bytes = dll(architecture, CONTENT, archive);
      PeFile file = new PeFile(bytes);
      file.assertLoads();
      assertFingerprint(file);
      assertTheArchiveIsNotMapped(file, size);
      assertThat(Arrays.copyOfRange(bytes, bytes.length - size, bytes.length)).isEqualTo(archive);
    }
  }

  private static void assertFingerprint(PeFile file) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.withoutFingerprint());
    int timeStamp = ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN).getInt();
    assertThat(file.timeStamp()).isEqualTo(timeStamp);
    assertThat(file.checksum()).isEqualTo(file.calculatedChecksum());
  }

  private static void assertTheArchiveIsNotMapped(PeFile file, int size) {
    Section last = file.lastSection();
    assertThat(last.name()).isEqualTo(".rsrc");
    assertThat(last.flags()).isEqualTo(0x40000040);
    assertThat(last.fileSize() - size).isLessThan(last.size() + 0x200);
    assertThat(last.fileSize() - size).isAtLeast(last.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 0x1FF, 0x3FF})
  void anArchiveThatIsNotPaddedIsRefused(int size) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> DllWriter.head(Architecture.X64, CONTENT, new byte[size]));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("The archive's size must be a multiple of 512 bytes. It is " + size + ".");
  }

  @ParameterizedTest
  @EnumSource
  void theTemplateIsUnchangedBehindItsHeader(Architecture architecture) {
    byte[] template = PeFile.template(architecture);
    byte[] dll = dll(architecture, CONTENT, archive(0x200));
    int headers = new PeFile(template).sections().get(0).offset();
    assertThat(Arrays.copyOfRange(dll, headers, template.length))
        .isEqualTo(Arrays.copyOfRange(template, headers, template.length));
  }

  /** The header counts the archive as data, as it counts all of a section's bytes in the file. */
  @ParameterizedTest
  @EnumSource
  void theHeaderHasTheSizesOfTheLastSection(Architecture architecture) {
    PeFile template = new PeFile(PeFile.template(architecture));
    PeFile file = new PeFile(dll(architecture, CONTENT, archive(0x200)));
    Section last = file.lastSection();
    assertThat(file.initializedSize() - template.initializedSize()).isEqualTo(last.fileSize());
    int[] exports = file.directory(0);
    int[] resources = file.directory(2);
    assertThat(exports[0]).isEqualTo(last.address());
    assertThat(resources[0] - exports[0] - exports[1]).isIn(Range.closedOpen(0, 4));
    assertThat(resources[0] + resources[1]).isEqualTo(last.address() + last.size());
  }

  @ParameterizedTest
  @EnumSource
  void theOtherDirectoriesAreTheTemplates(Architecture architecture) {
    PeFile template = new PeFile(PeFile.template(architecture));
    PeFile file = new PeFile(dll(architecture, CONTENT, archive(0x200)));
    for (int i : new int[] {1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}) {
      assertWithMessage("directory %s", i).that(file.directory(i)).isEqualTo(template.directory(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameArgumentsResultInTheSameBytes(Architecture architecture) {
    byte[] archive = archive(0x400);
    byte[] head = DllWriter.head(architecture, CONTENT, archive);
    assertThat(DllWriter.head(architecture, CONTENT, archive.clone())).isEqualTo(head);
  }

  @Test
  void oneByteOfTheArchiveChangesTheTimeStamp() {
    byte[] archive = archive(0x200);
    PeFile first = new PeFile(DllWriter.head(Architecture.X64, CONTENT, archive));
    archive[0x1FF]++;
    PeFile second = new PeFile(DllWriter.head(Architecture.X64, CONTENT, archive));
    assertThat(second.timeStamp()).isNotEqualTo(first.timeStamp());
    assertThat(second.checksum()).isNotEqualTo(first.checksum());
  }

  @ParameterizedTest
  @CsvSource({"X64, 0x8664", "X86, 0x014C", "ARM64, 0xAA64"})
  void eachArchitectureHasItsMachine(Architecture architecture, int machine) {
    PeFile file = new PeFile(DllWriter.head(architecture, CONTENT, new byte[0]));
    assertThat(file.machine()).isEqualTo(machine);
  }
}
