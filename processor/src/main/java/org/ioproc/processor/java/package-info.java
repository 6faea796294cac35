/** Writes the Java files: the glue, the installer and the entries of the service's file. */
@NullMarked
package org.ioproc.processor.java;

import org.jspecify.annotations.NullMarked;
