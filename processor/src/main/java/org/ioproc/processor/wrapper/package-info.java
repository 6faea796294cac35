/** Writes the sources of native wrappers from names alone: nothing here depends on the compiler. */
@NullMarked
package org.ioproc.processor.wrapper;

import org.jspecify.annotations.NullMarked;
