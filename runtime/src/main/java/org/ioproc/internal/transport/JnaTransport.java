package org.ioproc.internal.transport;

import static org.ioproc.MmioMessages.MMIOM_CLOSE;
import static org.ioproc.MmioMessages.MMIOM_OPEN;
import static org.ioproc.MmioMessages.MMIOM_RENAME;
import static org.ioproc.MmioMessages.MMIOM_SEEK;

import com.sun.jna.AltCallingConvention;
import com.sun.jna.Callback;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Calls native code through JNA. JNA takes its fast path for callbacks that have primitive
 * parameters and are passed to a direct-mapped method.
 */
final class JnaTransport extends Transport {

  private static final boolean WIDE = Native.POINTER_SIZE == Long.BYTES;

  /** On other 32-bit systems, JNA ends the process if a callback uses this convention. */
  private static final boolean STDCALL = !WIDE && Platform.isWindows();

  private static final int CONVENTION = STDCALL ? Function.ALT_CONVENTION : Function.C_CONVENTION;

  /** The stack, in kilobytes, for a call that leads back to Java. Measured: 6.5. */
  private static final int ROOM = 10;

  /** Keeps the callbacks, because JNA frees a stub with its callback. */
  private final Queue<Callback> callbacks = new ConcurrentLinkedQueue<>();

  /** On Windows only. */
  private final Loaded<FullPathName.Call> getFullPathName =
      new Loaded<>(JnaTransport::findGetFullPathName);

  private final Map<Long, Function> functions = new ConcurrentHashMap<>();
  private final NativeMemory memory = new JnaMemory();
  private final String why;

  JnaTransport(String why) {
    this.why = why;
  }

  @Override
  public NativeMemory memory() {
    return memory;
  }

  @Override
  public String description() {
    return "JNA " + Native.VERSION + " (" + why + ")";
  }

  @Override
  public boolean callsThroughFfm() {
    return false;
  }

  @Override
  long newStub(IoProcedure procedure) {
    Callback callback =
        WIDE
            ? new WideEntry(procedure)
            : STDCALL ? new StdcallEntry(procedure) : new NarrowEntry(procedure);
    // Threads that Java did not start stay attached, because attaching costs as much as 100 calls.
    // As daemons, they do not keep the JVM alive. JNA reads this when it creates the stub.
    Native.setCallbackThreadInitializer(
        callback, new CallbackThreadInitializer(true, false, "mmio client"));
    callbacks.add(callback);
    return Pointer.nativeValue(DirectMapped.memmove(callback, null, null));
  }

  @Override
  long cross(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2) {
    StackRoom.require(ROOM);
    Function function = function(procedure);
    return WIDE
        ? function.invokeLong(new Object[] {lpmmioinfo, message, lParam1, lParam2})
        : function.invokeInt(
            new Object[] {(int) lpmmioinfo, message, (int) lParam1, (int) lParam2});
  }

  @Override
  public @Nullable String fullPath(String name) {
    FullPathName.Call function = getFullPathName.get();
    StackRoom.require(ROOM);
    return FullPathName.of(name, function);
  }

  private static FullPathName.Call findGetFullPathName() {
    Function function = Function.getFunction("kernel32", "GetFullPathNameW", CONVENTION);
    return FullPathName.linked(
        (text, room, full) -> function.invokeInt(new Object[] {text, room, full, null}));
  }

  /** Uses no lambda, because a message may not have enough stack to link one. */
  private Function function(long address) {
    Function function = functions.get(address);
    if (function == null) {
      function = Function.getFunction(new Pointer(address), CONVENTION);
      functions.put(address, function);
    }
    return function;
  }

  /** {@code LRESULT CALLBACK IOProc(LPSTR, UINT, LPARAM, LPARAM)} on 64 bits. */
  private interface WideProcedure extends Callback {
    long callback(long lpmmioinfo, int message, long lParam1, long lParam2);
  }

  private static final class WideEntry extends Entry implements WideProcedure {

    WideEntry(IoProcedure procedure) {
      super(procedure);
    }
  }

  /** The same on 32 bits. */
  private interface NarrowProcedure extends Callback {
    int callback(int lpmmioinfo, int message, int lParam1, int lParam2);
  }

  /** {@link Entry} for 32 bits. */
  private static class NarrowEntry implements NarrowProcedure {

    private final IoProcedure procedure;

    NarrowEntry(IoProcedure procedure) {
      this.procedure = procedure;
    }

    @Override
    public final int callback(int lpmmioinfo, int message, int lParam1, int lParam2) {
      try {
        return (int)
            procedure.callback(
                Integer.toUnsignedLong(lpmmioinfo),
                message,
                widened(message, lParam1),
                message == MMIOM_RENAME ? Integer.toUnsignedLong(lParam2) : lParam2);
      } catch (Throwable escaped) { // As in Entry.
        return message == MMIOM_OPEN || message == MMIOM_CLOSE || message == MMIOM_RENAME
            ? OUT_OF_MEMORY
            : FAILED;
      }
    }

    /** Widens an address as an unsigned number, but the offset of a seek as a signed one. */
    private static long widened(int message, int lParam1) {
      return message == MMIOM_SEEK ? lParam1 : Integer.toUnsignedLong(lParam1);
    }
  }

  /** The same on 32-bit Windows, where procedures use stdcall. */
  private interface StdcallProcedure extends Callback, AltCallingConvention {
    int callback(int lpmmioinfo, int message, int lParam1, int lParam2);
  }

  private static final class StdcallEntry extends NarrowEntry implements StdcallProcedure {

    StdcallEntry(IoProcedure procedure) {
      super(procedure);
    }
  }

  /**
   * C's {@code memmove} of 0 bytes returns its first argument, here the address of the stub. {@link
   * com.sun.jna.CallbackReference} would create a slow stub.
   */
  private static final class DirectMapped {
    static {
      Native.register(DirectMapped.class, Platform.C_LIBRARY_NAME);
    }

    static native Pointer memmove(
        Callback target, @Nullable Pointer source, @Nullable Pointer length);
  }

  private static final class JnaMemory implements NativeMemory {

    @Override
    public ByteBuffer view(long address, int length) {
      return new Pointer(address).getByteBuffer(0, Math.min(length, LARGEST_VIEW));
    }

    @Override
    public long address(ByteBuffer direct) {
      return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }

    @Override
    public int pointerSize() {
      return Native.POINTER_SIZE;
    }
  }
}
