package org.ioproc.internal.transport;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Optional;

/** A system library, called through the foreign function API. */
public final class ForeignLibrary {

  private final String file;
  private final ForeignLinker linker;
  private final MethodHandle functions;

  /**
   * Loads the library, unless the process has loaded it already. It stays loaded.
   *
   * @param file its name, as the system's loader expects it
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
   * Returns a function of the library. In a static final field it costs no more than a direct call,
   * and a call allocates nothing.
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
   * Converts what a method handle threw, which is never a checked exception.
   *
   * @param thrown what it threw
   * @return an exception to throw
   * @throws Error if it threw an error, such as a stack overflow
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
