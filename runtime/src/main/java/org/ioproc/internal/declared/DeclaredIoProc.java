package org.ioproc.internal.declared;

import java.net.URL;
import java.security.CodeSource;
import org.ioproc.IoProc;
import org.ioproc.MmioException;
import org.ioproc.glue.IoProcGlue;
import org.ioproc.glue.IoProcProvider;

/** A procedure that {@link org.ioproc.mmio.Mmio#installAll()} found. */
record DeclaredIoProc(IoProcProvider provider) {

  private static final String GENERATED = "Installer$Provider";

  /** Returns the name of the class with {@link IoProc}, derived from its provider's name. */
  static String procedure(String provider) {
    return provider.endsWith(GENERATED)
        ? provider.substring(0, provider.length() - GENERATED.length())
        : provider;
  }

  /** Returns the URL of the jar or folder that contains a class. */
  static String origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? type.getModule().toString() : location.toString();
  }

  String providerName() {
    return provider.getClass().getName();
  }

  String origin() {
    return origin(provider.getClass());
  }

  /** Calls the procedure's constructor, and converts its failures to the documented exception. */
  IoProcGlue<?> create() throws MmioException {
    try {
      return provider.glue();
    } catch (VirtualMachineError failure) {
      throw failure; // Not the procedure's fault.
    } catch (Throwable failure) {
      if (failure instanceof InterruptedException) {
        Thread.currentThread().interrupt(); // Throwing the exception has cleared it.
      }
      throw LoadFailures.notCreated(procedure(providerName()), failure);
    }
  }

  @Override
  public String toString() {
    return procedure(providerName()) + " (" + origin() + ")";
  }
}
