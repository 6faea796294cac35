package org.ioproc.hostile;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import org.ioproc.internal.transport.Transport;

/**
 * Memory followed by an inaccessible page, so any access past the last byte crashes the process. It
 * is never freed.
 */
final class GuardedMemory {

  /** The size of the memory in bytes, a multiple of every system's page size. */
  private static final int SIZE = 1 << 16;

  private final long end;

  GuardedMemory() {
    this.end = (Platform.isWindows() ? reserve() : map()) + SIZE;
  }

  /** Returns the address of the last bytes. */
  long last(int bytes) {
    return end - bytes;
  }

  ByteBuffer view(int bytes) {
    return Transport.current().memory().view(last(bytes), bytes);
  }

  /** Copies bytes to the end of the memory and returns their address. */
  long put(byte[] bytes) {
    view(bytes.length).put(bytes);
    return last(bytes.length);
  }

  private static long reserve() {
    int convention =
        Native.POINTER_SIZE == Integer.BYTES ? Function.ALT_CONVENTION : Function.C_CONVENTION;
    Function allocate = Function.getFunction("kernel32", "VirtualAlloc", convention);
    Pointer reserved = call(allocate, Pointer.NULL, size(2), 0x2000, 0x01); // No access.
    return Pointer.nativeValue(call(allocate, reserved, size(1), 0x1000, 0x04)); // Read and write.
  }

  private static long map() {
    int anonymous = Platform.isMac() ? 0x1002 : 0x22;
    Pointer mapped = call(function("mmap"), Pointer.NULL, size(2), 0, anonymous, -1, size(0));
    if (function("mprotect").invokeInt(new Object[] {mapped, size(1), 3}) != 0) {
      throw new IllegalStateException("mprotect");
    }
    return Pointer.nativeValue(mapped);
  }

  private static Function function(String name) {
    return Function.getFunction(Platform.C_LIBRARY_NAME, name);
  }

  private static Pointer call(Function function, Object... arguments) {
    Pointer result = function.invokePointer(arguments);
    if (result == null || Pointer.nativeValue(result) == -1) {
      throw new IllegalStateException(function.getName());
    }
    return result;
  }

  /** Returns a multiple of the size, as wide as a pointer. */
  private static Pointer size(int times) {
    return new Pointer((long) times * SIZE);
  }
}
