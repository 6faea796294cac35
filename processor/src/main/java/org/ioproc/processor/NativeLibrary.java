package org.ioproc.processor;

import java.util.List;

/**
 * A native wrapper.
 *
 * @param name the DLL's name without its extension: {@code zipioproc}
 * @param procedures what it exports
 */
record NativeLibrary(String name, List<NativeProcedure> procedures) {}
