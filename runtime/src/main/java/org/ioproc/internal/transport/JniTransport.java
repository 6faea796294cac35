package org.ioproc.internal.transport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The transport inside another application, where a wrapper DLL calls procedures and accesses
 * memory through JNI.
 *
 * <p>The wrapper's C code registers the native methods by name.
 */
public final class JniTransport extends HostTransport {

  private final NativeMemory memory;

  private JniTransport(int pointerSize) {
    this.memory = new JniMemory(pointerSize);
  }

  /**
   * Makes this the transport of the process. Must be called before a transport is used.
   *
   * @param pointerSize the size of a pointer in bytes
   */
  public static void use(int pointerSize) {
    HostTransport.use(new JniTransport(pointerSize));
  }

  @Override
  public NativeMemory memory() {
    return memory;
  }

  @Override
  public String description() {
    return "JNI (Java runs inside another application, through a wrapper DLL)";
  }

  @Override
  public @Nullable String fullPath(String name) {
    return fullPath0(name);
  }

  private static native ByteBuffer view0(long address, int length);

  private static native long address0(ByteBuffer direct);

  /** Resolves a path against the process's current folder. Returns null if Windows cannot. */
  private static native @Nullable String fullPath0(String path);

  private record JniMemory(int pointerSize) implements NativeMemory {

    @Override
    public ByteBuffer view(long address, int length) {
      return view0(address, Math.min(length, LARGEST_VIEW)).order(ByteOrder.nativeOrder());
    }

    @Override
    public long address(ByteBuffer direct) {
      return address0(direct);
    }
  }
}
