package org.ioproc.internal.embedded;

import java.util.function.LongFunction;
import org.ioproc.internal.transport.IoProcedure;
import org.ioproc.internal.transport.Transport;

/**
 * A procedure that files are opened through.
 *
 * <p>{@link #users} belongs to {@link Procedures} and is guarded by its monitor.
 */
final class Procedure {

  private final int code;
  private final long address;
  private final IoProcedure entry;

  /** Open files, and files being opened or closed. */
  int users;

  Procedure(int code, long address, LongFunction<IoProcedure> calls) {
    this.code = code;
    this.address = address;
    this.entry = calls.apply(address);
  }

  /** The way of a C program: the native address is called, whatever is behind it. */
  static IoProcedure crossing(long address) {
    Transport transport = Transport.current();
    return (lpmmioinfo, message, lParam1, lParam2) ->
        transport.call(address, lpmmioinfo, message, lParam1, lParam2);
  }

  /** The short way: a procedure written in Java is called without leaving Java. */
  static IoProcedure straight(long address) {
    IoProcedure java = Transport.current().procedureAt(address);
    return java == null ? crossing(address) : java;
  }

  /** The code it is installed under; 0 if it is not. */
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
