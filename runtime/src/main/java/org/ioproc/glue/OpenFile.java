package org.ioproc.glue;

import org.ioproc.MmioError;
import org.ioproc.MmioException;
import org.ioproc.internal.transport.TokenTable;

/**
 * A file that a program has open. A thread holds the file's monitor while it handles a message.
 *
 * @param <F> the type of the procedure's files
 */
final class OpenFile<F> implements TokenTable.Numbered {

  /** The number of files that were observed. Starts at 1: 0 means that no file is open. */
  private static long observed;

  private long number;
  private final String name;
  private final F file;
  private final CallerBuffers buffers;
  private long observedNumber;
  private boolean closing;
  private boolean closed;

  OpenFile(String name, F file, CallerBuffers buffers) {
    this.name = name;
    this.file = file;
    this.buffers = buffers;
  }

  @Override
  public long number() {
    return number;
  }

  @Override
  public void number(long number) {
    this.number = number;
  }

  int token() {
    return OpenFiles.token((int) number);
  }

  String name() {
    return name;
  }

  /** Returns a number that no other file in the process has. Only observers ask for it. */
  long observedNumber() {
    synchronized (OpenFile.class) {
      if (observedNumber == 0) {
        observed++;
        observedNumber = observed;
      }
      return observedNumber;
    }
  }

  /** Returns what the procedure opened; a handler must not be called with it after its end. */
  F file() throws MmioException {
    requireOpen();
    return file;
  }

  /** Returns what the procedure opened, for the one message that closes it. */
  F toClose() throws MmioException {
    if (closing) {
      throw unknown(token());
    }
    closing = true;
    return file;
  }

  /**
   * Requires that the file is still open. After the file was found, another thread or a message
   * from its handler may have closed it, and then its {@code MMIOINFO} may be gone.
   */
  void requireOpen() throws MmioException {
    if (closed) {
      throw unknown(token());
    }
  }

  /** Returns the failure for a token that refers to no open file. */
  static MmioException unknown(int token) {
    return new MmioException(
        MmioError.INVALID_HANDLE,
        "adwInfo[2] must hold the token of an open file; 0x"
            + Integer.toHexString(token)
            + " is not such a token: the file was closed or never opened, or the word was"
            + " overwritten.");
  }

  void close() {
    closed = true;
  }

  CallerBuffers buffers() {
    return buffers;
  }
}
