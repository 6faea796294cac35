/**
 * The classes that generated code extends and calls. Hand-written code must not use them, because
 * they change together with the processor.
 *
 * <p>For each {@code @IoProc} class the processor generates a subclass of {@link
 * org.ioproc.glue.IoProcGlue}, which turns mmio's messages into calls of the class's handlers, or
 * of {@link org.ioproc.glue.ChannelGlue} if its files are channels.
 */
@NullMarked
package org.ioproc.glue;

import org.jspecify.annotations.NullMarked;
