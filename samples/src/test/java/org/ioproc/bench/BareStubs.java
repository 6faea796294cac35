package org.ioproc.bench;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.IntegerType;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.ioproc.internal.transport.Transport;
import org.jspecify.annotations.Nullable;

/** Native entry points that do nothing, or only what every procedure must do: the baselines. */
final class BareStubs {

  private static final List<Object> KEPT = new ArrayList<>();

  private BareStubs() {}

  /** Creates a callback of the fastest kind that JNA has, and returns its address. */
  static long jnaDirect() {
    Direct callback = (info, message, lParam1, lParam2) -> 0;
    attach(callback);
    KEPT.add(callback);
    return Pointer.nativeValue(LibC.memmove(callback, null, null));
  }

  /** Creates a callback as people usually write it, with a structure and integer types. */
  static long jnaUsual() {
    Usual callback = (info, message, lParam1, lParam2) -> new Word(0);
    attach(callback);
    KEPT.add(callback);
    return Pointer.nativeValue(CallbackReference.getFunctionPointer(callback));
  }

  private static void attach(Callback callback) {
    Native.setCallbackThreadInitializer(callback, new CallbackThreadInitializer(true, false));
  }

  /** Creates an upcall stub of the foreign function API for a static method. */
  static long ffm() throws Throwable {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Class<?> linker = foreign("Linker");
    Class<?> layout = foreign("MemoryLayout");
    Class<?> descriptor = foreign("FunctionDescriptor");
    Class<?> arena = foreign("Arena");
    Class<?> segment = foreign("MemorySegment");
    Class<?> options = foreign("Linker$Option").arrayType();
    Object wide = constant(lookup, "JAVA_LONG", "OfLong");
    Object narrow = constant(lookup, "JAVA_INT", "OfInt");
    Object function =
        lookup
            .findStatic(
                descriptor, "of", MethodType.methodType(descriptor, layout, layout.arrayType()))
            .invoke(wide, wide, narrow, wide, wide);
    MethodHandle target =
        lookup.findStatic(
            BareStubs.class,
            "nothing",
            MethodType.methodType(long.class, long.class, int.class, long.class, long.class));
    Object instance =
        lookup.findStatic(linker, "nativeLinker", MethodType.methodType(linker)).invoke();
    Object global = lookup.findStatic(arena, "global", MethodType.methodType(arena)).invoke();
    Object stub =
        lookup
            .findVirtual(
                linker,
                "upcallStub",
                MethodType.methodType(segment, MethodHandle.class, descriptor, arena, options))
            .invoke(instance, target, function, global);
    return (long)
        lookup.findVirtual(segment, "address", MethodType.methodType(long.class)).invoke(stub);
  }

  /** Creates an entry that only locks and unlocks a monitor. */
  static long locking() {
    Object monitor = new Object();
    return Transport.current()
        .stub(
            (info, message, lParam1, lParam2) -> {
              synchronized (monitor) {
                return 0;
              }
            });
  }

  /** Creates an entry that only reads the start of a channel. */
  static long reading(FileChannel channel, ByteBuffer target) {
    return Transport.current()
        .stub(
            (info, message, lParam1, lParam2) -> {
              try {
                return channel.read(target.clear(), 0);
              } catch (IOException failure) {
                return -1;
              }
            });
  }

  private static Class<?> foreign(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }

  private static Object constant(MethodHandles.Lookup lookup, String name, String type)
      throws Throwable {
    return lookup
        .findStaticGetter(foreign("ValueLayout"), name, foreign("ValueLayout$" + type))
        .invoke();
  }

  @SuppressWarnings("unused") // Called from C.
  private static long nothing(long lpmmioinfo, int message, long lParam1, long lParam2) {
    return 0;
  }

  private interface Direct extends Callback {
    long callback(long lpmmioinfo, int message, long lParam1, long lParam2);
  }

  private interface Usual extends Callback {
    Word callback(Info lpmmioinfo, int message, Word lParam1, Word lParam2);
  }

  /** {@code LPARAM} and {@code LRESULT}. */
  public static final class Word extends IntegerType {
    private static final long serialVersionUID = 1;

    /** Creates a zero; JNA needs this constructor. */
    public Word() {
      this(0);
    }

    /** Creates a value. */
    public Word(long value) {
      super(Native.POINTER_SIZE, value);
    }
  }

  /** {@code MMIOINFO}. */
  @FieldOrder({
    "flags",
    "fccIoProc",
    "ioProc",
    "errorRet",
    "task",
    "bufferLength",
    "buffer",
    "next",
    "endRead",
    "endWrite",
    "bufferOffset",
    "diskOffset",
    "info",
    "reserved1",
    "reserved2",
    "handle"
  })
  public static final class Info extends Structure {
    public int flags;
    public int fccIoProc;
    public @Nullable Pointer ioProc;
    public int errorRet;
    public @Nullable Pointer task;
    public int bufferLength;
    public @Nullable Pointer buffer;
    public @Nullable Pointer next;
    public @Nullable Pointer endRead;
    public @Nullable Pointer endWrite;
    public int bufferOffset;
    public int diskOffset;
    public int[] info = new int[3];
    public int reserved1;
    public int reserved2;
    public @Nullable Pointer handle;

    /** Creates a structure without padding. */
    public Info() {
      super(ALIGN_NONE);
    }
  }

  private static final class LibC {
    static {
      Native.register(LibC.class, Platform.C_LIBRARY_NAME);
    }

    static native Pointer memmove(
        Callback target, @Nullable Pointer source, @Nullable Pointer length);
  }
}
