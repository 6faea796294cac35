package org.ioproc.wrapper.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.ioproc.wrapper.image.ByteBuilder.aligned;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The header of a DLL. Reads and changes its fields in the DLL's bytes; a field outside them is an
 * IndexOutOfBoundsException.
 */
final class ImageHeader {

  static final int SECTION_ALIGNMENT = 0x1000;
  static final int FILE_ALIGNMENT = 0x200;

  static final int EXPORTS = 0;
  static final int RESOURCES = 2;
  static final int CERTIFICATES = 4;

  private static final int DIRECTORY_COUNT = 16;
  private static final int IS_DLL = 0x2000;
  private static final int MAGIC_32 = 0x10B;
  private static final int MAGIC_64 = 0x20B;
  private static final int INITIALIZED_AND_READABLE = 0x40000040;

  // Positions from the signature, which is not at the file's start.
  private static final int MACHINE = 4;
  private static final int SECTION_COUNT = 6;
  private static final int TIME_STAMP = 8;
  private static final int OPTIONAL_SIZE = 20;
  private static final int CHARACTERISTICS = 22;
  private static final int OPTIONAL = 24;

  // Positions in the optional header. Those of 64-bit DLLs differ only in the directories'.
  private static final int MAGIC = 0;
  private static final int INITIALIZED_SIZE = 8;
  private static final int SECTIONS_ALIGNED = 32;
  private static final int FILE_ALIGNED = 36;
  private static final int IMAGE_SIZE = 56;
  private static final int HEADERS_SIZE = 60;
  private static final int CHECKSUM = 64;
  private static final int DIRECTORIES_32 = 96;
  private static final int DIRECTORIES_64 = 112;

  // Positions in a section's header.
  private static final int SECTION_SIZE = 8;
  private static final int SECTION_ADDRESS = 12;
  private static final int SECTION_FILE_SIZE = 16;
  private static final int SECTION_OFFSET = 20;
  private static final int SECTION_FLAGS = 36;
  private static final int SECTION_HEADER_SIZE = 40;

  private final ByteBuffer bytes;
  private final int start;
  private final int optional;
  private final int directories;

  ImageHeader(byte[] image, Architecture architecture) {
    bytes = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
    start = bytes.getInt(0x3C);
    optional = start + OPTIONAL;
    directories = optional + (architecture.is64Bit() ? DIRECTORIES_64 : DIRECTORIES_32);
  }

  /** Returns whether this is a DLL for an architecture, with the alignments that linkers choose. */
  boolean isDllFor(Architecture architecture) {
    return bytes.getShort(0) == ('M' | 'Z' << 8)
        && bytes.getInt(start) == ('P' | 'E' << 8)
        && int16(start + MACHINE) == architecture.machine()
        && (int16(start + CHARACTERISTICS) & IS_DLL) != 0
        && int16(optional + MAGIC) == (architecture.is64Bit() ? MAGIC_64 : MAGIC_32)
        && bytes.getInt(optional + SECTIONS_ALIGNED) == SECTION_ALIGNMENT
        && bytes.getInt(optional + FILE_ALIGNED) == FILE_ALIGNMENT
        && bytes.getInt(directories - 4) == DIRECTORY_COUNT;
  }

  private int int16(int position) {
    return Short.toUnsignedInt(bytes.getShort(position));
  }

  /** Returns whether the header of one more section fits before the first section's bytes. */
  boolean hasRoomForSection() {
    int position = sectionHeader(sectionCount());
    int end = position + SECTION_HEADER_SIZE;
    return end <= bytes.getInt(optional + HEADERS_SIZE)
        && IntStream.range(position, end).allMatch(index -> bytes.get(index) == 0);
  }

  private int sectionCount() {
    return int16(start + SECTION_COUNT);
  }

  private int sectionHeader(int index) {
    return optional + int16(start + OPTIONAL_SIZE) + SECTION_HEADER_SIZE * index;
  }

  List<ImageSection> sections() {
    return IntStream.range(0, sectionCount()).mapToObj(this::section).toList();
  }

  private ImageSection section(int index) {
    int position = sectionHeader(index);
    return new ImageSection(
        bytes.getInt(position + SECTION_ADDRESS),
        bytes.getInt(position + SECTION_SIZE),
        bytes.getInt(position + SECTION_OFFSET),
        bytes.getInt(position + SECTION_FILE_SIZE));
  }

  /** Appends a section's header, and adds its size to the image's. */
  void addSection(String name, ImageSection section) {
    int position = sectionHeader(sectionCount());
    bytes
        .put(position, name.getBytes(US_ASCII))
        .putInt(position + SECTION_SIZE, section.size())
        .putInt(position + SECTION_ADDRESS, section.address())
        .putInt(position + SECTION_FILE_SIZE, section.fileSize())
        .putInt(position + SECTION_OFFSET, section.offset())
        .putInt(position + SECTION_FLAGS, INITIALIZED_AND_READABLE);
    bytes.putShort(start + SECTION_COUNT, (short) (sectionCount() + 1));
    int initialized = bytes.getInt(optional + INITIALIZED_SIZE) + section.fileSize();
    bytes.putInt(optional + INITIALIZED_SIZE, initialized);
    bytes.putInt(
        optional + IMAGE_SIZE, aligned(section.address() + section.size(), SECTION_ALIGNMENT));
  }

  int directoryAddress(int index) {
    return bytes.getInt(directories + 8 * index);
  }

  void setDirectory(int index, int address, int size) {
    bytes.putInt(directories + 8 * index, address).putInt(directories + 8 * index + 4, size);
  }

  void setTimeStamp(int timeStamp) {
    bytes.putInt(start + TIME_STAMP, timeStamp);
  }

  void setChecksum(int checksum) {
    bytes.putInt(optional + CHECKSUM, checksum);
  }
}
