package org.ioproc.wrapper.image;

import org.ioproc.wrapper.Way;

/** Writes the data that tells the template's code which library it is. */
final class Configuration {

  private static final byte[] MARK = {'I', 'O', 'P', 'R', 'O', 'C', 0, 1};
  private static final int HEADER_SIZE = 36;
  private static final int PROCEDURE_SIZE = 12;
  private static final int HAS_ARCHIVE = 1;
  private static final int INSIDE = 2;
  private static final int BESIDE = 4;

  private final ByteBuilder texts = new ByteBuilder();
  private final int textsOffset;

  private Configuration(DllContent content) {
    textsOffset = HEADER_SIZE + PROCEDURE_SIZE * content.procedures().size();
  }

  /** Returns a header, then an entry for each procedure, then the texts. */
  static byte[] of(DllContent content, EmbeddedArchive archive) {
    return new Configuration(content).write(content, archive);
  }

  private byte[] write(DllContent content, EmbeddedArchive archive) {
    ByteBuilder rest =
        new ByteBuilder()
            .int16(content.procedures().size())
            .int16((archive.isEmpty() ? 0 : HAS_ARCHIVE) | flag(content.way()))
            .int32(text(content.library()), text(content.version().version()))
            .int32(archive.offset(), archive.size(), archive.checksum());
    for (DllProcedure procedure : content.procedures()) {
      rest.int32(text(procedure.name()), text(procedure.provider()), procedure.code());
    }
    return new ByteBuilder()
        .bytes(MARK)
        .int32(textsOffset + texts.size())
        .bytes(rest.toArray())
        .bytes(texts.toArray())
        .toArray();
  }

  private static int flag(Way way) {
    return switch (way) {
      case AUTO -> 0;
      case INSIDE -> INSIDE;
      case BESIDE -> BESIDE;
    };
  }

  /** Appends a text, and returns its offset from the configuration's start. */
  private int text(String text) {
    int offset = textsOffset + texts.size();
    texts.wide(text).int16(0);
    return offset;
  }
}
