package org.ioproc.wrapper.image;

import static org.ioproc.wrapper.image.ByteBuilder.aligned;

/** The section that is added to a template: a library's export directory and resources. */
final class LastSection {

  private final byte[] exports;
  private final byte[] resources;

  private LastSection(byte[] exports, byte[] resources) {
    this.exports = exports;
    this.resources = resources;
  }

  static LastSection of(DllContent content, Template template, EmbeddedArchive archive) {
    int address = template.nextAddress();
    byte[] exports =
        new ExportDirectory(content.file(), new ExportTable(content.exports()), address)
            .write(template::addressOf);
    byte[] resources =
        ResourceDirectory.of(
            Configuration.of(content, archive),
            VersionResource.of(content),
            address + resourcesOffset(exports));
    return new LastSection(exports, resources);
  }

  private static int resourcesOffset(byte[] exports) {
    return aligned(exports.length, 4);
  }

  /** Returns the size of the export directory, at the section's start. */
  int exportsSize() {
    return exports.length;
  }

  int resourcesOffset() {
    return resourcesOffset(exports);
  }

  int resourcesSize() {
    return resources.length;
  }

  int size() {
    return resourcesOffset() + resources.length;
  }

  /** Returns the section's bytes and the zeros up to the archive. */
  byte[] bytes() {
    return new ByteBuilder()
        .bytes(exports)
        .align(4)
        .bytes(resources)
        .align(ImageHeader.FILE_ALIGNMENT)
        .toArray();
  }
}
