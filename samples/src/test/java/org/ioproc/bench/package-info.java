/**
 * What crossing into Java costs, measured from C against bare crossings in the same run, and what
 * the embedded manager's buffering costs beside the JDK's.
 */
@NullMarked
package org.ioproc.bench;

import org.jspecify.annotations.NullMarked;
