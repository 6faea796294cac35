package org.ioproc.internal.embedded;

import java.util.function.LongFunction;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;

/** An I/O procedure that the manager can call. */
final class Procedure {

  private final int code;
  private final long address;
  private final IoProcedure entry;

  /** The number of its open files and of calls that use it. {@link Procedures} guards it. */
  int users;

  Procedure(int code, long address, LongFunction<IoProcedure> calls) {
    this.code = code;
    this.address = address;
    this.entry = calls.apply(address);
  }

  /** Calls any procedure by its native address, as a C program does. */
  static IoProcedure viaNative(long address) {
    Transport transport = Transport.current();
    return (lpmmioinfo, message, lParam1, lParam2) ->
        transport.call(address, lpmmioinfo, message, lParam1, lParam2);
  }

  /** Calls a procedure in Java directly, and any other by its native address. */
  static IoProcedure direct(long address) {
    IoProcedure java = Transport.current().procedureAt(address);
    return java == null ? viaNative(address) : java;
  }

  /** Returns the code under which it is installed; 0 if it is not installed. */
  int code() {
    return code;
  }

  long address() {
    return address;
  }

  IoProcedure entry() {
    return entry;
  }
}
