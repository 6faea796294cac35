/**
 * For generated code only: what it extends and calls. Nothing here is for hand-written code, and it
 * changes together with the processor.
 */
@NullMarked
package org.ioproc.glue;

import org.jspecify.annotations.NullMarked;
