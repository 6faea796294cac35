package org.ioproc.internal.transport;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.ioproc.glue.IoProcedure;
import org.jspecify.annotations.Nullable;

/**
 * Calls through the foreign function and memory API, which is final from Java 22. This class is
 * compiled for Java 17, so it reaches the API through method handles; in static final fields they
 * cost what direct calls cost.
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

  /** {@code (Entry, long, int, long, long) -> long}; what it threw would end the process. */
  private static final MethodHandle CALLBACK;

  static {
    try {
      Class<?> segment = foreign("MemorySegment");
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

      Linker linker = new Linker();
      STUB = MethodHandles.filterReturnValue(linker.upcallStub(), address);
      CALL = MethodHandles.filterArguments(linker.downcall(), 0, ofAddress);
      CALLBACK =
          LOOKUP.findVirtual(
              Entry.class,
              "callback",
              methodType(long.class, long.class, int.class, long.class, long.class));
    } catch (Throwable e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** What a call and the way back into Java need, in kilobytes; 1.5 were measured. */
  private static final int ROOM = 3;

  private final NativeMemory memory = new FfmMemory();
  private final String why;

  private static Class<?> foreign(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }

  FfmTransport(String why) {
    this.why = why;
    cross(newStub(new Nothing()), 0, 0, 0, 0);
  }

  /** Called once, because the first call from native code links and initializes classes. */
  private static final class Nothing implements IoProcedure {

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
  long newStub(IoProcedure procedure) {
    try {
      return (long) STUB.invokeExact(CALLBACK.bindTo(new Entry(procedure)));
    } catch (Throwable e) {
      throw new IllegalStateException("The FFM API cannot make a stub.", e);
    }
  }

  @Override
  long cross(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2) {
    StackRoom.require(ROOM);
    try {
      return (long) CALL.invokeExact(procedure, lpmmioinfo, message, lParam1, lParam2);
    } catch (Throwable e) {
      throw new IllegalStateException("The FFM API cannot call a procedure.", e);
    }
  }

  @Override
  public @Nullable String fullPath(String name) {
    StackRoom.require(ROOM);
    return FullPathName.of(
        name,
        (text, room, full) ->
            (int)
                Held.call(
                    text, from -> Held.call(full, to -> Kernel32.getFullPathName(from, room, to))));
  }

  /** On Windows only. */
  private static final class Kernel32 {

    /** {@code (long name, int room, long full, long part) -> int}. */
    private static final MethodHandle GET_FULL_PATH_NAME;

    static {
      try {
        GET_FULL_PATH_NAME = new Linker().getFullPathName();
      } catch (Throwable e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    static int getFullPathName(long name, int room, long full) {
      try {
        return (int) GET_FULL_PATH_NAME.invokeExact(name, room, full, 0L);
      } catch (Throwable e) {
        throw new IllegalStateException("The FFM API cannot call GetFullPathNameW.", e);
      }
    }
  }

  /** The parts of the API that have to do with functions. */
  private static final class Linker {

    private final Class<?> type = foreign("Linker");
    private final Class<?> layout = foreign("MemoryLayout");
    private final Class<?> descriptor = foreign("FunctionDescriptor");
    private final Class<?> options = foreign("Linker$Option").arrayType();
    private final Object instance =
        LOOKUP.findStatic(type, "nativeLinker", methodType(type)).invoke();
    private final Object procedure = procedure();

    Linker() throws Throwable {}

    /** {@code LRESULT CALLBACK IOProc(LPSTR, UINT, LPARAM, LPARAM)} on 64 bits. */
    private Object procedure() throws Throwable {
      Object wide = layout("JAVA_LONG", "OfLong");
      Object narrow = layout("JAVA_INT", "OfInt");
      return LOOKUP
          .findStatic(descriptor, "of", methodType(descriptor, layout, layout.arrayType()))
          .invoke(wide, wide, narrow, wide, wide);
    }

    /** {@code DWORD GetFullPathNameW(LPCWSTR, DWORD, LPWSTR, LPWSTR *)} on 64 bits. */
    MethodHandle getFullPathName() throws Throwable {
      Object wide = layout("JAVA_LONG", "OfLong");
      Object narrow = layout("JAVA_INT", "OfInt");
      Object function =
          LOOKUP
              .findStatic(descriptor, "of", methodType(descriptor, layout, layout.arrayType()))
              .invoke(narrow, wide, narrow, wide, wide);
      return (MethodHandle)
          LOOKUP
              .findVirtual(
                  type,
                  "downcallHandle",
                  methodType(MethodHandle.class, foreign("MemorySegment"), descriptor, options))
              .invoke(instance, kernel32("GetFullPathNameW"), function);
    }

    private Object kernel32(String name) throws Throwable {
      Class<?> lookup = foreign("SymbolLookup");
      Class<?> arena = foreign("Arena");
      Object library =
          LOOKUP
              .findStatic(lookup, "libraryLookup", methodType(lookup, String.class, arena))
              .invoke("kernel32", global());
      Optional<?> function =
          (Optional<?>)
              LOOKUP
                  .findVirtual(lookup, "find", methodType(Optional.class, String.class))
                  .invoke(library, name);
      return function.orElseThrow();
    }

    private Object global() throws Throwable {
      Class<?> arena = foreign("Arena");
      return LOOKUP.findStatic(arena, "global", methodType(arena)).invoke();
    }

    private static Object layout(String name, String type) throws Throwable {
      return LOOKUP
          .findStaticGetter(foreign("ValueLayout"), name, foreign("ValueLayout$" + type))
          .invoke();
    }

    /** {@code (MethodHandle target) -> MemorySegment}, for the life of the process. */
    MethodHandle upcallStub() throws Throwable {
      Class<?> segment = foreign("MemorySegment");
      Class<?> arena = foreign("Arena");
      MethodHandle stub =
          LOOKUP
              .findVirtual(
                  type,
                  "upcallStub",
                  methodType(segment, MethodHandle.class, descriptor, arena, options))
              .asType(methodType(segment, type, MethodHandle.class, descriptor, arena));
      return MethodHandles.insertArguments(stub.bindTo(instance), 1, procedure, global());
    }

    /** {@code (MemorySegment function, long, int, long, long) -> long}. */
    MethodHandle downcall() throws Throwable {
      return (MethodHandle)
          LOOKUP
              .findVirtual(
                  type, "downcallHandle", methodType(MethodHandle.class, descriptor, options))
              .invoke(instance, procedure);
    }
  }

  private static final class FfmMemory implements NativeMemory {

    @Override
    public ByteBuffer view(long address, int length) {
      try {
        long bytes = Math.min(length, LARGEST_VIEW);
        ByteBuffer view = (ByteBuffer) VIEW.invokeExact(address, bytes);
        return view.order(ByteOrder.nativeOrder());
      } catch (Throwable e) {
        throw new IllegalStateException("The FFM API cannot view memory.", e);
      }
    }

    @Override
    public long address(ByteBuffer direct) {
      try {
        return (long) ADDRESS.invokeExact((Buffer) direct.duplicate().clear());
      } catch (Throwable e) {
        throw new IllegalStateException("The FFM API cannot take an address.", e);
      }
    }

    @Override
    public int pointerSize() {
      return Long.BYTES;
    }
  }
}
