package org.ioproc.testing;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.ioproc.InstalledIoProc;
import org.ioproc.mmio.Mmio;

/** Finds the installer that the annotation processor has generated for a procedure's class. */
final class Installers {

  private Installers() {}

  static IoProcContract.Installer of(Object procedure) {
    for (Class<?> type = procedure.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Class<?> installer = Class.forName(nameFor(type), true, type.getClassLoader());
        return installer(install(installer, type), procedure);
      } catch (ClassNotFoundException notGenerated) {
        // An instance may be of a subclass, for example of a test's.
      }
    }
    Class<?> type = procedure.getClass();
    throw refused(type, "there is no class " + nameFor(type), ". Either run the processor, or");
  }

  /** Returns the installer's name: {@code Outer_InnerInstaller} for a class in another. */
  private static String nameFor(Class<?> type) {
    return type.getName().replace('$', '_') + "Installer";
  }

  private static MethodHandle install(Class<?> installer, Class<?> type) {
    MethodType signature = MethodType.methodType(InstalledIoProc.class, Mmio.class, type);
    try {
      return MethodHandles.publicLookup().findStatic(installer, "install", signature);
    } catch (NoSuchMethodException | IllegalAccessException hidden) {
      throw refused(
          type,
          installer.getName() + " is not public, or in a package that its module does not export",
          ". Make the class public and export its package, or");
    }
  }

  private static IoProcContract.Installer installer(MethodHandle install, Object procedure) {
    MethodHandle bound = MethodHandles.insertArguments(install, 1, procedure);
    return mmio -> {
      try {
        return (InstalledIoProc) bound.invoke(mmio);
      } catch (Exception | Error failure) {
        throw failure;
      } catch (Throwable other) {
        throw new IllegalStateException(other);
      }
    };
  }

  private static IllegalArgumentException refused(Class<?> type, String observed, String remedy) {
    String simple = type.getName().replaceFirst(".*\\.", "").replace('$', '_');
    return new IllegalArgumentException(
        "A procedure's generated installer must be accessible to be found by itself; for "
            + type.getName()
            + ", "
            + observed
            + remedy
            + " name it in the test: IoProcContract.of(mmio -> "
            + simple
            + "Installer.install(mmio, procedure)).");
  }
}
