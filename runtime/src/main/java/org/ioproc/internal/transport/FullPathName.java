package org.ioproc.internal.transport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Calls {@code GetFullPathNameW} until the result fits.
 *
 * <p>Source: Microsoft, "GetFullPathNameW function".
 */
final class FullPathName {

  /** A length in characters that suffices for most names. */
  private static final int USUAL = 260;

  private FullPathName() {}

  /** The function itself, as a transport calls it. */
  interface Call {

    /**
     * Gets the full path.
     *
     * @param name the name, terminated by a zero character
     * @param room the capacity of {@code full} in characters
     * @param full receives the path
     * @return the path's length; if the capacity is too small, the capacity that is needed; 0 if
     *     the name cannot be resolved
     */
    int get(ByteBuffer name, int room, ByteBuffer full);
  }

  /** Calls the function once, so that Java links all that a call needs, and returns it. */
  static Call linked(Call function) {
    String unused = of(".", function);
    return function;
  }

  static @Nullable String of(String name, Call call) {
    if (name.indexOf('\0') >= 0) {
      return null; // Windows would truncate the name there.
    }
    ByteBuffer text = memory(name.length() + 1);
    text.asCharBuffer().put(name);
    ByteBuffer full = memory(USUAL);
    int length = call.get(text, USUAL, full);
    while (length > full.capacity() / Character.BYTES) { // The current folder may change meanwhile.
      full = memory(length);
      length = call.get(text, length, full);
    }
    return length == 0 ? null : full.asCharBuffer().limit(length).toString();
  }

  private static ByteBuffer memory(int characters) {
    return ByteBuffer.allocateDirect(characters * Character.BYTES).order(ByteOrder.nativeOrder());
  }
}
