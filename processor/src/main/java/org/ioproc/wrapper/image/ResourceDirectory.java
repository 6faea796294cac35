package org.ioproc.wrapper.image;

/**
 * Writes the directory of a DLL's two resources. It is a tree: types, names, languages, and the
 * resources' addresses and sizes.
 */
final class ResourceDirectory {

  private static final int CONFIGURATION_TYPE = 10;
  private static final int VERSION_TYPE = 16;
  private static final String CONFIGURATION_NAME = "IOPROC";
  private static final int VERSION_ID = 1;
  private static final int ENGLISH = 0x0409;

  /** In an entry: the name is a text, or the entry leads to another table. */
  private static final int FLAG = 0x80000000;

  // The tree's shape is fixed: a table of 16 bytes, then 8 for each entry.
  private static final int CONFIGURATION_NAMES = 16 + 2 * 8;
  private static final int VERSION_NAMES = CONFIGURATION_NAMES + 16 + 8;
  private static final int CONFIGURATION_LANGUAGES = VERSION_NAMES + 16 + 8;
  private static final int VERSION_LANGUAGES = CONFIGURATION_LANGUAGES + 16 + 8;
  private static final int CONFIGURATION_PLACE = VERSION_LANGUAGES + 16 + 8;
  private static final int VERSION_PLACE = CONFIGURATION_PLACE + 16;
  private static final int NAME = VERSION_PLACE + 16;
  private static final int DATA =
      ByteBuilder.aligned(NAME + 2 + 2 * CONFIGURATION_NAME.length(), 4);

  private ResourceDirectory() {}

  /**
   * Returns the tree and the resources.
   *
   * @param address the address of the directory's start
   */
  static byte[] of(byte[] configuration, byte[] version, int address) {
    int versionOffset = ByteBuilder.aligned(DATA + configuration.length, 4);
    ByteBuilder bytes = new ByteBuilder();
    table(bytes, 0, 2);
    bytes.int32(CONFIGURATION_TYPE, FLAG | CONFIGURATION_NAMES, VERSION_TYPE, FLAG | VERSION_NAMES);
    table(bytes, 1, 0).int32(FLAG | NAME, FLAG | CONFIGURATION_LANGUAGES);
    table(bytes, 0, 1).int32(VERSION_ID, FLAG | VERSION_LANGUAGES);
    table(bytes, 0, 1).int32(ENGLISH, CONFIGURATION_PLACE);
    table(bytes, 0, 1).int32(ENGLISH, VERSION_PLACE);
    bytes.int32(address + DATA, configuration.length, 0, 0);
    bytes.int32(address + versionOffset, version.length, 0, 0);
    bytes.int16(CONFIGURATION_NAME.length()).wide(CONFIGURATION_NAME).align(4);
    return bytes.bytes(configuration).align(4).bytes(version).toArray();
  }

  private static ByteBuilder table(ByteBuilder bytes, int named, int numbered) {
    return bytes.zeros(12).int16(named).int16(numbered);
  }
}
