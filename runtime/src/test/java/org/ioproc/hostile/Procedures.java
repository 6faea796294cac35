package org.ioproc.hostile;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ioproc.FourCc;
import org.ioproc.InstalledIoProc;
import org.ioproc.MmioException;
import org.ioproc.mmio.Mmio;

/** The installed procedure, which is replaced while programs use it. */
final class Procedures {

  /** An installed procedure and its address. */
  static final class Installed {

    final long address;
    private final InstalledIoProc procedure;
    private volatile boolean closing;

    Installed(InstalledIoProc procedure, long address) {
      this.procedure = procedure;
      this.address = address;
    }

    /** Returns whether a message that was sent before must have reached the procedure. */
    boolean isInstalled() {
      return !closing;
    }
  }

  private static final FourCc CODE = FourCc.of(HostileGlue.CODE);

  /** The tokens of all open files, so no thread forges the token of another's file by accident. */
  final Set<Integer> tokens = ConcurrentHashMap.newKeySet();

  private final Set<Long> addresses = new HashSet<>();
  private final Set<InstalledIoProc> closed = new HashSet<>();
  private final Mmio mmio;
  private volatile Installed current;

  Procedures(Mmio mmio) throws MmioException {
    this.mmio = mmio;
    this.current = install();
  }

  Installed current() {
    return current;
  }

  /** Closes the procedure, even while files are open, and installs another. */
  void replace() throws MmioException {
    current.closing = true;
    current.procedure.close();
    closed.add(current.procedure);
    current = install();
  }

  private Installed install() throws MmioException {
    InstalledIoProc procedure = mmio.install(new HostileGlue());
    long address = mmio.findIoProc(CODE);
    addresses.add(address);
    return new Installed(procedure, address);
  }

  int installations() {
    return closed.size() + 1;
  }

  int addresses() {
    return addresses.size();
  }

  /** Closes the last procedure and describes how many files and procedures are left. */
  String end() {
    current.procedure.close();
    closed.add(current.procedure);
    int open = closed.stream().mapToInt(InstalledIoProc::openFiles).sum();
    return open + " files open, " + (mmio.findIoProc(CODE) == 0 ? "none" : "one") + " installed";
  }
}
