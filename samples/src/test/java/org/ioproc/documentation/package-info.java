/** Checks what the README, the guide and the Javadoc show: it compiles, and it is up to date. */
@NullMarked
package org.ioproc.documentation;

import org.jspecify.annotations.NullMarked;
