package org.ioproc.glue;

import org.ioproc.MmioError;
import org.ioproc.MmioException;

/**
 * A file that a program has open. Its monitor is held while one of its messages is handled.
 *
 * @param <F> what the procedure's author opens
 */
final class OpenFile<F> {

  private final int token;
  private final String name;
  private final F file;
  private final CallerBuffers buffers = new CallerBuffers();
  private boolean closed;

  OpenFile(int token, String name, F file) {
    this.token = token;
    this.name = name;
    this.file = file;
  }

  int token() {
    return token;
  }

  String name() {
    return name;
  }

  F file() {
    return file;
  }

  /**
   * Requires that the file has not been closed since it was found: by another thread, or by its
   * handler's own message. Its {@code MMIOINFO} may be gone then.
   */
  void requireOpen() throws MmioException {
    if (closed) {
      throw unknown(token);
    }
  }

  /** The program's token belongs to no open file. */
  static MmioException unknown(int token) {
    return new MmioException(
        MmioError.INVALID_HANDLE,
        "An open file is known by adwInfo[2]; 0x"
            + Integer.toHexString(token)
            + " is none: the file was closed or never opened, or the word was overwritten.");
  }

  void close() {
    closed = true;
  }

  CallerBuffers buffers() {
    return buffers;
  }
}
