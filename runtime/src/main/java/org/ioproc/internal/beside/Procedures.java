package org.ioproc.internal.beside;

import static java.lang.invoke.MethodHandles.publicLookup;
import static java.lang.invoke.MethodType.methodType;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.glue.WrapperEntry;
import org.jspecify.annotations.Nullable;

/** The library's procedures, by the numbers that the wrapper gives them. */
final class Procedures {

  private final Map<Integer, Prepared> procedures = new ConcurrentHashMap<>();

  /**
   * Creates a procedure, unless it exists.
   *
   * @param number its number
   * @param provider the class that creates it
   * @throws ClassNotFoundException if a class is missing, damaged or from another version
   * @throws Exception what the procedure's constructor throws
   */
  void prepare(int number, String provider) throws Exception {
    procedures.computeIfAbsent(number, unused -> new Prepared()).prepare(provider);
  }

  /** Adds a procedure that exists. */
  void add(int number, IoProcGlue<?> glue) {
    Prepared procedure = new Prepared();
    procedure.glue = glue;
    procedures.put(number, procedure);
  }

  /**
   * Returns a procedure that was prepared.
   *
   * @throws ProtocolException if no procedure has this number
   */
  IoProcGlue<?> get(int number) throws ProtocolException {
    Prepared procedure = procedures.get(number);
    IoProcGlue<?> glue = procedure == null ? null : procedure.glue;
    if (glue == null) {
      throw new ProtocolException(
          "A message must be for a procedure that was prepared; procedure "
              + Integer.toUnsignedString(number)
              + " was not.");
    }
    return glue;
  }

  /**
   * Creates a provider by its name, as the wrapper does where Java runs inside the application. A
   * service loader would also load the providers of other procedures, and find none in a jar that
   * was merged without its service files.
   */
  private static Object provider(String name) throws ClassNotFoundException {
    try {
      Class<?> type = Class.forName(name, true, Procedures.class.getClassLoader());
      return publicLookup().findConstructor(type, methodType(void.class)).invoke();
    } catch (VirtualMachineError failure) {
      throw failure;
    } catch (ClassNotFoundException missing) {
      throw missing;
    } catch (Throwable failure) {
      throw new ClassNotFoundException(name, failure);
    }
  }

  /** A procedure whose constructor one thread calls while others wait. */
  private static final class Prepared {

    private volatile @Nullable IoProcGlue<?> glue;

    synchronized void prepare(String provider) throws Exception {
      if (glue == null) {
        glue = WrapperEntry.procedure(provider(provider));
      }
    }
  }
}
