package org.ioproc.samples.clips;

/** Compresses a sequence of pictures, and says what a decoder must show. */
interface VideoEncoder {

  /** Returns the codec's FOURCC. */
  String codec();

  /** Returns the bits of a pixel, as the stream's format gives them. */
  int bitsPerPixel();

  /**
   * Compresses the next picture. Its size must be a multiple of 4 in each direction.
   *
   * @param key whether the frame must not depend on the previous one
   */
  byte[] encode(Picture picture, boolean key);

  /** Returns what a decoder shows after the most recent frame. */
  Picture shown();
}
