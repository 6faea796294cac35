/** What crossing into Java costs, measured from C against bare crossings in the same run. */
@NullMarked
package org.ioproc.bench;

import org.jspecify.annotations.NullMarked;
