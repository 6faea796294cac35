/** Procedures of every shape that the processor knows, compiled and used as authors do. */
@NullMarked
package org.ioproc.shapes;

import org.jspecify.annotations.NullMarked;
