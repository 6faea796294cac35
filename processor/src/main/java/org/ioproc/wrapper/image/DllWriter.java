package org.ioproc.wrapper.image;

import static org.ioproc.wrapper.image.ImageHeader.FILE_ALIGNMENT;

/** Writes a library's DLL. */
public final class DllWriter {

  /** The name that linkers give to a section with resources. */
  private static final String SECTION_NAME = ".rsrc";

  private DllWriter() {}

  /**
   * Returns everything before the archive; the DLL is this followed by the archive. The archive is
   * part of the last section in the file, but Windows does not map it into memory.
   *
   * @param archive the classes as a zip whose size is a multiple of 512 bytes, or empty
   * @throws IllegalArgumentException if the archive's size is another, or if two exports have the
   *     same name or ordinal
   * @throws IllegalStateException if the template is damaged
   */
  public static byte[] head(Architecture architecture, DllContent content, byte[] archive) {
    if (archive.length % FILE_ALIGNMENT != 0) {
      throw new IllegalArgumentException(
          "The archive's size must be a multiple of 512 bytes. It is " + archive.length + ".");
    }
    Template template = Template.of(architecture);
    LastSection section = section(template, content, archive);
    byte[] head = template.followedBy(section.bytes());
    ImageHeader header = new ImageHeader(head, architecture);
    declare(section, template, archive.length, header);
    header.setTimeStamp(0);
    header.setChecksum(0);
    header.setTimeStamp(Fingerprint.timeStamp(head, archive));
    header.setChecksum(Fingerprint.checksum(head, archive));
    return head;
  }

  /** The section's size does not depend on the archive's position, which is behind it. */
  private static LastSection section(Template template, DllContent content, byte[] archive) {
    EmbeddedArchive embedded = EmbeddedArchive.of(archive);
    int size = LastSection.of(content, template, embedded).bytes().length;
    return LastSection.of(content, template, embedded.at(template.nextOffset() + size));
  }

  private static void declare(
      LastSection section, Template template, int archiveSize, ImageHeader header) {
    int address = template.nextAddress();
    header.addSection(
        SECTION_NAME,
        new ImageSection(
            address, section.size(), template.nextOffset(), section.bytes().length + archiveSize));
    header.setDirectory(ImageHeader.EXPORTS, address, section.exportsSize());
    header.setDirectory(
        ImageHeader.RESOURCES, address + section.resourcesOffset(), section.resourcesSize());
  }
}
