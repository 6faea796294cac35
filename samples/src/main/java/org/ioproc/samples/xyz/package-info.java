/**
 * A custom file type, the sample to start with: {@code song.xyz+key} is a file that is scrambled
 * with a key. {@link org.ioproc.samples.xyz.XyzIoProc} shows every handler that such a type can
 * have.
 */
@NullMarked
package org.ioproc.samples.xyz;

import org.jspecify.annotations.NullMarked;
