/**
 * A custom file type, the sample to start with: {@code song.xyz+key} is a file that is scrambled
 * with a key. {@link org.ioproc.samples.xyz.XyzIoProc} opens, reads, writes, flushes and closes
 * such a file, and returns its size.
 */
@NullMarked
package org.ioproc.samples.xyz;

import org.jspecify.annotations.NullMarked;
