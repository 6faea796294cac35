package org.ioproc.wrapper.image;

/**
 * A procedure of a DLL.
 *
 * @param name the procedure's name in the names of its functions: {@code ZipIoProc}
 * @param provider the binary name of the class that creates the procedure
 * @param code the four-character code, as the number that mmio uses
 */
public record DllProcedure(String name, String provider, int code) {}
