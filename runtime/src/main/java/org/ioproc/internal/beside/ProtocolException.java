package org.ioproc.internal.beside;

import java.io.IOException;

/** What the wrapper has sent does not follow the protocol. */
final class ProtocolException extends IOException {

  private static final long serialVersionUID = 1;

  ProtocolException(String text) {
    super(text);
  }
}
