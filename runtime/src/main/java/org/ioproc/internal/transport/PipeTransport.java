package org.ioproc.internal.transport;

import java.nio.ByteBuffer;
import org.ioproc.MmioException;
import org.ioproc.internal.text.ProcessPath;
import org.jspecify.annotations.Nullable;

/**
 * The transport in a process beside another application. Messages come through a pipe, and copies
 * stand for the application's memory.
 */
public final class PipeTransport extends HostTransport {

  private final LentMemory memory = new LentMemory(() -> ofHandlers().memory());
  private final ProcessPath.Resolver host;

  private PipeTransport(ProcessPath.Resolver host) {
    this.host = host;
  }

  /**
   * Makes this the transport of the process. Must be called before a transport is used.
   *
   * @param host resolves names in the application, whose current folder decides
   * @return the transport
   */
  public static PipeTransport use(ProcessPath.Resolver host) {
    PipeTransport transport = new PipeTransport(host);
    HostTransport.use(transport);
    return transport;
  }

  /**
   * Gives an address to memory that stands for the application's.
   *
   * @param copy a direct buffer; its position does not matter
   */
  public Lent lend(ByteBuffer copy) {
    return memory.lend(copy);
  }

  /**
   * Gives an address to a name.
   *
   * @param name the name; null for a null pointer
   */
  public Lent lend(@Nullable String name) {
    return memory.lend(name);
  }

  @Override
  public NativeMemory memory() {
    return memory;
  }

  @Override
  public String text(long address) throws MmioException {
    String lent = memory.text(address);
    return lent == null ? super.text(address) : lent;
  }

  @Override
  public String description() {
    return "a pipe (Java runs beside another application, for a wrapper DLL)";
  }

  @Override
  public @Nullable String fullPath(String name) {
    return host.fullPath(name);
  }

  /** Does nothing: the application answers only once it has sent a message. */
  @Override
  void warmUp() {}
}
