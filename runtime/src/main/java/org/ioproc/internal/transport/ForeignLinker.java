package org.ioproc.internal.transport;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links functions through the foreign function and memory API. Parameters are {@code int} or {@code
 * long}; an address is a {@code long}.
 */
final class ForeignLinker {

  private static final Lookup LOOKUP = MethodHandles.lookup();

  private final Class<?> type = foreign("Linker");
  private final Class<?> layout = foreign("MemoryLayout");
  private final Class<?> segment = foreign("MemorySegment");
  private final Class<?> arena = foreign("Arena");
  private final Class<?> descriptor = foreign("FunctionDescriptor");
  private final Class<?> options = foreign("Linker$Option").arrayType();
  private final Object instance =
      LOOKUP.findStatic(type, "nativeLinker", methodType(type)).invoke();
  private final Object global = LOOKUP.findStatic(arena, "global", methodType(arena)).invoke();
  private final Object wide = layout("JAVA_LONG", "OfLong");
  private final Object narrow = layout("JAVA_INT", "OfInt");

  ForeignLinker() throws Throwable {}

  private static Class<?> foreign(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }

  private static Object layout(String name, String type) throws Throwable {
    return LOOKUP
        .findStaticGetter(foreign("ValueLayout"), name, foreign("ValueLayout$" + type))
        .invoke();
  }

  /** Returns {@code (MethodHandle target) -> MemorySegment}, which never frees its stubs. */
  MethodHandle upcallStub(MethodType signature) throws Throwable {
    MethodHandle stub =
        LOOKUP
            .findVirtual(
                type,
                "upcallStub",
                methodType(segment, MethodHandle.class, descriptor, arena, options))
            .asType(methodType(segment, type, MethodHandle.class, descriptor, arena));
    return MethodHandles.insertArguments(stub.bindTo(instance), 1, describe(signature), global);
  }

  /** Returns a handle that takes the function, a {@code MemorySegment}, before the parameters. */
  MethodHandle downcall(MethodType signature) throws Throwable {
    return (MethodHandle)
        LOOKUP
            .findVirtual(
                type, "downcallHandle", methodType(MethodHandle.class, descriptor, options))
            .invoke(instance, describe(signature));
  }

  /** Returns {@code (String name) -> Optional<MemorySegment>}, which finds functions by name. */
  MethodHandle functionsOf(String library) throws Throwable {
    Class<?> lookup = foreign("SymbolLookup");
    Object functions =
        LOOKUP
            .findStatic(lookup, "libraryLookup", methodType(lookup, String.class, arena))
            .invoke(library, global);
    return LOOKUP
        .findVirtual(lookup, "find", methodType(Optional.class, String.class))
        .bindTo(functions);
  }

  private Object describe(MethodType signature) throws Throwable {
    List<Object> layouts = new ArrayList<>();
    layouts.add(layout(signature.returnType()));
    for (Class<?> parameter : signature.parameterList()) {
      layouts.add(layout(parameter));
    }
    return LOOKUP
        .findStatic(descriptor, "of", methodType(descriptor, layout, layout.arrayType()))
        .invokeWithArguments(layouts);
  }

  private Object layout(Class<?> number) {
    return number == long.class ? wide : narrow;
  }
}
