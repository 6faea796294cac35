package com.example.base;

import org.ioproc.OnSize;

/**
 * Tells sizes.
 *
 * @param <T> what has one
 */
public interface Sized<T extends CharSequence> {

  /**
   * The size.
   *
   * @param file the file
   * @return its size
   */
  @OnSize
  default long size(T file) {
    return file.length();
  }
}
