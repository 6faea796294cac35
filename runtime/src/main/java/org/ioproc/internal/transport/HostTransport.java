package org.ioproc.internal.transport;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A transport whose messages come from another application, through a wrapper DLL. A handler that
 * itself opens files, installs procedures or sends messages does so as in a Java program: through
 * FFM on Java 22 and later, otherwise through JNA, if present.
 */
public abstract class HostTransport extends Transport {

  private static volatile @Nullable HostTransport used;

  private final Loaded<Transport> ofHandlers = new Loaded<>(new Choice());

  HostTransport() {}

  /** Makes a transport that of the process. Must be called before a transport is used. */
  static void use(HostTransport transport) {
    used = transport;
  }

  /** Returns the transport to use, or null in a Java program. */
  static @Nullable HostTransport used() {
    return used;
  }

  final Transport ofHandlers() {
    return ofHandlers.get();
  }

  @Override
  public boolean callsThroughFfm() {
    return ofHandlers().callsThroughFfm();
  }

  @Override
  long newStub(IoProcedure procedure) {
    return ofHandlers().newStub(procedure);
  }

  @Override
  long cross(long procedure, long lpmmioinfo, int message, long lParam1, long lParam2) {
    return ofHandlers().cross(procedure, lpmmioinfo, message, lParam1, lParam2);
  }

  /** A class, because linking a method reference would make the first open slower. */
  private static final class Choice implements Supplier<Transport> {

    @Override
    public Transport get() {
      return OwnProcess.choose();
    }
  }
}
