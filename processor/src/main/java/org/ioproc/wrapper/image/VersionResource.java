package org.ioproc.wrapper.image;

/** Writes the version resource, VS_VERSIONINFO. */
final class VersionResource {

  private static final int SIGNATURE = 0xFEEF04BD;
  private static final int STRUCTURE_VERSION = 0x00010000;
  private static final int ALL_FLAGS = 0x3F;
  private static final int PRERELEASE = 0x02;
  private static final int WINDOWS_NT = 0x00040004;
  private static final int KIND_DLL = 2;

  private static final int LANGUAGE = 0x0409;
  private static final int UTF_16 = 0x04B0;
  private static final String LANGUAGE_AND_CHARSET = "040904B0";

  private static final int BINARY = 0;
  private static final int TEXT = 1;

  private VersionResource() {}

  static byte[] of(DllContent content) {
    byte[] fixed = fixed(content.version());
    byte[] translation = new ByteBuilder().int16(LANGUAGE).int16(UTF_16).toArray();
    byte[] variable = node("Translation", BINARY, translation, translation.length);
    return node(
        "VS_VERSION_INFO",
        BINARY,
        fixed,
        fixed.length,
        group("StringFileInfo", strings(content)),
        group("VarFileInfo", variable));
  }

  /** Returns VS_FIXEDFILEINFO. The file and the product have the same version. */
  private static byte[] fixed(DllVersion version) {
    int[] numbers = version.numbers();
    int high = numbers[0] << 16 | numbers[1];
    int low = numbers[2] << 16 | numbers[3];
    int flags = version.isPrerelease() ? PRERELEASE : 0;
    return new ByteBuilder()
        .int32(SIGNATURE, STRUCTURE_VERSION, high, low, high, low, ALL_FLAGS, flags)
        .int32(WINDOWS_NT, KIND_DLL, 0, 0, 0)
        .toArray();
  }

  private static byte[] strings(DllContent content) {
    DllVersion version = content.version();
    String product = version.product().isEmpty() ? content.library() : version.product();
    return group(
        LANGUAGE_AND_CHARSET,
        string("CompanyName", version.company()),
        string("FileDescription", "I/O procedures for Windows multimedia files"),
        string("FileVersion", version.version()),
        string("InternalName", content.library()),
        string("LegalCopyright", version.copyright()),
        string("OriginalFilename", content.file()),
        string("ProductName", product),
        string("ProductVersion", version.version()));
  }

  private static byte[] group(String key, byte[]... children) {
    return node(key, TEXT, new byte[0], 0, children);
  }

  /** The length of a text counts characters, with the zero. */
  private static byte[] string(String key, String text) {
    return node(key, TEXT, new ByteBuilder().wide(text).int16(0).toArray(), text.length() + 1);
  }

  /** Returns a node of the tree: lengths, type, key, value, children. */
  private static byte[] node(
      String key, int type, byte[] value, int valueLength, byte[]... children) {
    ByteBuilder node = new ByteBuilder().int16(0).int16(valueLength).int16(type).wide(key).int16(0);
    if (value.length > 0) {
      node.align(4).bytes(value);
    }
    for (byte[] child : children) {
      node.align(4).bytes(child);
    }
    return node.setInt16(0, node.size()).toArray();
  }
}
