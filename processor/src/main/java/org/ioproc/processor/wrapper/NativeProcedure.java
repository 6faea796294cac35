package org.ioproc.processor.wrapper;

/**
 * A procedure in a native wrapper.
 *
 * @param exportName the name of the exported function, and a part of the others' names
 * @param fourCc four characters of printable ASCII
 * @param provider the binary name of the generated class that makes the procedure
 * @param sourceClass the class that it was written as
 */
public record NativeProcedure(
    String exportName, String fourCc, String provider, String sourceClass) {}
