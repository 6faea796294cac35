/** Checks declarations against the rules. Validators return problems, and print nothing. */
@NullMarked
package org.ioproc.processor.check;

import org.jspecify.annotations.NullMarked;
