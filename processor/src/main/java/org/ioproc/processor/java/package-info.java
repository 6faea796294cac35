/** Writes the glue, the installer and the service file. */
@NullMarked
package org.ioproc.processor.java;

import org.jspecify.annotations.NullMarked;
