package org.ioproc.wrapper.tool.jar;

import java.io.IOException;

/** An entry's content does not have the size and CRC-32 that the archive states. */
final class DamagedEntryException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedEntryException(String entry) {
    super("its entry " + entry + " is damaged");
  }
}
