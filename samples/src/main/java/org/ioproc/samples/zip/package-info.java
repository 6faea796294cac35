/**
 * ZIP archives, for reading: {@code music.zip+track.wav}. {@link org.ioproc.samples.zip.ZipIoProc}
 * finds an entry in the archive's directory and returns a channel that reads it. Programs may seek
 * in a compressed entry: {@code InflatedChannel} keeps the content that they may go back to.
 */
@NullMarked
package org.ioproc.samples.zip;

import org.jspecify.annotations.NullMarked;
