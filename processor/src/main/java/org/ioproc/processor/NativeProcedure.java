package org.ioproc.processor;

/**
 * A procedure in a native wrapper.
 *
 * @param exportName the C function: {@code ZipIoProc}
 * @param fourCc the four-character code, padded: {@code "ZIP "}
 * @param provider the binary name of its provider: {@code com.example.ZipIoProcInstaller$Provider}
 * @param sourceClass the class it comes from: {@code com.example.ZipIoProc}
 */
record NativeProcedure(String exportName, String fourCc, String provider, String sourceClass) {}
