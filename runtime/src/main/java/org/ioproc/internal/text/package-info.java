/** Prints untrusted text safely, and resolves file names. */
@NullMarked
package org.ioproc.internal.text;

import org.jspecify.annotations.NullMarked;
