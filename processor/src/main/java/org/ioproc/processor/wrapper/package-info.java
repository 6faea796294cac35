/**
 * Writes the sources of native wrappers, from plain text: nothing here knows the compiler or its
 * elements.
 */
@NullMarked
package org.ioproc.processor.wrapper;

import org.jspecify.annotations.NullMarked;
