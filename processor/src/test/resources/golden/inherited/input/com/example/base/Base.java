package com.example.base;

import java.nio.ByteBuffer;
import org.ioproc.OnOpen;
import org.ioproc.OnRead;
import org.ioproc.OpenRequest;

/**
 * Handlers for any file.
 *
 * @param <F> the file
 */
public abstract class Base<F extends CharSequence> implements Sized<F> {

  /** For subclasses. */
  protected Base() {}

  /**
   * Opens.
   *
   * @param request what for
   * @return a file
   */
  @OnOpen
  public abstract F open(OpenRequest request);

  /**
   * Reads.
   *
   * @param file the file
   * @param buffer where to
   * @param position where from
   * @return how much
   */
  @OnRead
  public int read(F file, ByteBuffer buffer, long position) {
    return -1;
  }
}
