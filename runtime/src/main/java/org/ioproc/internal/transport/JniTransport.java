package org.ioproc.internal.transport;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ioproc.glue.IoProcedure;
import org.jspecify.annotations.Nullable;

/**
 * Inside another application, where the wrapper DLL calls a procedure by JNI and reaches memory for
 * it. JNA is needed only by a handler that itself installs procedures or sends them messages.
 *
 * <p>The wrapper registers the native methods; their names are in its source.
 */
public final class JniTransport extends Transport {

  private static volatile int pointerSizeInUse;

  private final NativeMemory memory = new JniMemory(pointerSizeInUse);

  JniTransport() {}

  /**
   * Makes this the transport of the process, if it is called before one was needed.
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
  long newStub(IoProcedure procedure) {
    return OfOwnProcedures.JNA.newStub(procedure);
  }

  @Override
  long cross(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2) {
    return OfOwnProcedures.JNA.cross(procedure, lpmmioinfo, message, lParam1, lParam2);
  }

  @Override
  public @Nullable String fullPath(String name) {
    return fullPath0(name);
  }

  private static native ByteBuffer view0(long address, int length);

  private static native long address0(ByteBuffer direct);

  /** A path as this process resolves it now, or null if Windows cannot. */
  private static native @Nullable String fullPath0(String path);

  private static final class OfOwnProcedures {
    static final Transport JNA = OwnProcess.jna("for what handlers install themselves");
  }

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
