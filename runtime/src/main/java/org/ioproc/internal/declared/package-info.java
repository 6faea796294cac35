/** Finds and creates the procedures that an application declares. */
@NullMarked
package org.ioproc.internal.declared;

import org.jspecify.annotations.NullMarked;
