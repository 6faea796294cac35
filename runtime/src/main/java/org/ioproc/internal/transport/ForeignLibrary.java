package org.ioproc.internal.transport;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** A library of the system, whose functions are called through the foreign function API. */
public final class ForeignLibrary {

  private final String file;
  private final ForeignLinker linker;
  private final MethodHandle functions;

  /**
   * Loads the library, or finds it where the process has it already. It stays loaded.
   *
   * @param file its name, as the system's loader takes it
   * @throws LinkageError if it cannot be loaded
   */
  public ForeignLibrary(String file) {
    this.file = file;
    try {
      linker = new ForeignLinker();
      functions = linker.functionsOf(file);
    } catch (Throwable failure) {
      throw unusable(file, failure);
    }
  }

  /**
   * A function of the library. In a static final field it costs what a direct call costs, and a
   * call allocates nothing.
   *
   * @param name its name
   * @param signature {@code int}s and {@code long}s
   * @return a handle with that signature
   * @throws LinkageError if the library has no such function
   */
  public MethodHandle function(String name, MethodType signature) {
    try {
      Optional<?> function = (Optional<?>) functions.invoke(name);
      return linker
          .downcall(signature)
          .bindTo(function.orElseThrow(() -> new NoSuchMethodError("it has no " + name)));
    } catch (Throwable failure) {
      throw unusable(file, failure);
    }
  }

  /**
   * What is thrown for what a call through a handle throws. No checked exception comes from there.
   *
   * @param thrown by the handle
   * @return an exception to throw
   * @throws Error if it is one, as when the stack overflows on the way
   */
  public static RuntimeException failed(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return new IllegalStateException("The foreign function API cannot be used.", thrown);
  }

  private static LinkageError unusable(String file, Throwable failure) {
    if (failure instanceof VirtualMachineError full) {
      throw full;
    }
    return new LinkageError(
        "The functions of " + file + " must be usable; they are not: " + failure, failure);
  }
}
