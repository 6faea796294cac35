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

  /** The class that has the {@link IoProc}, as far as its provider's name tells. */
  static String procedure(String provider) {
    return provider.endsWith(GENERATED)
        ? provider.substring(0, provider.length() - GENERATED.length())
        : provider;
  }

  /** The jar or folder of a class, as a URL. */
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

  /** Calls the procedure's constructor, whose failures become one documented exception. */
  IoProcGlue<?> create() throws MmioException {
    try {
      return provider.glue();
    } catch (VirtualMachineError failure) {
      throw failure; // No fault of the procedure.
    } catch (Throwable failure) {
      throw LoadFailures.notCreated(procedure(providerName()), failure);
    }
  }

  @Override
  public String toString() {
    return procedure(providerName()) + " (" + origin() + ")";
  }
}
