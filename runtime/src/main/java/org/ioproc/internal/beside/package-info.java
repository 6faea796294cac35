/**
 * The Java process beside an application. A wrapper DLL starts it and sends it mmio's messages
 * through a pipe. It passes them to the same glue that serves Java inside an application. The page
 * PROTOCOL.md describes the frames.
 */
@NullMarked
package org.ioproc.internal.beside;

import org.jspecify.annotations.NullMarked;
