package org.ioproc.internal.transport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The transport inside another application, where a wrapper DLL calls procedures and accesses
 * memory through JNI. A handler that itself opens files, installs procedures or sends messages does
 * so as in a Java program: through FFM on Java 22 and later, otherwise through JNA, if present.
 *
 * <p>The wrapper's C code registers the native methods by name.
 */
public final class JniTransport extends Transport {

  private static volatile int pointerSizeInUse;

  private final NativeMemory memory = new JniMemory(pointerSizeInUse);
  private final Loaded<Transport> ofHandlers = new Loaded<>(OwnProcess::choose);

  JniTransport() {}

  /**
   * Makes this the transport of the process. Must be called before a transport is used.
   *
   * @param pointerSize the size of a pointer in bytes
   */
  public static void use(int pointerSize) {
    pointerSizeInUse = pointerSize;
  }

  static boolean isUsed() {
    return pointerSizeInUse != 0;
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
  public boolean callsThroughFfm() {
    return ofHandlers.get().callsThroughFfm();
  }

  @Override
  long newStub(IoProcedure procedure) {
    return ofHandlers.get().newStub(procedure);
  }

  @Override
  long cross(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2) {
    return ofHandlers.get().cross(procedure, lpmmioinfo, message, lParam1, lParam2);
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
