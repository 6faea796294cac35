package org.ioproc.internal.transport;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Calls native code through the foreign function and memory API, final since Java 22. This class is
 * compiled for Java 17, so it uses the API through method handles. In static final fields these
 * cost no more than direct calls.
 */
final class FfmTransport extends Transport {

  private static final Lookup LOOKUP = MethodHandles.lookup();

  /** {@code (long address, long length) -> ByteBuffer}. */
  private static final MethodHandle VIEW;

  /** {@code (Buffer direct) -> long}. */
  private static final MethodHandle ADDRESS;

  /** {@code (MethodHandle target) -> long}. */
  private static final MethodHandle STUB;

  /** {@code (long procedure, long lpmmioinfo, int message, long lParam1, long lParam2) -> long}. */
  private static final MethodHandle CALL;

  /** {@code (Entry, long, int, long, long) -> long}; an exception would end the process. */
  private static final MethodHandle CALLBACK;

  static {
    try {
      Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
      MethodHandle address = LOOKUP.findVirtual(segment, "address", methodType(long.class));
      MethodHandle ofAddress =
          LOOKUP.findStatic(segment, "ofAddress", methodType(segment, long.class));
      MethodHandle ofBuffer =
          LOOKUP.findStatic(segment, "ofBuffer", methodType(segment, Buffer.class));
      MethodHandle reinterpret =
          LOOKUP.findVirtual(segment, "reinterpret", methodType(segment, long.class));
      MethodHandle asByteBuffer =
          LOOKUP.findVirtual(segment, "asByteBuffer", methodType(ByteBuffer.class));
      VIEW =
          MethodHandles.filterReturnValue(
              MethodHandles.filterArguments(reinterpret, 0, ofAddress), asByteBuffer);
      ADDRESS = MethodHandles.filterReturnValue(ofBuffer, address);

      // LRESULT CALLBACK IOProc(LPSTR, UINT, LPARAM, LPARAM), on 64 bits
      MethodType procedure = methodType(long.class, long.class, int.class, long.class, long.class);
      ForeignLinker linker = new ForeignLinker();
      STUB = MethodHandles.filterReturnValue(linker.upcallStub(procedure), address);
      CALL = MethodHandles.filterArguments(linker.downcall(procedure), 0, ofAddress);
      CALLBACK = LOOKUP.findVirtual(Entry.class, "callback", procedure);
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /**
   * The stack, in kilobytes, for a call that leads back to Java. Compiled code needs 1.5, but with
   * 4 an exception left an upcall, and so ended the process, while HotSpot was still compiling.
   */
  private static final int ROOM = 8;

  private final NativeMemory memory = new FfmMemory();
  private final Loaded<FullPathName.Call> getFullPathName =
      new Loaded<>(FfmTransport::findGetFullPathName); // On Windows only.
  private final String why;

  FfmTransport(String why) {
    this.why = why;
    cross(newStub(new NoOp()), 0, 0, 0, 0);
  }

  /** Is called once, because the first call from native code links and initializes classes. */
  private static final class NoOp implements IoProcedure {

    @Override
    public long callback(long lpmmioinfo, int message, long lParam1, long lParam2) {
      return 0;
    }
  }

  @Override
  public NativeMemory memory() {
    return memory;
  }

  @Override
  public String description() {
    return "FFM, the foreign function and memory API (" + why + ")";
  }

  @Override
  public boolean callsThroughFfm() {
    return true;
  }

  @Override
  long newStub(IoProcedure procedure) {
    try {
      return (long) STUB.invokeExact(CALLBACK.bindTo(new Entry(procedure)));
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  @Override
  long cross(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2) {
    StackRoom.require(ROOM);
    try {
      return (long) CALL.invokeExact(procedure, lpmmioinfo, message, lParam1, lParam2);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  @Override
  public @Nullable String fullPath(String name) {
    FullPathName.Call function = getFullPathName.get();
    StackRoom.require(ROOM);
    return FullPathName.of(name, function);
  }

  private static int fullPath(MethodHandle function, long name, int room, long full) {
    try {
      return (int) function.invokeExact(name, room, full, 0L);
    } catch (Throwable e) {
      throw ForeignLibrary.failed(e);
    }
  }

  /** {@code DWORD GetFullPathNameW(LPCWSTR, DWORD, LPWSTR, LPWSTR *)}. */
  private static FullPathName.Call findGetFullPathName() {
    MethodHandle function =
        new ForeignLibrary("kernel32.dll")
            .function(
                "GetFullPathNameW",
                methodType(int.class, long.class, int.class, long.class, long.class));
    return FullPathName.linked(
        (text, room, full) ->
            (int)
                Held.call(text, from -> Held.call(full, to -> fullPath(function, from, room, to))));
  }

  private static final class FfmMemory implements NativeMemory {

    @Override
    public ByteBuffer view(long address, int length) {
      try {
        long bytes = Math.min(length, LARGEST_VIEW);
        ByteBuffer view = (ByteBuffer) VIEW.invokeExact(address, bytes);
        return view.order(ByteOrder.nativeOrder());
      } catch (Throwable e) {
        throw ForeignLibrary.failed(e);
      }
    }

    @Override
    public long address(ByteBuffer direct) {
      try {
        return (long) ADDRESS.invokeExact((Buffer) direct.duplicate().clear());
      } catch (Throwable e) {
        throw ForeignLibrary.failed(e);
      }
    }

    @Override
    public int pointerSize() {
      return Long.BYTES;
    }
  }
}
