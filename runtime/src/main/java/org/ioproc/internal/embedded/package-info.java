/**
 * The multimedia file manager itself, in Java: what makes a procedure usable, testable and
 * debuggable where there is no winmm. It follows winmm in names, order of messages, counts and
 * errors; where winmm as Wine 8.0 has it loses data or hides an error, it follows Microsoft's
 * documentation.
 */
@NullMarked
package org.ioproc.internal.embedded;

import org.jspecify.annotations.NullMarked;
