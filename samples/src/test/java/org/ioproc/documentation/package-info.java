/** Checks that the code in the README, the guide and the Javadoc compiles and is up to date. */
@NullMarked
package org.ioproc.documentation;

import org.jspecify.annotations.NullMarked;
