package org.ioproc.wrapper.image;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads a DLL by its headers, as the loader of Windows does, and shares no code with the writer.
 */
final class PeFile {

  private final byte[] file;
  private final ByteBuffer bytes;
  private final int start;
  private final boolean is64Bit;
  private final List<Section> sections;

  /** A section: addresses are relative to the image, offsets to the file. */
  record Section(String name, int size, int address, int fileSize, int offset, int flags) {

    int mappedEnd() {
      return (address + size + 0xFFF) & ~0xFFF;
    }
  }

  PeFile(byte[] file) {
    this.file = file;
    bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    start = int32(0x3C);
    is64Bit = int16(start + 24) == 0x20B;
    int table = start + 24 + int16(start + 20);
    sections = IntStream.range(0, int16(start + 6)).mapToObj(i -> section(table + 40 * i)).toList();
  }

  /** Reads a template, which the writer's DLLs are compared with. */
  static byte[] template(Architecture architecture) {
    String name = "/org/ioproc/wrapper/template/" + architecture.folder() + ".dll";
    try (InputStream stream = PeFile.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Section section(int header) {
    return new Section(
        new String(file, header, 8, UTF_8).replace("\0", ""),
        int32(header + 8),
        int32(header + 12),
        int32(header + 16),
        int32(header + 20),
        int32(header + 36));
  }

  int int16(int offset) {
    return Short.toUnsignedInt(bytes.getShort(offset));
  }

  int int32(int offset) {
    return bytes.getInt(offset);
  }

  int machine() {
    return int16(start + 4);
  }

  List<Section> sections() {
    return sections;
  }

  Section lastSection() {
    return sections.get(sections.size() - 1);
  }

  int initializedSize() {
    return int32(start + 24 + 8);
  }

  int timeStamp() {
    return int32(start + 8);
  }

  int checksum() {
    return int32(start + 24 + 64);
  }

  /** Returns a directory's address and size. */
  int[] directory(int index) {
    int offset = start + 24 + (is64Bit ? 112 : 96) + 8 * index;
    return new int[] {int32(offset), int32(offset + 4)};
  }

  /** Returns the position of bytes that are all in one section, both in memory and in the file. */
  int offset(int address, int length) {
    Section section =
        sections.stream()
            .filter(each -> address >= each.address() && address < each.address() + each.size())
            .findFirst()
            .orElseThrow(() -> new AssertionError("No section has the address " + address));
    int inside = address - section.address();
    assertThat(inside + length).isAtMost(section.size());
    assertThat(inside + length).isAtMost(section.fileSize());
    return section.offset() + inside;
  }

  byte[] read(int address, int length) {
    int offset = offset(address, length);
    return Arrays.copyOfRange(file, offset, offset + length);
  }

  String text(int address) {
    int begin = offset(address, 1);
    int end = begin;
    while (file[end] != 0) {
      end++;
    }
    offset(address, end - begin + 1);
    return text(begin, end - begin, UTF_8);
  }

  String text(int offset, int length, Charset charset) {
    return new String(file, offset, length, charset);
  }

  /** Asserts what Windows requires before it maps a file. */
  void assertLoads() {
    assertThat(text(0, 2, UTF_8)).isEqualTo("MZ");
    assertThat(text(start, 4, UTF_8)).isEqualTo("PE\0\0");
    assertThat(int16(start + 22) & 0x2000).isNotEqualTo(0);
    assertThat(int32(start + 24 + 32)).isEqualTo(0x1000);
    assertThat(int32(start + 24 + 36)).isEqualTo(0x200);
    assertThat(int32(start + 24 + (is64Bit ? 108 : 92))).isEqualTo(16);
    assertSectionsFollowEachOther();
    assertDirectoriesAreInSections();
  }

  private void assertSectionsFollowEachOther() {
    int headers = int32(start + 24 + 60);
    assertThat(start + 24 + int16(start + 20) + 40 * sections.size()).isAtMost(headers);
    int address = (headers + 0xFFF) & ~0xFFF;
    int offset = headers;
    for (Section section : sections) {
      assertWithMessage(section.name()).that(section.address()).isEqualTo(address);
      assertWithMessage(section.name()).that(section.size()).isGreaterThan(0);
      assertWithMessage(section.name()).that(section.fileSize() % 0x200).isEqualTo(0);
      if (section.fileSize() > 0) {
        assertWithMessage(section.name()).that(section.offset()).isEqualTo(offset);
      }
      address = section.mappedEnd();
      offset += section.fileSize();
    }
    assertThat(int32(start + 24 + 56)).isEqualTo(address);
    assertThat(file.length).isEqualTo(offset);
  }

  private void assertDirectoriesAreInSections() {
    for (int i = 0; i < 16; i++) {
      int[] directory = directory(i);
      if (directory[1] > 0) {
        offset(directory[0], directory[1]);
      }
    }
  }

  /** Returns the checksum as documented: the words' sum with its carries, and the file's size. */
  int calculatedChecksum() {
    int sum = 0;
    for (int i = 0; i < file.length; i += 2) {
      boolean isChecksum = i == start + 24 + 64 || i == start + 24 + 66;
      sum += isChecksum ? 0 : int16(i);
      sum = (sum & 0xFFFF) + (sum >>> 16);
    }
    return sum + file.length;
  }

  /** Returns a copy without the two fields that depend on all others. */
  byte[] withoutFingerprint() {
    byte[] copy = file.clone();
    ByteBuffer.wrap(copy).putInt(start + 8, 0).putInt(start + 24 + 64, 0);
    return copy;
  }
}
