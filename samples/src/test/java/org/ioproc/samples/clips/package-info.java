/** Creates video clips and a MIDI tune for the programs that open such files in archives. */
@NullMarked
package org.ioproc.samples.clips;

import org.jspecify.annotations.NullMarked;
