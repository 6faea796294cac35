package org.ioproc.wrapper.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The content of a file to write. */
@FunctionalInterface
interface Content {

  void writeTo(OutputStream target) throws IOException;

  /** Returns pieces, one after the other. */
  static Content of(byte[]... pieces) {
    return target -> {
      for (byte[] piece : pieces) {
        target.write(piece);
      }
    };
  }

  static Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
