package org.ioproc.glue;

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

  /** Whether another thread has closed it since it was found; asked with its monitor held. */
  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
  }

  CallerBuffers buffers() {
    return buffers;
  }
}
