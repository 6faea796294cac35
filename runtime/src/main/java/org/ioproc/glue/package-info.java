/**
 * The classes that generated code extends and calls. Hand-written code must not use them, because
 * they change together with the processor.
 *
 * <p>For each {@code @IoProc} class the processor generates a subclass of {@link
 * org.ioproc.glue.IoProcGlue}, which turns mmio's messages into calls of the class's handlers. If
 * the library itself reads the files, the superclass is {@link org.ioproc.glue.ChannelGlue}, or
 * {@link org.ioproc.glue.ClosingGlue} for a class that also has a method with {@code @OnClose}.
 */
@NullMarked
package org.ioproc.glue;

import org.jspecify.annotations.NullMarked;
